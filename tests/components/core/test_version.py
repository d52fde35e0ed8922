"""Version of the project: one number in pyproject.toml, the page, the endpoints and the changelog."""

from __future__ import annotations

import re
from pathlib import Path

import components
from components.core.version import VERSION
from tests.components.api.file_readers import CLIENT
from tests.components.server.dashboard_app import dashboard_client

CHANGELOG = Path(components.__file__).parents[1] / "CHANGELOG.md"


def test_the_changelog_begins_with_the_version() -> None:
    (newest, *_) = re.findall(r"^## \[(\d\S*)\]", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert newest == VERSION


def test_the_endpoints_say_the_version() -> None:
    assert CLIENT.get("/healthz").json()["app_version"] == VERSION
    assert CLIENT.get("/openapi.json").json()["info"]["version"] == VERSION


def test_the_page_about_the_data_says_the_version() -> None:
    assert f"Klusterkartan, version {VERSION}" in dashboard_client().get("/data?lang=sv").text
