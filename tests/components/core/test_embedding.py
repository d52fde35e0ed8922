"""The parameter `embed`: which frame it requests, and the URLs of frames."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from components.core.embedding import EMBEDS, embed_url, read_embed
from data.selection import Selection
from data.selection_url import to_query
from tests.conftest import SetSettings

SELECTION = Selection(regions=("12", "14"), text="a&b=c", language="en", sort="-name", page=3)


@pytest.mark.parametrize(
    ("values", "embed", "ignored"),
    [
        ([], "", []),
        ([""], "", []),
        (["map"], "map", []),
        ([" list "], "list", []),
        (["list", "map"], "map", []),
        (["Map"], "", ["Map"]),
        (["poster", "list", "poster"], "list", ["poster"]),
    ],
)
def test_known_values_request_a_frame_and_others_are_ignored(values: list[str], embed: str, ignored: list[str]) -> None:
    requested, unknown = read_embed(values)
    assert requested == embed and [(each.parameter, each.value, each.allowed) for each in unknown] == [
        ("embed", value, EMBEDS) for value in ignored
    ]


@pytest.mark.parametrize("embed", EMBEDS)
def test_where_embedding_is_off_no_value_is_known(embed: str, set_settings: SetSettings) -> None:
    set_settings(EMBEDDING="off")
    requested, unknown = read_embed([embed])
    assert requested == "" and [each.value for each in unknown] == [embed]


@pytest.mark.parametrize("embed", EMBEDS)
def test_the_url_of_a_frame_has_the_whole_selection(embed: str) -> None:
    url = embed_url("map" if embed == "map" else "list", SELECTION, "https://kluster.example.se/")
    assert url.startswith("https://kluster.example.se/?embed=")
    assert parse_qs(urlsplit(url).query) == {"embed": [embed], **to_query(SELECTION)}


def test_another_order_begins_at_the_first_page() -> None:
    assert embed_url("list", SELECTION, sort="name") == "./?embed=list&region=12&region=14&q=a%26b%3Dc&lang=en&sort=name"
    assert embed_url("list", SELECTION, page=2).endswith("&sort=-name&page=2")
