"""Forms of a heading: folded, without remarks and qualifiers, and its parts, by which it is recognised as that of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.column_parsers import Column
from data.files.axis_headings import heading_of_axis
from data.files.form_questions import heading_of_question, without_number
from data.places.foreign_rows import names_country
from data.places.grids import GRID_NAMES
from data.text import fold

MIN_NAMES_OF_OURS = 3  # headings that are names of columns, from which on a file is written in our format
PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*+|\b[0-9]\)$")
PARTS = re.compile(r"[/|,:;]| - | – |\beller\b|\bor\b|\boch\b|\band\b", re.IGNORECASE)
OTHER_WORDS = re.compile(r"(?:lån|lön)\b", re.IGNORECASE)  # without their accents they would be "Län" and "lon"
OWNER = re.compile(r"\w+s (?=(?:kommun|kommunkod|lan|lanskod|ort|postort|stad)$)")  # folded, as in "Arbetsställets kommun"
QUALIFIERS = frozenset(  # words beside a heading that do not change it
    {
        "namn", "name", "kod", "code", "text", "obligatoriskt", "obligatorisk", "required", "valfritt", "valfri", "optional",
        "frivilligt", "dd", "decimal", "decimalgrader", "grader", "degrees", "wgs84", "wgs", "84", "sweref99", "sweref", "99",
        "sweref99tm", "tm", "epsg", "4326", "3006", "nr", "no", "number",
        "huvudsaklig", "huvudsakligt", "verksamma", "primary", "main",
    }
)  # fmt: skip


@dataclass(frozen=True)
class HeaderForms:
    """The header row: its titles, the forms of each, and whether it is in our own format."""

    titles: Sequence[str]
    forms: Sequence[Sequence[str]]
    is_ours: bool


def read_header(titles: Sequence[str], columns: Sequence[Column]) -> HeaderForms:
    """Return the header of these headings, which are cleaned."""
    return HeaderForms(titles, [_forms(title) for title in titles], _is_ours(titles, columns))


def _forms(title: str) -> list[str]:
    """Return the forms of a heading, the surest first: folded, without the text in parentheses, without qualifiers, and its parts."""
    if OTHER_WORDS.match(title):
        return [title.casefold()]
    if axis := heading_of_axis(title):
        return [axis]  # "Koordinater (N)" has no pair in each cell
    from_question, title = heading_of_question(title), without_number(title) or title
    bare = GRID_NAMES.sub(" ", PARENTHESES.sub(" ", title))
    parts = [] if names_country(title) else [part for part in PARTS.split(bare) if part.strip()]  # "Country/Region" has no counties
    forms = [from_question, fold(title), fold(bare), _without_qualifiers(fold(bare))]
    forms.append(OWNER.sub("", fold(bare)))
    if len(parts) > 1:
        forms += [form for part in parts for form in (fold(part), _without_qualifiers(fold(part)))]
    return [form for form in dict.fromkeys(forms) if form]


def _without_qualifiers(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in QUALIFIERS)


def _is_ours(titles: Sequence[str], columns: Sequence[Column]) -> bool:
    """Return True for a header in our own format: then each column has its own name."""
    return len({column.name for column in columns} & set(titles)) >= MIN_NAMES_OF_OURS
