from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.known_codes import KnownCodes, UnknownValue
from data.languages import LANGUAGES
from data.places.area import Area
from data.selection import Selection
from data.selection_url import PARAMETERS, search_text, to_query, to_query_string, to_selection
from data.table_order import MAX_PAGE, SORT_VALUES

CODES = {
    "region": ("01", "12", "14"),
    "municipality": ("0180", "1281"),
    "focus": ("digital", "tourism"),
    "ecosystem": ("agri-food", "retail"),
    "theme": ("energy", "food"),
    "label": ("bronze", "gold"),
    "status": ("active", "ended"),
}
KNOWN = KnownCodes(CODES, clusters=("a", "b-c"))


def some_of(codes: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(codes)).map(lambda chosen: tuple(sorted(chosen)))


SOUTH = Area("South", ("01", "12"))


def test_an_area_is_named_in_place_of_its_counties_while_they_are_chosen() -> None:
    known = replace(KNOWN, area_of=lambda text: SOUTH if text == "South" else None)
    selection, _ = to_selection({"q": ["South"], "label": ["gold"]}, known)
    assert selection.whole_area == SOUTH and selection.regions == ("01", "12")
    assert to_query(selection) == {"label": ["gold"], "q": ["South"]} and to_selection(to_query(selection), known)[0] == selection
    assert to_query(replace(selection, regions=("01",))) == {"region": ["01"], "label": ["gold"]}
    assert to_query(replace(selection, text="a")) == {"region": ["01", "12"], "label": ["gold"], "q": ["a"]}


@pytest.mark.parametrize(
    ("query", "area"),
    [
        ({"region": ["12", "01"], "area": ["South"]}, SOUTH),
        ({"region": ["12"], "area": ["South"]}, None),
        ({"region": ["12", "01"], "area": ["North"]}, None),
        ({"area": ["South"]}, None),
    ],
)
def test_the_form_keeps_an_area_while_exactly_its_counties_are_chosen(query: dict[str, list[str]], area: Area | None) -> None:
    known = replace(KNOWN, area_of=lambda text: SOUTH if text == "South" else None)
    selection, unknown = to_selection(query, known)
    assert selection.area == area and not unknown and selection.regions == tuple(sorted(query.get("region", ())))


def test_counties_without_the_name_of_an_area_are_no_whole_area() -> None:
    joined_area = replace(SOUTH, is_joined=True)
    assert not to_selection({"q": ["A, B"]}, replace(KNOWN, area_of=lambda _text: joined_area))[0].whole_area
    assert not to_selection({"region": ["01", "12"]}, KNOWN)[0].whole_area


SELECTIONS = st.builds(
    Selection,
    regions=some_of(CODES["region"]),
    focus=some_of(CODES["focus"]),
    ecosystems=some_of(CODES["ecosystem"]),
    themes=some_of(CODES["theme"]),
    labels=some_of(CODES["label"]),
    statuses=some_of(CODES["status"]),
    text=st.text(max_size=120).map(search_text),
    cluster=st.sampled_from(["", *KNOWN.clusters]),
    language=st.sampled_from(["", "sv", "en"]),
    sort=st.sampled_from(["", *SORT_VALUES]),
    page=st.integers(1, MAX_PAGE),
)
PARAMETERS_OF_PAGES = (*PARAMETERS, "page")


def test_an_empty_selection_has_an_empty_query() -> None:
    assert to_query(Selection()) == {}
    assert to_selection({}, KNOWN) == (Selection(), ())


@given(SELECTIONS)
def test_a_selection_comes_back_from_its_query_string(selection: Selection) -> None:
    query = parse_qs(to_query_string(selection).removeprefix("?"), keep_blank_values=True)
    assert to_selection(query, KNOWN) == (selection, ())


@given(st.dictionaries(st.sampled_from([*PARAMETERS_OF_PAGES, "x"]), st.lists(st.text())))
def test_any_query_can_be_read(query: dict[str, list[str]]) -> None:
    selection, _ignored = to_selection(query, KNOWN)
    assert set(selection.regions) <= set(KNOWN.regions)
    assert len(selection.text) <= 100
    assert 1 <= selection.page <= MAX_PAGE and selection.sort in {"", *SORT_VALUES} and selection.language in {"", *LANGUAGES}


def test_unknown_values_are_left_out_and_returned() -> None:
    query = {"region": ["14", "99", "12"], "focus": ["magic"], "ecosystem": ["Retail"], "theme": ["Food"], "label": ["platinum"]}
    query |= {"status": ["lost"], "cluster": ["nobody"], "lang": ["fi"], "sort": ["size"], "utm": ["x"]}
    selection, ignored = to_selection(query, KNOWN)
    assert selection == Selection(regions=("12", "14"))
    assert {(unknown.parameter, unknown.value) for unknown in ignored} == {
        ("region", "99"),
        ("focus", "magic"),
        ("ecosystem", "Retail"),
        ("theme", "Food"),
        ("label", "platinum"),
        ("status", "lost"),
        ("cluster", "nobody"),
        ("lang", "fi"),
        ("sort", "size"),
    }
    assert {unknown.allowed for unknown in ignored if unknown.parameter == "region"} == {KNOWN.regions}


def test_an_encoded_query_has_one_order_and_is_escaped() -> None:
    selection = Selection(
        regions=("12", "14"), focus=("digital",), ecosystems=("retail",), labels=("gold",), statuses=("ended",), text="å & ?", cluster="a"
    )
    selection = replace(selection, themes=("food",))
    selection = replace(selection, language="en", sort="-name", page=2)
    assert to_query_string(selection) == (
        "?region=12&region=14&focus=digital&ecosystem=retail&theme=food&label=gold&status=ended"
        "&q=%C3%A5+%26+%3F&cluster=a&lang=en&sort=-name&page=2"
    )


def test_a_language_is_in_the_query_where_it_was_chosen() -> None:
    """Swedish too: without `lang` the browser's language decides."""
    queries = [to_query_string(Selection(language=language)) for language in ("", "sv", "en")]
    assert queries == ["", "?lang=sv", "?lang=en"]
    assert [to_selection({"lang": values}, KNOWN)[0].language for values in ([], ["sv"], ["en", "sv"], ["fi"], [" en "])] == [
        "",
        "sv",
        "sv",
        "",
        "en",
    ]


@pytest.mark.parametrize(
    ("values", "page"),
    [
        ([], 1),
        (["2"], 2),
        ([" 2 "], 2),
        (["007"], 7),
        (["99999"], 99_999),
        (["", "3", "4"], 3),
    ],
)
def test_a_page_is_a_number_from_one(values: list[str], page: int) -> None:
    assert to_selection({"page": values}, KNOWN) == (Selection(page=page), ())


@pytest.mark.parametrize("value", ["100000", "9" * 5000, "0", "-1", "1.5", "²", "٣", "x"], ids=lambda value: value[:20])
def test_another_page_is_an_unknown_value(value: str) -> None:
    assert to_selection({"page": [value]}, KNOWN) == (Selection(), (UnknownValue("page", value, ()),))
    assert to_selection({"page": [value, "3", value]}, KNOWN) == (Selection(page=3), (UnknownValue("page", value, ()),))


@pytest.mark.parametrize("sort", SORT_VALUES)
def test_a_table_is_sorted_by_a_column_in_either_direction(sort: str) -> None:
    assert to_selection({"sort": [sort]}, KNOWN) == (Selection(sort=sort), ())


@pytest.mark.parametrize("sort", ["", "description", "--name", "NAME", "name;"])
def test_another_order_is_that_of_the_list(sort: str) -> None:
    selection, unknown = to_selection({"sort": [sort]}, KNOWN)
    assert selection == Selection() and [each.value for each in unknown] == ([sort] if sort else [])


def test_search_text_is_short_and_has_no_hidden_characters() -> None:
    assert search_text(" a\x00b\u202ec ") == "a b c"
    assert search_text("x" * 300) == "x" * 100
