"""Versioned URLs of the static files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from components.core import assets
from components.core.assets import LEAFLET, asset_url, asset_version, leaflet_folder_url
from components.core.streamlit_internals import FRAME_TO_ROOT


@pytest.fixture
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the app another folder of files, and no version yet."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "page.css").write_text("a {}", "utf-8")
    monkeypatch.setattr(assets, "FRONTEND", tmp_path)
    asset_version.cache_clear()
    yield tmp_path
    asset_version.cache_clear()


def new_version() -> str:
    asset_version.cache_clear()
    return asset_version()


def test_a_url_has_the_version_as_a_folder() -> None:
    assert re.fullmatch(r"\./assets/[0-9a-f]{8}/page/page\.css", asset_url("page/page.css"))
    assert asset_url("map", FRAME_TO_ROOT) == f"../../assets/{asset_version()}/map"


def test_a_relative_url_stays_in_the_version() -> None:
    script = urljoin("https://kluster.example.se/intern/compare", asset_url("page/header.js"))
    assert urljoin(script, "./dom.js") == f"https://kluster.example.se/intern/assets/{asset_version()}/page/dom.js"


def test_leaflet_has_its_own_version() -> None:
    assert re.fullmatch(r"\./vendor/leaflet/\d+(\.\d+)+", leaflet_folder_url())
    assert f"Leaflet {'.'.join(leaflet_folder_url().rpartition('/')[2].split('.')[:3])}" in (LEAFLET / "leaflet.js").read_text("utf-8")


def test_equal_files_have_an_equal_version(frontend: Path) -> None:
    before = new_version()
    (frontend / "page" / "page.css").write_text("a {}", "utf-8")
    assert new_version() == before


@pytest.mark.parametrize(("name", "text"), [("page/page.css", "b {}"), ("page/new.js", ""), ("page.css", "a {}")])
def test_another_file_has_another_version(frontend: Path, name: str, text: str) -> None:
    before = new_version()
    (frontend / name).write_text(text, "utf-8")
    assert new_version() != before


def test_another_name_has_another_version(frontend: Path) -> None:
    before = new_version()
    (frontend / "page" / "page.css").rename(frontend / "page" / "other.css")
    assert new_version() != before


@pytest.mark.usefixtures("frontend")
def test_other_colours_have_another_version(monkeypatch: pytest.MonkeyPatch, set_settings: Callable[..., None]) -> None:
    """It makes no difference which of palette, accent colour and rules of contrast changes them."""
    before = new_version()
    set_settings(ACCENT_COLOUR="#a03060")
    with_accent = new_version()
    monkeypatch.setattr("geo.palette.legible", lambda *_: "#123456")
    assert len({before, with_accent, new_version()}) == 3
