"""Own columns of a visitor's list as page and files show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.own_filters import own_codes
from data.own.own_columns import Kind, OwnColumn


def own_columns(dataset: Dataset) -> Mapping[str, OwnColumn]:
    """Return the own columns of a list by their codes."""
    columns = dataset.tables.own_columns
    return dict(zip(own_codes(columns), columns, strict=True))


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
