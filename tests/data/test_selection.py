from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.filters import DIMENSIONS
from data.known_codes import KnownCodes, UnknownValue
from data.selection import Selection

KNOWN = KnownCodes({"region": ("01", "12", "14")}, clusters=("a", "b-c"))


@pytest.mark.parametrize(("page", "last_page"), [(1, 1), (2, 2), (2, 3)])
def test_a_page_up_to_the_last_exists(page: int, last_page: int) -> None:
    assert Selection(page=page).with_existing_page(last_page) == (Selection(page=page), ())


def test_in_place_of_a_page_after_the_last_comes_the_first() -> None:
    selection = Selection(regions=("12",), page=4)
    assert selection.with_existing_page(3) == (Selection(regions=("12",)), (UnknownValue("page", "4", ()),))


def test_files_have_the_order_of_the_table_and_no_page() -> None:
    selection = Selection(regions=("12",), cluster="a", language="en", sort="-name")
    assert replace(selection, page=3).for_files() == selection
    assert replace(selection, page=3).without_order() == replace(selection, sort="")


def test_codes_that_a_dataset_does_not_know_are_dropped() -> None:
    selection = Selection(regions=("99", "14", "12"), focus=("magic",), text="x", cluster="nobody", language="en", sort="name", page=2)
    assert selection.with_known(KNOWN) == Selection(regions=("12", "14"), text="x", language="en", sort="name", page=2)


def test_without_filters_only_the_language_is_left() -> None:
    fields: dict[str, Any] = {dimension.field: ("x",) for dimension in DIMENSIONS}
    selection = Selection(**fields, text="x", cluster="a", language="en", sort="name", page=2)
    assert selection.without_filters() == Selection(language="en")


def test_with_empty_filters_the_open_cluster_and_the_order_stay() -> None:
    fields: dict[str, Any] = {dimension.field: ("x",) for dimension in DIMENSIONS}
    selection = Selection(**fields, text="x", cluster="a", language="en", sort="name", page=2)
    assert selection.with_empty_filters() == Selection(cluster="a", language="en", sort="name")


def test_a_selection_is_filtered_by_dimensions_and_text_only() -> None:
    fields = [{dimension.field: ("x",)} for dimension in DIMENSIONS] + [{"text": "x"}]
    assert all(replace(Selection(), **field).is_filtered for field in fields)
    assert not Selection(cluster="a", language="en", sort="name", page=2).is_filtered
