"""Table of the match: order, pages, headings and the rows that the browser fetches for its preview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.content.table.table_columns import column_headings
from components.widgets.table import preview_rows, table_html
from data.languages import Language
from data.selection import Selection
from data.selection_url import to_query
from data.table_order import ROWS_PER_PAGE
from tests.conftest import WriteList
from tests.html_tree import ANY, Element, tree_of
from tests.views import view_of

LIST = """id,name,region_codes,focus,label,municipality_code,website
a,Ärla,12,digital,gold,1281,https://a.example.se
b,Ask 10,14,digital,,,
c,ask 9,01,digital,bronze,,
d,Zon,12,digital,,1280,https://d.example.se
"""


def table(selection: Selection | None = None) -> Element:
    return tree_of(table_html(view_of(selection)))


def ids(table: Element) -> str:
    return "".join(row.attributes["id"].removeprefix("row-") for row in table.one("tbody").all("tr"))


@pytest.mark.parametrize(
    ("sort", "language", "expected"),
    [
        ("", "sv", "abcd"),
        ("name", "sv", "cbda"),
        ("name", "en", "acbd"),
        ("-name", "sv", "adbc"),
        ("regions", "sv", "adcb"),
        ("-regions", "sv", "bcda"),
        ("municipality", "sv", "adbc"),
        ("-municipality", "sv", "dabc"),
        ("label", "sv", "cabd"),
        ("-label", "sv", "acbd"),
    ],
)
def test_rows_are_sorted_by_a_column(sort: str, language: Language, expected: str, write_list: WriteList) -> None:
    """As a dictionary of the language does, numbers by their value; rows without a value are last in both directions."""
    write_list(LIST)
    assert ids(table(Selection(sort=sort, language=language))) == expected


@pytest.mark.parametrize(("sort", "order", "url"), [("", "", "name"), ("name", "ascending", "-name"), ("-name", "descending", "name")])
def test_a_heading_leads_to_its_order_and_then_to_the_reverse(sort: str, order: str, url: str) -> None:
    headings = table(Selection(regions=("12",), sort=sort, page=1)).one("thead").all("th")
    assert [each.attributes.get("aria-sort", "") for each in headings] == [order, *[""] * 5]
    assert headings[0].one("a").attributes["href"] == f"./?region=12&sort={url}"
    assert headings[0].one("a").attributes["data-event"] == f"sort:{url}"
    assert headings[1].one("a").attributes["href"] == "./?region=12&sort=regions"


def test_columns_without_any_value_are_left_out(write_list: WriteList) -> None:
    write_list("name,region_codes,focus\nA,12,\nB,12,\n")
    view = view_of()
    assert list(column_headings(view.dataset, view.texts).values()) == ["Kluster", "Län"]
    assert [each.text for each in table().all("th", scope="col")] == ["Kluster", "Län"]


def test_a_column_is_not_filled_by_a_text_that_it_does_not_show(write_list: WriteList) -> None:
    """The focus in words is in the profile only."""
    write_list("name,region_codes,focus_text_sv\nA,12,Optik\n")
    assert list(column_headings(view_of().dataset, view_of().texts).values()) == ["Kluster", "Län"]


RANKED_LIST = """id,name,region_codes,label,label_date,label_expires,status,status_year
a,A,12,gold,2019,,unknown,2018
b,B,12,bronze,2020-05-01,2099,renamed,2024
c,C,12,silver,,,active,
d,D,12,bronze,2018-09,2020,active,2023
e,E,12,,,,,
f,F,12,silver,2017,2026-11-25,ended,
g,G,12,silver,2018,,active,2021
"""


@pytest.mark.parametrize(("sort", "expected"), [("label", "dbfgcae"), ("-label", "acgfbde"), ("status", "gdcbfae"), ("-status", "afbcdge")])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_labels_and_statuses_are_in_their_order_and_then_by_year(
    sort: str, expected: str, language: Language, write_list: WriteList
) -> None:
    write_list(RANKED_LIST)
    assert ids(table(Selection(sort=sort, language=language))) == expected


def test_the_order_does_not_change_when_a_label_expires(write_list: WriteList, monkeypatch: pytest.MonkeyPatch) -> None:
    write_list(RANKED_LIST)
    orders = []
    for day in ("2026-11-25", "2099-12-31", "2100-01-01"):
        monkeypatch.setattr("components.content.wording.label_texts.today", lambda day=day: day)
        dataset = replace(view_of().dataset, _cache={})
        orders.append(ids(tree_of(table_html(view_of(Selection(sort="label"), dataset)))))
    assert orders == ["dbfgcae"] * 3


@pytest.mark.parametrize(("rows", "last_page"), [(1, 1), (ROWS_PER_PAGE, 1), (ROWS_PER_PAGE + 1, 2), (3 * ROWS_PER_PAGE, 3)])
def test_a_long_table_is_in_pages(rows: int, last_page: int, write_list: WriteList) -> None:
    write_list("id,name,region_codes,focus\n" + "".join(f"n-{number},N {number},12,digital\n" for number in range(1, rows + 1)))
    for page in range(1, last_page + 1):
        shown = table(Selection(page=page))
        first = ROWS_PER_PAGE * (page - 1)
        last = min(rows, first + ROWS_PER_PAGE)
        numbers = [row.attributes["id"].removeprefix("row-n-") for row in shown.one("tbody").all("tr")]
        assert numbers == [str(number) for number in range(first + 1, last + 1)]
        if last_page == 1:
            assert not shown.all("nav")
            continue
        links = {each.attributes["id"]: each.attributes.get("href") for each in shown.one("nav").all("a")}
        assert shown.one("span", role="status").text == f"Rad {first + 1}–{last} av {rows}"
        assert links == {
            "first": url_of(1) if page > 1 else None,
            "previous": url_of(page - 1) if page > 1 else None,
            "next": url_of(page + 1) if page < last_page else None,
            "last": url_of(last_page) if page < last_page else None,
        }


def url_of(page: int) -> str:
    return "./" if page == 1 else f"./?page={page}"


def test_the_form_for_a_page_keeps_the_query(write_list: WriteList) -> None:
    write_list("id,name,region_codes,focus\n" + "".join(f"n-{number},N {number},12,digital\n" for number in range(250)))
    selection = Selection(regions=("12",), text="N", sort="-name", page=2)
    form = table(selection).one("form")
    assert (form.attributes["method"], form.attributes["action"], form.attributes["data-event"]) == ("get", "./", "show_page")
    fields = {each.attributes["name"]: each.attributes["value"] for each in form.all("input")}
    assert fields == {name: values[0] for name, values in to_query(selection).items()}
    number = form.one("input", type="number").attributes
    assert (number["min"], number["max"]) == ("1", "3")
    assert not tree_of(table_html(view_of(selection), is_framed=True)).all("form")  # frames have none: their policy forbids it


def test_the_row_of_the_open_profile_is_marked() -> None:
    shown = table(Selection(cluster="compare"))
    assert [each.text for each in shown.all("a", aria_current="true")] == ["Compare"]
    assert not table().all("a", aria_current=ANY)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_rows_of_the_preview_are_those_of_the_table_without_a_selection(language: Language) -> None:
    """Their links have no language: the script sends the event in place of the link."""
    view = view_of(Selection(language=language))
    rows = [tree_of(row).one("tr") for row in preview_rows(view.dataset, view.texts)]
    in_table = table(Selection(language=language)).one("tbody").all("tr")
    assert [each.text for each in rows] == [each.text for each in in_table]
    assert [each.attributes for each in rows] == [each.attributes for each in in_table]
    events = [[each.attributes["data-event"] for each in row.all("a", data_event=ANY)] for row in rows]
    assert events == [[each.attributes["data-event"] for each in row.all("a", data_event=ANY)] for row in in_table]
