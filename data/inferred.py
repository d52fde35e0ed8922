"""Inferred values: values of a list that no source states, but that follow from sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.reference_columns import INFERRED

CITED_WITH = {"members_year": "members", "status_year": "status"}  # a year without citations of its own is cited with its value
SEPARATOR = ";"  # of several values in a citation
YEAR_OF_COUNT = re.compile(r" \([0-9]{4}\)$")


def inferred_columns(clusters: pd.DataFrame, citations: pd.DataFrame, municipalities: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return for each cluster the columns whose value, or an item of it, only inferred citations support.

    Columns that the list itself names as inferred come first. `municipalities` holds names by code, as citations write them.
    """
    rows_of = {subject: list(rows.itertuples()) for subject, rows in citations.groupby("subject")}
    columns: list[tuple[str, ...]] = clusters["inferred"].tolist()
    for row in np.flatnonzero(clusters["id"].isin(rows_of)):
        cluster = clusters.iloc[row].to_dict()
        columns[row] = tuple(dict.fromkeys([*columns[row], *_inferred(cluster, rows_of[cluster["id"]], municipalities)]))
    return columns


def inferred_items(rows: Iterable[Any], items: Sequence[str]) -> list[str]:
    """Return those of `items` that only inferred citations among `rows`, the citations of one field, support.

    A citation supports the items in its value; one without a value supports those that are in no value.
    """
    supports: dict[str, set[str]] = {item: set() for item in items}
    general: set[str] = set()
    for row in rows:
        if not row.value:
            general.add(row.confidence)
            continue
        for item in YEAR_OF_COUNT.sub("", row.value).split(SEPARATOR):
            supports.get(item, set()).add(row.confidence)
    return [item for item, confidences in supports.items() if (confidences or general) == {INFERRED}]


def _inferred(cluster: Mapping[Any, Any], rows: Sequence[Any], municipalities: Mapping[str, str]) -> list[str]:
    """Return the columns of one cluster, whose citations are `rows`."""
    fields = {row.field for row in rows if row.confidence == INFERRED}
    columns = [str(column) for column in cluster if column in fields or CITED_WITH.get(str(column)) in fields]
    return [column for column in columns if _is_inferred(cluster, column, rows, municipalities)]


def _is_inferred(cluster: Mapping[Any, Any], column: str, rows: Sequence[Any], municipalities: Mapping[str, str]) -> bool:
    cell, cited = cluster[column], [row for row in rows if row.field == column]
    if isinstance(cell, tuple):
        return bool(inferred_items(cited, cell))
    if pd.isna(cell):
        return False
    if not cited and column in CITED_WITH:
        return _is_inferred(cluster, CITED_WITH[column], rows, municipalities)
    return bool(inferred_items(cited, [municipalities.get(cell, cell) if column == "municipality_code" else str(cell)]))
