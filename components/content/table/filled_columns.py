"""Columns of a list in which at least one cluster has a value. The others are not shown, not even as unknown."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pandas as pd

from components.dataset.dataset import Dataset


def filled_columns(dataset: Dataset) -> AbstractSet[str]:
    """Return the filled columns of the list."""
    columns = dataset.tables.clusters.columns
    filled: AbstractSet[str] = dataset.cached("filled cluster columns", lambda: _filled_columns(dataset.clusters[columns]))
    return filled


def _filled_columns(clusters: pd.DataFrame) -> AbstractSet[str]:
    return frozenset(
        str(column) for column, cells in clusters.items() if any(not isinstance(cell, tuple) or cell for cell in cells[cells.notna()])
    )
