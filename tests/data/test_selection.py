from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from data.filters import DIMENSIONS
from data.selection import PARAMETERS, KnownCodes, Selection, search_text

CODES = {"region": ("01", "12", "14"), "focus": ("digital", "tourism"), "ecosystem": ("agri-food", "retail"), "label": ("bronze", "gold")}
KNOWN = KnownCodes(CODES, clusters=("a", "b-c"))


def some_of(codes: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(codes)).map(lambda chosen: tuple(sorted(chosen)))


SELECTIONS = st.builds(
    Selection,
    regions=some_of(CODES["region"]),
    focus=some_of(CODES["focus"]),
    ecosystems=some_of(CODES["ecosystem"]),
    labels=some_of(CODES["label"]),
    text=st.text(max_size=120).map(search_text),
    cluster=st.sampled_from(["", *KNOWN.clusters]),
    language=st.sampled_from(["sv", "en"]),
)


def test_an_empty_selection_has_an_empty_query() -> None:
    assert Selection().to_query() == {}
    assert Selection.from_query({}, KNOWN) == (Selection(), ())


@given(SELECTIONS)
def test_a_selection_comes_back_from_its_query_string(selection: Selection) -> None:
    query = parse_qs(selection.to_query_string().removeprefix("?"), keep_blank_values=True)
    assert Selection.from_query(query, KNOWN) == (selection, ())


@given(st.dictionaries(st.sampled_from([*PARAMETERS, "x"]), st.lists(st.text())))
def test_any_query_can_be_read(query: dict[str, list[str]]) -> None:
    selection, _ignored = Selection.from_query(query, KNOWN)
    assert set(selection.regions) <= set(KNOWN.regions)
    assert len(selection.text) <= 100


def test_unknown_values_are_left_out_and_returned() -> None:
    query = {"region": ["14", "99", "12"], "focus": ["magic"], "ecosystem": ["Retail"], "label": ["platinum"]}
    query |= {"cluster": ["nobody"], "lang": ["fi"], "utm": ["x"]}
    selection, ignored = Selection.from_query(query, KNOWN)
    assert selection == Selection(regions=("12", "14"))
    assert {(unknown.parameter, unknown.value) for unknown in ignored} == {
        ("region", "99"),
        ("focus", "magic"),
        ("ecosystem", "Retail"),
        ("label", "platinum"),
        ("cluster", "nobody"),
        ("lang", "fi"),
    }
    assert {unknown.allowed for unknown in ignored if unknown.parameter == "region"} == {KNOWN.regions}


def test_an_encoded_query_has_one_order_and_is_escaped() -> None:
    selection = Selection(regions=("12", "14"), focus=("digital",), ecosystems=("retail",), labels=("gold",), text="å & ?", cluster="a")
    selection = replace(selection, language="en")
    assert (
        selection.to_query_string() == "?region=12&region=14&focus=digital&ecosystem=retail&label=gold&q=%C3%A5+%26+%3F&cluster=a&lang=en"
    )


def test_search_text_is_short_and_has_no_hidden_characters() -> None:
    assert search_text(" a\x00b\u202ec ") == "a b c"
    assert search_text("x" * 300) == "x" * 100


def test_without_filters_only_the_language_is_left() -> None:
    fields = {dimension.field: ("x",) for dimension in DIMENSIONS}
    selection = Selection(**fields, text="x", cluster="a", language="en")
    assert selection.without_filters() == Selection(language="en")


def test_a_selection_is_filtered_by_dimensions_and_text_only() -> None:
    fields = [{dimension.field: ("x",)} for dimension in DIMENSIONS] + [{"text": "x"}]
    assert all(replace(Selection(), **field).is_filtered for field in fields)
    assert not Selection(cluster="a", language="en").is_filtered
