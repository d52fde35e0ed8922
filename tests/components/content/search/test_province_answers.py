"""Answers to a search for a province: its counties, and a link to their clusters."""

from __future__ import annotations

import pytest

from components.content.search.province_answers import province_answer
from components.content.search.suggestions import suggestions
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.empty_state import empty_state_html
from components.widgets.sentence import sentence_html
from data.languages import Language
from data.selection_url import to_selection
from tests.views import view_of

SMALAND = "Småland är ett landskap och inget län. Det ligger främst i Jönköpings län, Kronobergs län och Kalmar län."
UPPLAND = "Uppland är ett landskap och inget län. Det ligger främst i Uppsala län och Stockholms län."
DALSLAND = "Dalsland är ett landskap och inget län. Det ligger främst i Västra Götalands län."
OLAND = "Öland är ett landskap och inget län. Det ligger främst i Kalmar län."


def searched(text: str, language: Language = "sv") -> View:
    selection, _ = to_selection({"q": [text], "lang": [language]}, current_dataset().known)
    return view_of(selection)


@pytest.mark.parametrize(
    ("text", "note", "way"),
    [
        ("Uppland", UPPLAND, "Kluster i de länen (ger 1 kluster)"),
        ("Upland", UPPLAND, "Kluster i de länen (ger 1 kluster)"),
        ("kluster i Småland", SMALAND, "Kluster i de länen (ger 2 kluster)"),
        ("Smålnd", SMALAND, "Kluster i de länen (ger 2 kluster)"),
        ("möbler i Småland", SMALAND, "Kluster i de länen, ”möbler” (ger 1 kluster)"),
        ("stål Dalsland", DALSLAND, "Kluster i det länet (ger 3 kluster)"),  # without the word, which no cluster there has
        ("Öland", OLAND, "Kalmar län: uppgifter och närmaste kluster"),
    ],
)
def test_a_province_is_answered_with_its_counties(text: str, note: str, way: str) -> None:
    answer = province_answer(searched(text), "")
    assert answer and (answer.text, [each.text for each in answer.ways]) == (note, [way])


def test_the_answer_in_english() -> None:
    answer = province_answer(searched("Lapland", "en"), "")
    assert answer
    assert answer.text == "Lappland is a province and not a county. It lies mainly in Norrbotten County and Västerbotten County."
    assert [way.text for way in answer.ways] == ["Clusters in those counties (gives 3 clusters)"]


@pytest.mark.parametrize("text", ["Södermanland", "Skåne", "Gotland", "Härjedalen", "Dalarna stål", "Åland", "textil", ""])
def test_the_name_of_a_county_or_a_municipality_stays_its_own(text: str) -> None:
    assert not province_answer(searched(text), "")


def test_the_answer_is_above_what_was_found_or_in_place_of_it() -> None:
    found, nothing = searched("Småland"), searched("Uppland")
    assert sentence_html(found, "").count("är ett landskap") == 1
    assert "är ett landskap" not in sentence_html(nothing, "") and empty_state_html(nothing).count("är ett landskap") == 1


def test_a_province_is_suggested_with_its_counties() -> None:
    found = [each for each in suggestions(searched("smål"), "") if each.name == "Småland"]
    assert [(each.kind, each.count) for each in found] == [("Landskap i Jönköpings län, Kronobergs län och Kalmar län", "2")]
    assert not [each for each in suggestions(searched("skån"), "") if each.kind.startswith("Landskap")]
