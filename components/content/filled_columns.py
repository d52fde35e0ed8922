"""Columns of a list in which any of its clusters has a value: what no cluster has is not shown as missing of each."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pandas as pd

from components.dataset.dataset import Dataset
from data.selection import LANGUAGES

TEXTS = {"description": "description", "focus": "focus_text"}  # fact -> its text, a column for each language


def filled_columns(dataset: Dataset) -> AbstractSet[str]:
    """Return the filled columns of the list; "description" and "focus" are filled also by their texts in either language."""
    columns = dataset.tables.clusters.columns
    filled: AbstractSet[str] = dataset.cached("filled cluster columns", lambda: _filled_columns(dataset.clusters[columns]))
    return filled


def _filled_columns(clusters: pd.DataFrame) -> AbstractSet[str]:
    filled = {
        str(column) for column, cells in clusters.items() if any(not isinstance(cell, tuple) or cell for cell in cells[cells.notna()])
    }
    texts = {name for name, text in TEXTS.items() if any(f"{text}_{language}" in filled for language in LANGUAGES)}
    return frozenset(filled | texts)
