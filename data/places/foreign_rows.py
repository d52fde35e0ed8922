"""Rows of other countries, by a column such as "Land": a town there may have the name of a Swedish one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.files.cells import Cells
from data.places.countries import is_foreign_country
from data.text import fold

HEADINGS = frozenset({"land", "country", "nation", "billing country", "mailing country", "country name", "country code", "landskod"})
PARTS = re.compile(r"[/|,()]")


def find_foreign(cells: Cells) -> Mapping[int, str]:
    """Return the country of each row that names another one than Sweden, by the index of the row."""
    found: dict[int, str] = {}
    for heading, texts in zip(cells.header, cells.columns, strict=True):
        if names_country(heading):
            found |= {row: text.strip() for row, text in enumerate(texts) if text and is_foreign_country(text)}
    return found


def names_country(heading: str) -> bool:
    """Return True for a heading of countries, also as one of its parts: "Country/Region"."""
    forms = [fold(part) for part in (heading, *PARTS.split(heading))]
    return not HEADINGS.isdisjoint(forms) or any(form.endswith((" land", " country")) for form in forms)
