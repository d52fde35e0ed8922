"""Own columns of a visitor's list as page and files show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd
from babel.numbers import format_decimal
from numpy.typing import NDArray

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.own_filters import own_codes
from components.dataset.view import View
from data.own_columns import Kind, OwnColumn, statistics
from data.selection import NO_COLUMN

MAX_FIRST_COLUMNS = 3  # own columns that the table shows before the visitor chooses


def own_columns(dataset: Dataset) -> Mapping[str, OwnColumn]:
    """Return the own columns of a list by their codes."""
    columns = dataset.tables.own_columns
    return dict(zip(own_codes(columns), columns, strict=True))


def shown_columns(view: View) -> Sequence[str]:
    """Return the codes of the own columns that the table shows: the chosen ones, or else the first."""
    codes = tuple(own_columns(view.dataset))
    if view.selection.columns:
        return [code for code in codes if code in view.selection.columns]
    return codes[:MAX_FIRST_COLUMNS]


def with_toggled(view: View, code: str) -> tuple[str, ...]:
    """Return the columns of the selection after one more is shown, or one less."""
    shown = shown_columns(view)
    toggled = tuple(each for each in own_columns(view.dataset) if (each in shown) != (each == code))
    return toggled or (NO_COLUMN,)


def own_frame(dataset: Dataset, rows: NDArray[np.intp], taken: Collection[str], texts: Texts, *, keeps_texts: bool = False) -> pd.DataFrame:
    """Return the own columns of these rows under their headings: numbers as numbers, with their unit behind the heading, all else as text.

    A heading that is the name of one of our columns, `taken`, gets "(own)" behind it. With `keeps_texts`, a text among numbers stays,
    for people; else its cell is empty, for programs.
    """
    frame: dict[str, pd.Series[object]] = {}
    ours = {name.casefold() for name in taken}
    for column in dataset.tables.own_columns:
        heading = column.heading_with_unit
        while heading.casefold() in ours:
            heading = texts.gettext("%s (own)") % heading
        ours.add(heading.casefold())
        frame[heading] = _cells(column, rows, keeps_texts=keeps_texts)
    return pd.DataFrame(frame, index=pd.Index(rows))


def _cells(column: OwnColumn, rows: NDArray[np.intp], *, keeps_texts: bool) -> pd.Series[object]:
    if column.kind is not Kind.NUMBER:
        return pd.Series([column.texts[row] for row in rows], index=pd.Index(rows), dtype=object)
    index, numbers = pd.Index(rows), [column.numbers[row] for row in rows]
    if keeps_texts and column.has_texts:
        cells = [column.texts[row] if number is None else _plain(number) for row, number in zip(rows, numbers, strict=True)]
        return pd.Series(cells, index=index, dtype=object)
    is_whole = all(number is None or float(number).is_integer() for number in column.numbers)
    return pd.Series(numbers, index=index, dtype=float).astype("Int64" if is_whole else float)


def _plain(number: float) -> float:
    return int(number) if float(number).is_integer() else number


def statistics_texts(view: View) -> list[str]:
    """Return sum and median of each shown column of numbers among the matching rows, as "Employees: sum 310, median 12 (58 rows)"."""
    texts, rows = view.texts, np.flatnonzero(view.match.mask).tolist()
    sentences = []
    for code in shown_columns(view):
        column = own_columns(view.dataset)[code]
        found = statistics(column, rows) if column.kind is Kind.NUMBER else None
        if found is None:
            continue
        values = {"sum": number_text(found.total, texts), "median": number_text(found.middle, texts), "count": texts.number(found.count)}
        sentences.append(statistics_template(column, texts) % {**values, "column": column.heading_with_unit})
    return sentences


def statistics_template(column: OwnColumn, texts: Texts) -> str:
    """Return the sentence with the statistics of a column of numbers, with placeholders: column, sum, median and count."""
    if column.has_sum:
        return texts.gettext("%(column)s: sum %(sum)s, median %(median)s (of %(count)s values)")
    return texts.gettext("%(column)s: median %(median)s (of %(count)s values)")


def number_text(number: float, texts: Texts) -> str:
    """Return a number with at most two decimals, as the language writes it."""
    return format_decimal(round(number, 2), locale=texts.locale)
