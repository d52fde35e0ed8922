from __future__ import annotations

import numpy as np
import pytest

from components.content.search.search_marks import excerpt
from data.languages import Language
from data.selection import Selection
from tests.components.exports.stand_alone_file import uploaded
from tests.views import view_of

HEADINGS = ("Namn", "Län", "Avtal", "Anteckning", "Omsättning")
OWN = uploaded(HEADINGS, [("Alfa", "12", "Ramavtal", "Ny lokal i hamnen", "1500"), ("Beta", "14", "Inget", "", "2500")])


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("ramavtal", ["Alfa"], "<mark>Ramavtal</mark>; Ny lokal i hamnen"),
        ("hamn", ["Alfa"], "Ramavtal; Ny lokal i <mark>hamnen</mark>"),
        ("1500", [], ""),
        ("anteckning", [], ""),
    ],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_own_cells_are_searched_but_neither_numbers_nor_headings(text: str, names: list[str], shown: str, language: Language) -> None:
    view = view_of(Selection(text=text, is_own=True, language=language), OWN)
    rows = np.flatnonzero(view.match.mask)
    assert [OWN.clusters["name"].iloc[row] for row in rows] == names
    assert [excerpt(OWN.clusters.iloc[row], view.match.found.words, view.texts) for row in rows] == ([shown] if shown else [])
