"""Own columns of a visitor's list as the app addresses them: codes for URLs, and the filters by those with few values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from data.filters import MAX_OWN_FILTERS, OWN, Codes
from data.own.own_columns import Kind, OwnColumn
from data.text import to_slug

CODE_START = "column"  # of the code of an own column; its position in the list follows, counted from 1


def own_codes(columns: Sequence[OwnColumn]) -> Codes:
    """Return the code of each own column, such as "column3"."""
    return tuple(f"{CODE_START}{number}" for number in range(1, len(columns) + 1))


def size_codes(columns: Sequence[OwnColumn]) -> Codes:
    """Return the codes of the columns whose sums the symbols on the map can be sized by."""
    return tuple(code for code, column in zip(own_codes(columns), columns, strict=True) if column.has_sum)


def filter_columns(columns: Sequence[OwnColumn]) -> Sequence[OwnColumn]:
    """Return the columns that are filters: the first with few values, one for each dimension of OWN."""
    return [column for column in columns if column.kind is Kind.CHOICE][:MAX_OWN_FILTERS]


def own_filter_codes(columns: Sequence[OwnColumn]) -> Mapping[str, pd.Series[object]]:
    """Return the codes of each row's values for each filter, by the column of its dimension; none for an empty cell."""
    return {dimension.column: pd.Series(_codes_of(column), dtype=object) for dimension, column in zip(OWN, columns, strict=False)}


def _codes_of(column: OwnColumn) -> list[Codes]:
    codes = {text: tuple(map(to_slug, column.values_in(text))) for text in set(column.texts)}
    return [codes[text] for text in column.texts]


def filter_values(columns: Sequence[OwnColumn], number: int) -> Mapping[str, str]:
    """Return the values of the filter with this number, counted from 0, by their codes; none where there is no such filter."""
    chosen = filter_columns(columns)[number : number + 1]
    return {to_slug(value): value for column in chosen for value in column.distinct}
