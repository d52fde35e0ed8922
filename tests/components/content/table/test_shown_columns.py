"""Own columns of the table: how many are shown first, and widths that break no heading on a laptop."""

from __future__ import annotations

import pytest

from components.content.table.own_statistics import statistics_texts
from components.content.table.shown_columns import HEADING_LETTER_EM, LETTER_EM, ROOM_EM, column_shares, shown_columns
from components.content.table.table_columns import column_headings
from components.dataset.view import View
from data.selection import Selection
from tests.components.exports.stand_alone_file import uploaded
from tests.views import view_of

ROWS = [("Ett", "12", "5", "7,5", "2019", "Ja"), ("Två", "14", "8", "2", "2024", "Nej")]


def own_view(*headings: str, selection: Selection | None = None) -> View:
    """Return the view of a list with these headings above its own columns."""
    return view_of(
        selection or Selection(is_own=True), dataset=uploaded(("Namn", "Län", *headings), [row[: 2 + len(headings)] for row in ROWS])
    )


@pytest.mark.parametrize(
    ("headings", "shown"),
    [
        (("Antal",), 1),
        (("Antal", "Vikt", "Start", "Avtal"), 3),
        (("Omsättning", "Verksamhetsår", "Medlemskategori"), 2),
        (("Verksamhetsbeskrivningar", "Medlemskategorier", "Omsättning"), 2),
    ],
)
def test_the_first_own_columns_are_those_that_a_laptop_has_room_for(headings: tuple[str, ...], shown: int) -> None:
    assert len(shown_columns(own_view(*headings))) == shown


def test_all_chosen_columns_are_shown() -> None:
    headings = ("Omsättning", "Verksamhetsår", "Medlemskategori", "Startdatum")
    assert (
        len(shown_columns(own_view(*headings, selection=Selection(is_own=True, columns=("column1", "column2", "column3", "column4"))))) == 4
    )


def test_the_words_of_the_first_headings_have_room() -> None:
    view = own_view("Omsättning", "Verksamhetsår", "Medlemskategori")
    headings = column_headings(view.dataset, view.texts, shown_columns(view))
    shares = column_shares(view.dataset, headings)
    assert sum(shares.values()) == pytest.approx(100, abs=0.5)
    for code in shown_columns(view):
        assert shares[code] / 100 * ROOM_EM > HEADING_LETTER_EM * max(map(len, headings[code].split()))


def test_the_words_of_the_first_cells_have_room() -> None:
    dataset = uploaded(("Namn", "Län", "Typ"), [("Ett", "12", "Science park"), ("Två", "14", "Medlemsorganisation")])
    share = column_shares(dataset, ["name", "regions", "column1"])["column1"]
    assert share / 100 * (11 + 8.3 + 11) >= LETTER_EM * 18


def test_a_median_of_years_is_a_year() -> None:
    assert statistics_texts(own_view("Antal", "Vikt", "Start"))[-1] == "Start: median 2021,5 (av 2 värden)"
