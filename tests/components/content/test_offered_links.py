"""Links that a page offers for a search: each gives as many clusters as it says, in both languages."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from components.content.search.suggestions import suggestions
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.empty_state import empty_state_html
from components.widgets.sentence import sentence_html
from data.languages import LANGUAGES, Language
from data.selection import Selection
from data.selection_url import to_selection
from tests.data.search.test_cluster_search import QUERIES
from tests.html_tree import tree_of
from tests.views import view_of

COUNT = re.compile(r"([0-9]+) (?:kluster|clusters?)\)?$")  # at the end of a link's text
OTHERS = [
    "gulld",
    "brons skåne",
    "bronze label Skåne",
    "active clusters in Skåne",
    "digital",
    "elektronik",
    "Lappland rymd",
    "bilar i Göteborg",
]
FURTHER = [
    "nedlagda kluster i norrland",
    "telekom Kista",
    "energi Uppsala",
    "Malmö energi",
    "vårdd Stockholm",
    "Upland",
    "guld energi Skåne",
    "läkemedel Malmö",
    "pharma in Uppsala",
    "märkning",
    "status",
    "prioriteringar",
]


def view_at(query: dict[str, list[str]]) -> View:
    return view_of(to_selection(query, current_dataset().known)[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offered_link_gives_its_number_of_clusters(language: Language) -> None:
    offered = 0
    for text in dict.fromkeys([*(text for text, *_ in QUERIES), *OTHERS, *FURTHER]):
        view = view_at({"q": [text], "lang": [language]})
        html = sentence_html(view, "") + (empty_state_html(view) if not view.match.count else "")
        for link in (element for element in tree_of(html) if element.tag == "a"):
            if count := COUNT.search(link.text):
                offered += 1
                found = view_at(parse_qs(urlsplit(link.attributes["href"]).query)).match
                assert (text, link.text, found.count) == (text, link.text, int(count[1]))
    assert offered


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["sk", "digital", "guld", "små", "upp", "elek", "flyg", "SE3", "stock", "ma"])
def test_every_suggestion_gives_its_number_of_clusters(text: str, language: Language) -> None:
    for suggestion in suggestions(view_of(Selection(text=text, language=language)), ""):
        found = view_at(parse_qs(urlsplit(suggestion.url).query))
        assert not suggestion.count or found.match.count == int(suggestion.count)
