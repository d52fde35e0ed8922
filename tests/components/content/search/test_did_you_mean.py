"""Filters that a search text may mean where it finds clusters: offered once, with the clusters that they give."""

from __future__ import annotations

import pytest

from components.content.search.did_you_mean import meant_filters
from components.content.search.search_answers import ways_on
from components.dataset.store import current_dataset
from components.dataset.upload_reader import read_upload
from components.dataset.view import View
from components.widgets.sentence import sentence_html
from data.languages import Language
from data.selection import Selection
from data.selection_url import to_selection
from tests.html_tree import tree_of
from tests.views import view_of

KNOWN = current_dataset().known


def searched(text: str, language: Language = "sv", **query: str) -> View:
    selection, _ = to_selection({"q": [text], "lang": [language], **{name: [value] for name, value in query.items()}}, KNOWN)
    return view_of(selection)


def offers(view: View) -> list[str]:
    return [way.text for way in meant_filters(view, "")]


DIGITAL = ["inriktningen Digital teknik (ger 7 kluster)", "EU-ekosystemet Digitalt (ger 9 kluster)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("digital", DIGITAL),
        ("Digital kluster", DIGITAL),
        ("digitl", DIGITAL),  # misspelt
        ("elektronik", ["EU-ekosystemet Elektronik (ger 5 kluster)"]),
        ("bronz", ["märkningen Brons (ger 18 kluster)"]),  # the search takes it for BRON Innovation
        ("turism", []),  # the filter gives the same cluster
        ("guld", []),  # the search finds nothing, so that the empty state offers the label
        ("digital Karlstad", []),  # says more than the filter
        ("digita", []),  # the beginning of a word
        ("mode", []),  # a word, and not "moved"
        ("Skåne", []),
        ("", []),
    ],
)
def test_a_text_that_is_the_name_of_an_option_offers_its_filter(text: str, expected: list[str]) -> None:
    assert offers(searched(text)) == expected


def test_an_english_page_names_filters_in_english() -> None:
    assert offers(searched("electronics", "en")) == ["the EU ecosystem Electronics (gives 5 clusters)"]


def test_a_filter_is_offered_beside_the_chosen_ones() -> None:
    (way,) = meant_filters(searched("elektronik", status="renamed"), "")
    assert way.text == "EU-ekosystemet Elektronik (ger 2 kluster)"
    assert "status=renamed" in way.url and "ecosystem=electronics" in way.url and "q=" not in way.url


def test_a_filter_is_offered_once_on_a_page() -> None:
    found = sentence_html(searched("digital"), "")
    question = "Menade du inriktningen Digital teknik (ger 7 kluster) eller EU-ekosystemet Digitalt (ger 9 kluster) ?"
    assert tree_of(found).text.count(question) == 1
    nothing = searched("guld")
    assert not sentence_html(nothing, "").count("Menade du") and len([way for way in ways_on(nothing, "") if "Guld" in way.text]) == 1


def test_the_value_of_an_own_column_is_offered_with_its_heading() -> None:
    rows = ["Kvarnen Silver;Skåne;Guld", "Hamnen;Halland;Silver", "Bron;Skåne;Silver", "Tornet;Skåne;Guld"]
    dataset = read_upload("lista.csv", "\n".join(["namn;län;nivå", *rows]).encode()).dataset
    assert dataset
    view = view_of(Selection(text="silver"), dataset)
    assert view.match.count == 3 and offers(view) == ["nivå: Silver (ger 2 kluster)"]
