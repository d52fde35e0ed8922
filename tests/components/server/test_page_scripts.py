"""Tags that make a page live: nothing in them holds the page up, and each file that they name is served for a year."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from components.map.live_map import ASSET_URLS
from components.server.page_scripts import frame_files, page_scripts, style_sheets
from data.languages import LANGUAGES
from tests.components.server.dashboard_app import dashboard_client

CLIENT = cache(dashboard_client)
IMMUTABLE = "public, max-age=31536000, immutable"


def named_files() -> list[str]:
    """Return the URLs in the lists that the script loads."""
    return [url for each in re.findall(r"\[\"[^\]]*\]", page_scripts().tags) for url in json.loads(each)]


def test_the_script_does_not_wait_for_the_style_sheets() -> None:
    tags = page_scripts().tags
    assert tags.index("</script>") < min(tags.index(f'href="{url}"') for url in style_sheets())
    assert tags.count("<script") == 1


def test_every_file_is_served_and_kept_for_a_year() -> None:
    urls = named_files()
    assert len(urls) > 50 and set(frame_files()) < set(urls) and len(set(urls)) == len(urls)
    for url in urls:
        answer = CLIENT().get(url.removeprefix("."))
        assert (answer.status_code, answer.headers["cache-control"]) == (200, IMMUTABLE), url


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shapes_are_those_that_the_frame_asks_for(language: str) -> None:
    (shapes,) = re.findall(r'"(\./map/shapes\.json[^"]*)"', page_scripts().tags)
    url = shapes.encode().decode("unicode_escape") + language
    assert ASSET_URLS.shapes + language == f"../../{url.removeprefix('./')}"
    assert CLIENT().get(url.removeprefix(".")).headers["cache-control"] == IMMUTABLE


def test_the_frame_has_the_files_that_it_asks_for() -> None:
    asked = [
        (ASSET_URLS.leaflet, "leaflet.js"),
        (ASSET_URLS.leaflet, "leaflet.css"),
        (ASSET_URLS.assets, "frame_entry.js"),
        (ASSET_URLS.assets, "map.css"),
    ]
    assert {f"{folder}/{name}" for folder, name in asked} < {url.replace("./", "../../", 1) for url in frame_files()}
