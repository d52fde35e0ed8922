"""Columns of postal codes: a code places no row, but with it a town is the one by which letters are sent."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from data.files.cells import Cells
from data.places.addresses import is_postal_code
from data.text import fold

HEADING = re.compile(r"(?:.+ )?(?:postnr|postnummer|post nr|postal code|post ?code|zip(?: ?code)?)")  # folded


def is_postal_heading(heading: str) -> bool:
    """Return True for a heading of postal codes."""
    return bool(HEADING.fullmatch(fold(heading)))


def rows_with_postal_code(cells: Cells) -> AbstractSet[int]:
    """Return the indexes of the rows that have a postal code in a column of their own."""
    columns = [texts for heading, texts in zip(cells.header, cells.columns, strict=True) if is_postal_heading(heading)]
    return {row for texts in columns for row, text in enumerate(texts) if is_postal_code(text)}
