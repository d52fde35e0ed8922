"""Bundle of style sheets: one style sheet has the rules of its files in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.core.assets import FRONTEND, PAGE_STYLE
from components.core.style_bundle import bundled_styles


def write(folder: Path, entry: str) -> Path:
    (folder / "styles").mkdir()
    (folder / "styles" / "a.css").write_text("a {}\n", "utf-8")
    (folder / "b.css").write_text("b {}\n", "utf-8")
    (folder / "entry.css").write_text(entry, "utf-8")
    return folder / "entry.css"


def test_files_stand_in_place_of_their_imports(tmp_path: Path) -> None:
    entry = write(tmp_path, '/* Page */\n@import "./b.css";\n@import "./styles/a.css";\n')
    assert bundled_styles(entry) == b"/* Page */\nb {}\na {}\n"


@pytest.mark.parametrize(
    "line", ['@import url("./b.css");', "@import './b.css';", '@import "./b.css" print;', '@import "https://a.se/b.css";']
)
def test_another_import_is_an_error(line: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"entry\.css: has an import that cannot be bundled"):
        bundled_styles(write(tmp_path, f"{line}\n"))


def test_the_page_has_every_file_of_its_styles() -> None:
    bundle = bundled_styles(FRONTEND / PAGE_STYLE)
    files = [path.read_bytes() for path in (FRONTEND / "page" / "styles").iterdir()]
    assert files and all(bundle.count(content) == 1 for content in files)
