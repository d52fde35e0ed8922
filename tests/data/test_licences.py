from __future__ import annotations

from pathlib import Path

import pytest

import data
from data.licences import CC0, CC_BY, LICENCES, Licence, read_licence

CUSTOM = "https://www.example.se/villkor"


@pytest.mark.parametrize(
    ("text", "licence"),
    [("", None), ("CC0-1.0", CC0), ("CC-BY-4.0", CC_BY), (CC_BY.url, CC_BY), (CUSTOM, Licence(CUSTOM, CUSTOM))],
)
def test_a_licence_is_read_by_code_or_url(text: str, licence: Licence | None) -> None:
    assert read_licence(text) == licence


def test_the_eu_has_a_url_for_each_known_licence() -> None:
    table = "http://publications.europa.eu/resource/authority/licence/"
    assert {code: licence.eu_url for code, licence in LICENCES.items()} == {
        "CC0-1.0": f"{table}CC0",
        "CC-BY-4.0": f"{table}CC_BY_4_0",
        "CC-BY-SA-4.0": f"{table}CC_BYSA_4_0",
    }
    assert Licence(CUSTOM, CUSTOM).eu_url == CUSTOM


def test_the_tables_come_with_their_licence() -> None:
    text = (Path(data.__file__).parent / "LICENSE").read_text("utf-8")
    assert text.startswith("Creative Commons Legal Code\n\nCC0 1.0 Universal\n")
