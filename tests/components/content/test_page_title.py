"""Titles of pages: what was chosen, and how many clusters that gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.content.page_info import page_infos
from components.content.page_title import page_title
from data.selection import Language, Selection
from tests.views import view_of

FIVE_COUNTIES = ("10", "20", "21", "23", "06")
TITLES = {  # of the map, in both languages
    Selection(): ("22 kluster i 16 av Sveriges 21 län", "22 clusters in 16 of Sweden's 21 counties"),
    Selection(regions=("12",)): ("Skåne: 2 kluster", "Skåne: 2 clusters"),
    Selection(regions=("09",)): ("Gotland: inga kluster", "Gotland: no clusters"),
    Selection(regions=FIVE_COUNTIES): (
        "Blekinge, Dalarna, Gävleborg och 2 till: 6 kluster",
        "Blekinge, Dalarna, Gävleborg and 2 more: 6 clusters",
    ),
    Selection(focus=("digital",)): ("Digital teknik: 7 kluster", "Digital technology: 7 clusters"),
    Selection(focus=("digital",), regions=("12",)): ("Digital teknik i Skåne: 1 kluster", "Digital technology in Skåne: 1 cluster"),
    Selection(focus=("digital",), regions=("12",), labels=("gold",)): (
        "Digital teknik i Skåne, märkningen Guld: inga kluster",
        "Digital technology in Skåne, Gold label: no clusters",
    ),
    Selection(focus=("aerospace", "textile", "manufacturing", "tourism")): (
        "Flyg och rymd; textil och mode; tillverkning och 1 till: 6 kluster",
        "Aerospace; textiles and fashion; manufacturing and 1 more: 6 clusters",
    ),
    Selection(labels=("bronze", "silver")): ("Märkningen Brons eller Silver: 21 kluster", "Bronze or Silver label: 21 clusters"),
    Selection(ecosystems=("textile",)): ("EU-ekosystemet Textil: 1 kluster", "EU ecosystem Textiles: 1 cluster"),
    Selection(ecosystems=("textile", "tourism")): (
        "EU-ekosystemen Textil och Turism: 2 kluster",
        "EU ecosystems Textiles and Tourism: 2 clusters",
    ),
    Selection(text="robot"): ("Robot: 2 kluster", "Robot: 2 clusters"),
    Selection(text="robot", regions=("12",), labels=("gold",)): (
        "Märkningen Guld i Skåne, ”robot”: inga kluster",
        "Gold label in Skåne, “robot”: no clusters",
    ),
    Selection(cluster="paper-province", regions=("12",)): ("Paper Province", "Paper Province"),
}
OTHER_PAGES = {
    ("compare", "sv"): "Jämför län: Skåne och Halland",
    ("compare", "en"): "Compare counties: Skåne and Halland",
    ("open-data", "sv"): "Öppna data: Skåne och Halland",
    ("open-data", "en"): "Open data: Skåne and Halland",
    ("about", "sv"): "Om S3-piloten",
    ("data", "en"): "About the data",
    ("own-list", "sv"): "Egen lista",
    ("accessibility", "en"): "Accessibility",
}


def title(path: str, selection: Selection, language: Language) -> str:
    view = view_of(replace(selection, language=language))
    return page_title(page_infos(view.dataset, view.texts)[path], view)


@pytest.mark.parametrize(("selection", "titles"), TITLES.items(), ids=lambda value: str(value[0]) if isinstance(value, tuple) else "")
def test_the_map_has_the_name_of_the_selection_and_its_count(selection: Selection, titles: tuple[str, str]) -> None:
    assert title("", selection, "sv") == f"{titles[0]} – Klusterkartan"
    assert title("", selection, "en") == f"{titles[1]} – Klusterkartan"


@pytest.mark.parametrize(("path", "language"), OTHER_PAGES)
def test_another_page_has_its_name_and_the_selection_that_it_shows(path: str, language: Language) -> None:
    selection = Selection(regions=("12", "13"), cluster="paper-province")
    assert title(path, selection, language) == f"{OTHER_PAGES[path, language]} – Klusterkartan"


@pytest.mark.parametrize("path", ["compare", "open-data"])
def test_a_page_without_a_selection_has_its_name(path: str) -> None:
    assert ":" not in title(path, Selection(cluster="paper-province"), "sv")
