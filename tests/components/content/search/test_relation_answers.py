"""Answers to a search for what is near a place, or in a direction from it: neither is a part of Sweden."""

from __future__ import annotations

import pytest

from components.content.search.nearby_clusters import nearby
from components.content.search.place_answers import place_answer
from components.content.search.way_on import PlaceAnswer
from components.dataset.view import View
from data.languages import Language
from data.selection import Selection
from tests.views import view_of


def searched(text: str, language: Language = "sv") -> View:
    return view_of(Selection(text=text, language=language))


def names(answer: PlaceAnswer | None) -> list[str]:
    return [way.text.partition(" (")[0] for way in answer.ways] if answer else []


@pytest.mark.parametrize(
    "text", ["nära Lund", "i närheten av Lund", "runt Lund", "around Lund", "close to Lund", "clusters near Lund", "närmaste kluster Lund"]
)
def test_near_a_place_are_its_clusters_and_the_nearest_outside(text: str) -> None:
    view = searched(text)
    answer = place_answer(view, "")
    assert view.match.count == 1 and names(answer) == ["IUC Syd", "TechTank", "Interior Cluster"]
    assert answer and answer.text == "Närmaste kluster utanför Lund:"


def test_near_a_place_is_what_the_other_words_find() -> None:
    assert names(place_answer(searched("stål nära Dalarna"), ""))[0] == "Georange"


@pytest.mark.parametrize("text", ["nära Malmö", "near Malmö", "kring Malmö"])
def test_a_place_without_clusters_has_the_nearest_once(text: str) -> None:
    view = searched(text)
    near = nearby(view)
    assert near and near.nearest.clusters[0].name == "Mobile Heights" and not place_answer(view, "")


@pytest.mark.parametrize(
    ("text", "language", "count", "ignored"),
    [
        ("fordon norr om Stockholm", "sv", 0, "Sökningen tar inte hänsyn till ”norr om”."),
        ("söder om Göteborg", "sv", 0, "Sökningen tar inte hänsyn till ”söder om”."),
        ("mellan Umeå och Östersund", "sv", 0, "Sökningen tar inte hänsyn till ”mellan”."),
        ("north of Stockholm", "en", 1, "The search ignores “north of”."),
    ],
)
def test_a_direction_from_a_place_is_no_part_of_sweden(text: str, language: Language, count: int, ignored: str) -> None:
    view = searched(text, language)
    answer = place_answer(view, "")
    assert view.match.count == count and answer and answer.text.startswith(ignored) and not answer.ways


def test_a_part_of_sweden_has_no_such_answer() -> None:
    view = searched("kluster i norr")
    assert view.match.count == 10 and not place_answer(view, "")
