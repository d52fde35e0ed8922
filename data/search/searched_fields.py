"""Fields in which a search looks, from the most important one, and their text for each cluster."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

# Fields from the most important to the least: a cluster that has a word in its name comes before one that has it in its description.
FIELDS = (
    ("name",),
    ("aliases", "present_name"),
    ("municipality", "regions"),
    ("focus_text_sv", "focus_text_en"),
    ("description_sv", "description_en", "own_texts"),
)
AREA_FIELD, FOCUS_FIELD = 2, 3
NAME_FIELDS, TEXT_FIELDS = (0, 1), (0, 1, 3, 4)  # without that of areas
PRONOUN = re.compile(r"\b[Ii]t\b")  # in English texts; IT is written in capitals


def texts_by_field(clusters: pd.DataFrame, focus_names: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the text of each field for each cluster."""
    texts = clusters.assign(description_en=[PRONOUN.sub("", text or "") for text in clusters["description_en"]])
    columns: list[list[list[Any]]] = [[texts[name].tolist() for name in names] for names in FIELDS]
    names_of = {codes: " ".join(name for code in codes for name in focus_names[code]) for codes in set(clusters["focus"])}
    columns[FOCUS_FIELD].append([names_of[codes] for codes in clusters["focus"]])
    return [[" ".join(map(_to_text, cells)) for cells in zip(*texts, strict=True)] for texts in columns]


def _to_text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")
