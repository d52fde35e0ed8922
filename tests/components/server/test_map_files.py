"""Answers with the map's shapes: compressed ahead, kept by browsers as long as their URL has the current version."""

from __future__ import annotations

import json

import pytest

from components.map.shape_files import DETAILS_URL, SHAPES_URL, shapes_json
from components.server.map_files import compress_map_files, shapes_file
from tests.components.server.dashboard_app import dashboard_client

CLIENT = dashboard_client("")
IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("url", "cache_control"),
    [
        (SHAPES_URL + "sv", IMMUTABLE),
        (SHAPES_URL + "en", IMMUTABLE),
        (DETAILS_URL, IMMUTABLE),
        ("map/shapes.json?lang=sv", "no-cache"),
        ("map/details.json?v=another", "no-cache"),
    ],
)
def test_the_current_version_is_kept_for_a_year(url: str, cache_control: str) -> None:
    compress_map_files()  # until then a file is answered in forms that change, each with an ETag of its own
    response = CLIENT.get(f"/{url}")
    assert (response.status_code, response.headers["cache-control"]) == (200, cache_control)
    assert CLIENT.get(f"/{url}", headers={"If-None-Match": response.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_files_are_compressed_ahead(coding: str) -> None:
    compress_map_files()
    for url in (SHAPES_URL + "sv", DETAILS_URL):
        assert CLIENT.get(f"/{url}", headers={"Accept-Encoding": coding}).headers["content-encoding"] == coding


def test_the_coarse_shapes_say_where_the_details_are() -> None:
    assert json.loads(CLIENT.get(f"/{SHAPES_URL}en").content)["details"] == DETAILS_URL
    assert shapes_file("en").size_bytes == len(shapes_json("en"))
