"""Titles of pages; those of selections are in `test_selection_texts.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_title
from data.languages import LANGUAGES, Language
from data.selection import Selection
from tests.views import view_of

OTHER_PAGES = {
    ("compare", "sv"): "Jämför län: Halland och Skåne",
    ("compare", "en"): "Compare counties: Halland and Skåne",
    ("open-data", "sv"): "Öppna data: Halland och Skåne",
    ("open-data", "en"): "Open data: Halland and Skåne",
    ("about", "sv"): "Om S3-piloten",
    ("data", "en"): "About the data",
    ("own-list", "sv"): "Egen lista",
    ("accessibility", "en"): "Accessibility",
}


def title(path: str, selection: Selection, language: Language) -> str:
    view = view_of(replace(selection, language=language))
    return page_title(page_infos(view.dataset, view.texts)[path], view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_has_the_heading_or_the_open_cluster(language: Language) -> None:
    heading = {"sv": "22 kluster i S3-piloten 2018", "en": "22 clusters in S3-piloten 2018"}[language]
    assert title("", Selection(), language) == f"{heading} – Klusterkartan"
    assert title("", Selection(cluster="paper-province", regions=("12",)), language) == "Paper Province – S3-piloten 2018 – Klusterkartan"


@pytest.mark.parametrize(("path", "language"), OTHER_PAGES)
def test_another_page_has_its_name_and_the_selection_that_it_shows(path: str, language: Language) -> None:
    selection = Selection(regions=("12", "13"), cluster="paper-province")
    assert title(path, selection, language) == f"{OTHER_PAGES[path, language]} – Klusterkartan"


@pytest.mark.parametrize("path", ["compare", "open-data"])
def test_a_page_without_a_selection_has_its_name(path: str) -> None:
    assert ":" not in title(path, Selection(cluster="paper-province"), "sv")
