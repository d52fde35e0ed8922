"""Headings matched to columns: by name, by other headings, also with words around them; of several, the one whose cells fit best."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.cell_parser import parse_cells
from data.column_parsers import Column
from data.column_parsers import text as parse_text
from data.files.cells import Cells
from data.files.headings import asked_heading, without_number
from data.heading_conflicts import note_on_unread
from data.messages import Message, message
from data.nearest import nearest
from data.notes import NoteKind
from data.text import clean, fold

HALF = message("not read as a coordinate, since the column of the other one is missing")
MAX_SAMPLE = 100  # distinct cells that are tried where several headings may mean one column
MIN_NAMES_OF_OURS = 3  # headings that are names of columns, from which on a file is written in our format
MIN_FITTING = 0.5  # share of the cells that must be understood below a heading that may mean other things
PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*+|\b[0-9]\)$")
PARTS = re.compile(r"[/|,:;]| - | – |\beller\b|\bor\b|\boch\b|\band\b", re.IGNORECASE)
QUALIFIERS = frozenset(  # words beside a heading that do not change it
    {
        "namn", "name", "kod", "code", "text", "obligatoriskt", "obligatorisk", "required", "valfritt", "valfri", "optional",
        "frivilligt", "dd", "decimal", "decimalgrader", "grader", "degrees", "wgs84", "wgs", "84", "sweref99", "sweref", "99",
        "sweref99tm", "tm", "epsg", "4326", "3006", "nr", "no", "number",
    }
)  # fmt: skip


@dataclass(frozen=True)
class HeadingNote:
    """A note on a heading of the header row."""

    kind: NoteKind
    heading: str
    text: Message


@dataclass(frozen=True)
class Headings:
    """Columns of a table as its headings tell them.

    Attributes:
        indexes: Index in the header by name of column.
        titles: Headings, cleaned, in their order.
        notes: What there is to note on them.
    """

    indexes: Mapping[str, int]
    titles: Sequence[str]
    notes: Sequence[HeadingNote]

    def title(self, name: str) -> str:
        """Return the heading of a column in the file, or the column's name where the file does not have it."""
        return self.titles[self.indexes[name]] if name in self.indexes else name

    @property
    def unused(self) -> list[int]:
        """Indexes of the headings that mean none of the columns; those without a text are left out."""
        used = set(self.indexes.values())
        return [index for index, title in enumerate(self.titles) if title and index not in used]


@dataclass(frozen=True)
class _Header:
    """The header row: its titles, the forms of each, and whether it is in our own format."""

    titles: Sequence[str]
    forms: Sequence[Sequence[str]]
    is_ours: bool


@dataclass(frozen=True)
class _Candidate:
    """A heading that may mean a column; the lower the rank, the surer."""

    index: int
    rank: int
    fitting: float = 1.0
    is_filled: bool = True


def find_columns(cells: Cells, columns: Sequence[Column]) -> Headings:
    """Return which heading means which column.

    It is the column's name or, where none is, the name in other letters, or one of its other headings, also in parts ("Län/region") and
    beside words that do not change it ("Län (obligatoriskt)"). Of several, it is the one whose cells the parser understands best.
    """
    titles = [clean(heading) for heading in cells.header]
    header = _Header(titles, [_forms(title) for title in titles], _is_ours(titles, columns))
    indexes: dict[str, int] = {}
    notes: list[HeadingNote] = []
    halves = _halves(header, columns)
    for column in columns:
        candidates = [candidate for candidate in _candidates(column, header, cells) if candidate.index not in {*indexes.values(), *halves}]
        if not candidates:
            continue
        best = min(candidates, key=lambda each: (not each.is_filled, -round(each.fitting, 1), each.rank, each.index))
        indexes[column.name] = best.index
        if column.parse is parse_text and _is_guess(best, column, header):
            text = message("read as the names, since no other column has them")
            notes.append(HeadingNote(NoteKind.UNDERSTOOD, titles[best.index], text))
        notes += _notes_on_others(best, candidates, column, cells)
    notes += [
        HeadingNote(NoteKind.UNDERSTOOD, titles[index], HALF) for index in sorted(halves - {*indexes.values()}) if len(titles[index]) > 1
    ]
    return Headings(indexes, titles, notes)


def nearest_heading(title: str, columns: Sequence[Column], used: Collection[str]) -> str:
    """Return the heading that was perhaps meant by one that means nothing, or "" if it is none, or of one of the columns `used`."""
    names = {fold(alias): alias[0].upper() + alias[1:] for column in columns for alias in column.aliases}
    found = nearest(title, names)
    return "" if any(fold(found) in map(fold, column.aliases) for column in columns if column.name in used) else found


def _halves(header: _Header, columns: Sequence[Column]) -> set[int]:
    """Return the indexes of headings that would be half a coordinate, such as X or Latitud: the other half is not there."""
    by_name = {column.name: {index for index, forms in enumerate(header.forms) if _is_heading_of(column, forms)} for column in columns}
    pairs = (("lat", "lon"), ("lon", "lat"), ("x", "y"), ("y", "x"))
    return {index for first, second in pairs for index in by_name.get(first, ()) if not by_name.get(second)}


def _is_heading_of(column: Column, forms: Sequence[str]) -> bool:
    return not {column.name, *map(fold, column.aliases)}.isdisjoint(forms)


def _forms(title: str) -> list[str]:
    """Return a heading folded, without what stands in parentheses, without qualifiers, and its parts, the surest first."""
    asked, title = asked_heading(title), without_number(title) or title
    bare = PARENTHESES.sub(" ", title)
    parts = [part for part in PARTS.split(bare) if part.strip()]
    forms = [asked, fold(title), fold(bare), _without_qualifiers(fold(bare))]
    if len(parts) > 1:
        forms += [form for part in parts for form in (fold(part), _without_qualifiers(fold(part)))]
    return [form for form in dict.fromkeys(forms) if form]


def _without_qualifiers(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in QUALIFIERS)


def _is_ours(titles: Sequence[str], columns: Sequence[Column]) -> bool:
    """Return True for a header in our own format: then each column has its own name."""
    return len({column.name for column in columns} & set(titles)) >= MIN_NAMES_OF_OURS


def _candidates(column: Column, header: _Header, cells: Cells) -> list[_Candidate]:
    """Return the headings that may mean a column; an exact name stands alone, but for a name that is among the column's aliases."""
    exact = [_Candidate(index, 0) for index, title in enumerate(header.titles) if title == column.name]
    if len(exact) == 1 and (header.is_ours or column.name not in column.aliases):
        return exact
    found = exact if column.has_common_name else []
    found = found + [each for each in _ranked(column, header) if each.index not in {other.index for other in found}]
    if len(found) == 1 and not _is_guess(found[0], column, header):
        return found
    if column.parse is parse_text:  # each text fits: a guess counts where nothing else is
        found = [each for each in found if not _is_guess(each, column, header)] or found
    weighed = [_weighed(candidate, column, cells) for candidate in found]
    return [each for each in weighed if each.fitting >= MIN_FITTING or not _is_guess(each, column, header)]


def _ranked(column: Column, header: _Header) -> Iterator[_Candidate]:
    """Yield each heading that is a spelling of the column; the looser its form, the higher its rank."""
    spellings = {fold(alias): rank for rank, alias in reversed(list(enumerate((*column.aliases, *column.guesses), start=1)))}
    if not column.has_common_name:
        spellings.setdefault(fold(column.name), 0)
    for index, forms in enumerate(header.forms):
        ranks = [spellings[form] + looseness * (len(spellings) + 1) for looseness, form in enumerate(forms) if form in spellings]
        if ranks:
            yield _Candidate(index, min(ranks))


def _is_guess(candidate: _Candidate, column: Column, header: _Header) -> bool:
    return not set(map(fold, column.guesses)).isdisjoint(header.forms[candidate.index])


def _weighed(candidate: _Candidate, column: Column, cells: Cells) -> _Candidate:
    """Return the candidate with the share of its cells that are understood."""
    texts = cells.columns[candidate.index]
    sample = list(itertools.islice(dict.fromkeys(filter(None, map(str.strip, texts))), MAX_SAMPLE))
    _, noted = parse_cells(sample, column)
    good = sum(not any(note.kind is NoteKind.LEFT_OUT for note in noted.get(text, ())) for text in sample)
    return _Candidate(candidate.index, candidate.rank, good / len(sample) if sample else 0.0, bool(sample))


def _notes_on_others(best: _Candidate, candidates: Sequence[_Candidate], column: Column, cells: Cells) -> Iterator[HeadingNote]:
    """Yield a note on each other heading that may mean the same and is not read, where it matters."""
    for each in candidates:
        if each.index != best.index and each.is_filled:
            text = note_on_unread(cells, column, best.index, each.index, is_understood=each.fitting == 1)
            if text:
                yield HeadingNote(NoteKind.UNDERSTOOD, clean(cells.header[each.index]), text)
