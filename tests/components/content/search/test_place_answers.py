"""Answers to a search for a place that no filter has: informal areas, parts of areas, counties that have ended."""

from __future__ import annotations

import csv

import pytest

from components.content.search.place_answers import place_answer
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.empty_state import empty_state_html
from components.widgets.sentence import sentence_html
from data.languages import Language
from data.search.foreign_places import foreign_names
from data.search.informal_areas import FILE, find_informal_area, informal_names
from data.selection_url import to_selection
from tests.views import view_of

CHOOSE = "Välj de län du menar i filtret ”Län”."


def searched(text: str, language: Language = "sv") -> View:
    selection, _ = to_selection({"q": [text], "lang": [language]}, current_dataset().known)
    return view_of(selection)


@pytest.mark.parametrize(
    ("text", "name", "ways"),
    [
        ("Mälardalen", "Mälardalen", []),
        ("Mälardalsregionen", "Mälardalen", []),
        ("Bergslagens kluster", "Bergslagen", []),
        ("kluster i Öresundsregionen", "Öresundsregionen", ["Skåne (ger 2 kluster)"]),
        ("Ørresund", "Öresundsregionen", ["Skåne (ger 2 kluster)"]),
        ("Skaraborg", "Skaraborg", ["Västra Götaland (ger 3 kluster)"]),
        ("Österlen", "Österlen", ["Skåne (ger 2 kluster)"]),
        ("Mellansverige", "Mellansverige", ["NUTS 2: Östra Mellansverige (ger 5 kluster)", "NUTS 2: Norra Mellansverige (ger 5 kluster)"]),
        ("textil Västkusten", "Västkusten", ["NUTS 2: Västsverige, ”textil” (ger 1 kluster)"]),
        ("Västkusten utom Borås", "Västkusten", ["NUTS 2: Västsverige (ger 2 kluster)"]),
        ("alla utom Roslagen", "Roslagen", []),
        ("stor-göteborg", "Storgöteborg", ["NUTS 2: Västsverige (ger 3 kluster)"]),
        ("Stor-Malmö", "Stormalmö", ["Skåne (ger 2 kluster)"]),
        ("sydost", "Sydostsverige", []),
        ("Nordväst", "Nordvästra Sverige", []),
        ("digital i nordost", "Nordöstra Sverige", []),
        ("Göteborgsregionen", "Området kring Göteborg", ["Västra Götalands län (ger 3 kluster)"]),
        ("Göteborg-regionen", "Området kring Göteborg", ["Västra Götalands län (ger 3 kluster)"]),
        ("Gothenburg region", "Området kring Göteborg", ["Västra Götalands län (ger 3 kluster)"]),
        ("textil i Göteborgsregionen", "Området kring Göteborg", ["Västra Götalands län, ”textil” (ger 1 kluster)"]),
        ("Malmöregionen", "Området kring Malmö", ["Skåne län (ger 2 kluster)"]),
        ("Boråsregionen", "Området kring Borås", ["Borås (kommun) (ger 1 kluster)", "Västra Götalands län (ger 3 kluster)"]),
        ("nordvästra Skåne", "Nordvästra Skåne", ["Skåne (ger 2 kluster)"]),
        ("södra Norrbotten", "Södra Norrbotten", ["Norrbotten (ger 2 kluster)"]),
    ],
)
def test_an_area_without_a_filter_is_said_to_be_none(text: str, name: str, ways: list[str]) -> None:
    answer = place_answer(searched(text), "")
    assert answer and answer.text == f"{name} är inget administrativt område. {CHOOSE}"
    assert [way.text for way in answer.ways] == ways


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Danmark", "Danmark"),
        ("kluster i Oslo", "Oslo"),
        ("Copenhagen", "Köpenhamn"),
        ("Norges kluster", "Norge"),
        ("textil Åland", "Åland"),
    ],
)
def test_a_place_abroad_is_said_to_be_outside_sweden(text: str, name: str) -> None:
    answer, view = place_answer(searched(text), ""), searched(text)
    assert answer and answer.text == f"{name} ligger utanför Sverige. Kartan visar bara kluster i Sverige." and not answer.ways
    assert not view.match.count and not view.match.found.corrections and empty_state_html(view).count("ligger utanför Sverige") == 1


def test_a_place_abroad_in_english() -> None:
    answer = place_answer(searched("clusters in Denmark", "en"), "")
    assert answer and answer.text == "Denmark is outside Sweden. The map only shows clusters in Sweden."
    assert not place_answer(searched("kluster i Paris"), "")


def test_no_place_abroad_is_an_area_of_sweden() -> None:
    assert not [name for name in foreign_names() if current_dataset().areas.find(name)]


def test_the_surroundings_of_a_town_in_english() -> None:
    answer = place_answer(searched("Gothenburg region", "en"), "")
    assert answer and answer.text.startswith("The area around Göteborg is not an administrative area. Choose the counties you mean")
    assert not searched("Gothenburg region").selection.municipalities


def test_the_answer_in_english() -> None:
    answer = place_answer(searched("clusters on the west coast", "en"), "")
    assert answer and [way.text for way in answer.ways] == ["NUTS 2: Västsverige (gives 3 clusters)"]
    assert answer.text == "The west coast is not an administrative area. Choose the counties you mean in the “County” filter."


@pytest.mark.parametrize(
    ("text", "note", "way"),
    [
        ("Malmöhus län", "Malmöhus län ingår sedan 1997 i Skåne län.", "Skåne län (ger 2 kluster)"),
        (
            "textil Skaraborgs län",
            "Skaraborgs län ingår sedan 1998 i Västra Götalands län.",
            "Västra Götalands län, ”textil” (ger 1 kluster)",
        ),
        ("Kristianstads län", "Kristianstads län ingår sedan 1997 i Skåne län.", "Skåne län (ger 2 kluster)"),
    ],
)
def test_a_county_that_has_ended_leads_to_that_of_today(text: str, note: str, way: str) -> None:
    answer = place_answer(searched(text), "")
    assert answer and (answer.text, [each.text for each in answer.ways]) == (note, [way])


@pytest.mark.parametrize(
    "text",
    [
        "Sydsverige",
        "Östra Mellansverige",
        "Norra Sverige",
        "Västra Götaland",
        "Kopparbergs län",
        "Storstockholm",
        "Stockholmsregionen",
        "Göteborg",
        "textil",
        "",
    ],
)
def test_an_official_area_needs_no_answer(text: str) -> None:
    assert not place_answer(searched(text), "")


def test_the_answer_is_above_what_was_found_or_in_place_of_it() -> None:
    found, nothing, note = searched("Mälardalen"), searched("Öresund"), "inget administrativt område"
    assert sentence_html(found, "").count(note) == 1
    assert note not in sentence_html(nothing, "") and empty_state_html(nothing).count(note) == 1


def test_pages_without_the_map_have_the_answer_below_the_sentence_even_where_nothing_is_found() -> None:
    nothing, note = searched("Öresund"), "inget administrativt område"
    assert sentence_html(nothing, "open-data").count(note) == 1 and note not in empty_state_html(nothing, "compare")


def test_an_informal_area_has_no_official_name() -> None:
    areas = current_dataset().areas
    for name in informal_names():
        assert not areas.find(name), name


def test_the_official_areas_beside_an_informal_one_are_known() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 26 and [row["name_sv"] for row in rows] == [
        area.name_sv for row in rows if (area := find_informal_area(row["name_en"]))
    ]
    assert all(current_dataset().areas.find(code) for row in rows for code in row["area_codes"].split(";") if code)
