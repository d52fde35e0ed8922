"""Order and pages of the table of clusters: the columns that it can be sorted by, the rows of a page, and their values in a query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.text import clean

ROWS_PER_PAGE = 100
MAX_PAGE = 99_999
PAGE, SORT = "page", "sort"  # parameters of a query
TABLE_COLUMNS = ("name", "regions", "municipality", "focus", "label", "status")  # by which the table can be sorted
SORT_VALUES = (*TABLE_COLUMNS, *(f"-{column}" for column in TABLE_COLUMNS))
OWN_COLUMN = re.compile("column[1-9][0-9]{0,2}")  # code of a column of the visitor's own list


def may_be_sort(value: str) -> bool:
    """Return whether a value of `sort` names a column of every list, or an own one, with "-" before it for the reverse order."""
    return value in SORT_VALUES or OWN_COLUMN.fullmatch(value.removeprefix("-")) is not None


def is_page(value: str) -> bool:
    """Return whether a value of `page` is a number from 1 to MAX_PAGE."""
    return value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_PAGE)) and int(value) > 0


def read_page(values: Sequence[str]) -> int:
    """Return the first page number among the values of `page`; 1 where there is none."""
    return next((int(value) for value in map(clean, values) if is_page(value)), 1)
