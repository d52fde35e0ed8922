"""Known headings: which cells of a row are headings of a list, in any of the usual spellings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from data.files.axis_headings import heading_of_axis
from data.files.form_questions import heading_of_question, without_number
from data.text import fold

MAX_HEADING_LENGTH = 80  # characters
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PARTS = re.compile("[/,]")  # of "Län/region" and "Kommun, län"
SUFFIXES = (" namn", " name", " kod", " code")

Known = Collection[str]  # headings as `data.text.fold` gives them


def count_known(cells: Sequence[str], known: Known) -> int:
    """Return how many different known headings a row holds."""
    return len({found for cell in cells if known and (found := known_heading(cell, known))})


def known_heading(cell: str, known: Known) -> str:
    """Return the known heading that a cell holds, also with a unit, a remark in brackets or two names: "Län/region (kod)". "" if none."""
    if not cell or len(cell) > MAX_HEADING_LENGTH:
        return ""
    return next((spelling for spelling in _spellings(cell) if spelling in known), "")


def _spellings(cell: str) -> Iterator[str]:
    """Yield the folded forms of a heading that may be known."""
    whole = fold(cell)
    yield whole
    if axis := heading_of_axis(cell):
        yield axis
    if (bare := without_number(cell)) != cell:
        yield from _spellings(bare)
    plain = IN_BRACKETS.sub(" ", cell)
    yield fold(plain)
    if len(parts := PARTS.split(plain)) > 1:
        yield from map(fold, parts)
    if heading := heading_of_question(cell):
        yield heading
    for suffix in SUFFIXES:
        if whole.endswith(suffix):
            yield whole.removesuffix(suffix)
