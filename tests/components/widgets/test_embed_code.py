"""Codes of frames on the map page: whose they are, and that none is sent anew with a change."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest

from components.core.embedding import EMBEDS
from components.widgets.embed_code import MAX_LIST_HEIGHT_PX, embed_code_html
from data.languages import LANGUAGES, Language
from data.selection import Selection
from data.selection_url import to_query
from tests.conftest import SetSettings
from tests.hostile import LINES
from tests.html_tree import ANY, tree_of
from tests.views import view_of

URL = "https://kluster.example.se/karta/?region=12"
SELECTIONS = (
    Selection(),
    Selection(regions=("12",)),
    Selection(cluster="compare", text="a & b"),
    Selection(regions=("09",), focus=("digital",)),
)


def codes(selection: Selection, url: str = URL) -> dict[str, dict[str, str]]:
    """Return the attributes of each frame by `embed`."""
    fields = tree_of(embed_code_html(view_of(selection), url)).all("textarea", data_embed=ANY)
    return {field.attributes["data-embed"]: tree_of(field.source).one("iframe").attributes for field in fields}


@pytest.mark.parametrize("selection", SELECTIONS, ids=repr)
@pytest.mark.parametrize("language", [*LANGUAGES, ""])
def test_a_code_has_url_language_title_and_size(selection: Selection, language: Language | Literal[""]) -> None:
    view = view_of(replace(selection, language=language))
    for embed, frame in codes(view.selection).items():
        url = urlsplit(frame["src"])
        assert f"{url.scheme}://{url.netloc}{url.path}" == "https://kluster.example.se/karta/"
        assert parse_qs(url.query) == {"embed": [embed], **to_query(replace(selection, language=view.language))}
        assert frame["title"].endswith(".") and frame["title"].startswith(
            {"map": ("Karta – ", "Map – "), "list": ("Lista – ", "List – ")}[embed]
        )
        assert (frame["width"], frame["loading"]) == ("100%", "lazy") and 150 < int(frame["height"]) <= MAX_LIST_HEIGHT_PX


def test_a_short_list_has_a_low_frame() -> None:
    heights = [int(codes(selection)["list"]["height"]) for selection in (SELECTIONS[3], SELECTIONS[1], SELECTIONS[0])]
    assert heights == sorted(set(heights)) and heights[-1] == MAX_LIST_HEIGHT_PX


def test_codes_without_url_are_the_same_for_every_selection() -> None:
    assert len({embed_code_html(view_of(selection), "") for selection in SELECTIONS}) == 1
    assert {frame["src"] + frame["title"] for frame in codes(Selection(), "").values()} == {""}


def test_the_script_knows_the_public_url(set_settings: SetSettings) -> None:
    def base() -> str:
        return tree_of(embed_code_html(view_of(), "")).one("details").attributes["data-base"]

    assert base() == ""
    set_settings(PUBLIC_ADDRESS="https://kluster.example.se")
    assert base() == "https://kluster.example.se/"


def test_where_embedding_is_off_there_is_no_code(set_settings: SetSettings) -> None:
    set_settings(EMBEDDING="off")
    assert embed_code_html(view_of(), URL) == ""


def test_a_text_field_can_be_named_and_its_code_copied() -> None:
    page = tree_of(embed_code_html(view_of(), URL))
    names = {label.attributes["for"]: label.text for label in page.all("label")}
    assert names == {f"embed-{embed}": name for embed, name in zip(EMBEDS, ("Karta", "Lista"), strict=True)}
    assert [button.attributes["aria-label"] for button in page.all("button", data_copy="code")] == [
        "Kopiera kod: Karta",
        "Kopiera kod: Lista",
    ]


def test_hostile_text_stays_in_its_attributes() -> None:
    for line in LINES:
        for frame in codes(Selection(text=line)).values():
            assert {*frame} == {"src", "title", "width", "height", "loading", "style"}
