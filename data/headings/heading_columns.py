"""Columns that the headings of a file mean, by name or by other headings. Where several fit, the cells decide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.column_parsers import Column
from data.column_parsers import text as parse_text
from data.files.cells import Cells
from data.headings.heading_candidates import Candidate, find_candidates, find_guesses, halves, is_guess, ranked
from data.headings.heading_conflicts import note_on_unread
from data.headings.heading_forms import HeaderForms, read_header
from data.headings.heading_spelling import find_misspelt
from data.headings.repeated_names import column_of_rows
from data.messages import Message, message
from data.nearest import nearest
from data.notes import NoteKind
from data.own.personal_data import hold_people, names_people
from data.places.foreign_rows import names_country
from data.text import clean, fold

DERIVED = ("nuts3_codes", "municipality")  # columns of our files that follow from codes
TITLES = frozenset({"titel", "title"})  # beside the name of an organisation they are those of its people
HALF = message("not read as a coordinate, since the column of the other one is missing")


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
        notes: Notes on them.
        are_ours: True if the file is in our own format, as our files for programs are.
    """

    indexes: Mapping[str, int]
    titles: Sequence[str]
    notes: Sequence[HeadingNote]
    are_ours: bool = False

    def title(self, name: str) -> str:
        """Return the heading of a column in the file, or the column's name where the file does not have it."""
        return self.titles[self.indexes[name]] if name in self.indexes else name

    @property
    def derived(self) -> list[int]:
        """Indexes of the columns that only repeat others, in files that the app wrote."""
        is_ours = {"region_codes", "municipality_code"} <= set(self.titles)
        return [index for index, title in enumerate(self.titles) if is_ours and title in DERIVED]

    @property
    def unused(self) -> list[int]:
        """Indexes of the headings that mean none of the columns; those without a text are left out, and those that are derived."""
        used = {*self.indexes.values(), *self.derived}
        return [index for index, title in enumerate(self.titles) if title and index not in used]


def find_columns(cells: Cells, columns: Sequence[Column]) -> Headings:
    """Return which heading means which column.

    The best heading of a column is its name, then the name in other letters, then one of its other headings, also as a part
    ("Län/region") or beside words that do not change it ("Län (obligatoriskt)"). Where several such headings stand in a file, the cells
    decide: the parser understands those of one best. Where there is none, a misspelt heading may be that of names or places.
    """
    titles = [clean(heading) for heading in cells.header]
    header = read_header(titles, columns)
    indexes: dict[str, int] = {}
    notes: list[HeadingNote] = []
    half = halves(header, columns)
    for column in columns:
        taken = {*indexes.values(), *half}
        candidates = [each for each in find_candidates(column, header, cells) if each.index not in taken]
        if candidates:
            best, notes_on_best = _choose(column, candidates, header, cells, taken)
            indexes[column.name] = best.index
            notes += notes_on_best
    known = {each.index for column in columns for each in ranked(column, header)}
    for column, index, meant in find_misspelt(titles, columns, cells, indexes, half | known):
        indexes[column.name] = index
        notes.append(HeadingNote(NoteKind.UNDERSTOOD, titles[index], message("the heading was read as %(heading)s", heading=meant)))
    lost = sorted(half.difference(indexes.values()))
    notes += [HeadingNote(NoteKind.UNDERSTOOD, titles[index], HALF) for index in lost if len(titles[index]) > 1]
    return Headings(indexes, titles, notes, header.is_ours)


def _choose(
    column: Column, candidates: Sequence[Candidate], header: HeaderForms, cells: Cells, taken: Collection[int]
) -> tuple[Candidate, list[HeadingNote]]:
    """Return the candidate whose cells fit a column best, and the notes on it and on the others; `taken` are columns with a meaning."""
    best = min(candidates, key=lambda each: (not each.is_filled, -round(each.fitting, 1), each.rank, each.index))
    if column.name == "name" and (named := _names_of_rows(best, column, header, cells, taken)):
        of_rows, note = named
        return of_rows, [note]
    notes = list(_notes_on_others(best, candidates, column, cells))
    if column.parse is parse_text and is_guess(best, column, header):
        text = message("read as the names, since no other column has them")
        notes.insert(0, HeadingNote(NoteKind.UNDERSTOOD, clean(cells.header[best.index]), text))
    return best, notes


def _names_of_rows(
    best: Candidate, column: Column, header: HeaderForms, cells: Cells, taken: Collection[int]
) -> tuple[Candidate, HeadingNote] | None:
    """Return the column that names the rows in place of the best one, with a note on it; None where the best one does.

    It is another one where the best one has names of people, or a few names that are repeated. Our own files have only one.
    """
    guesses = [] if header.is_ours else find_guesses(column, header, cells)
    guesses = [each for each in guesses if each.index not in {best.index, *taken} and TITLES.isdisjoint(header.forms[each.index])]
    others = [each for each in guesses if each.fitting and not hold_people(cells.columns[each.index])]
    heading = clean(cells.header[best.index])
    if others and hold_people(cells.columns[best.index]):
        named = min(others, key=lambda each: (each.rank, each.index))
        text = message("read as the names, since those of the column %(heading)s seem to be of people", heading=heading)
    elif (named := column_of_rows(best, others, cells.columns)) != best:
        text = message("read as the names, since those of the column %(heading)s are repeated", heading=heading)
    else:
        return None
    return named, HeadingNote(NoteKind.UNDERSTOOD, clean(cells.header[named.index]), text)


def nearest_heading(title: str, columns: Sequence[Column], used: Collection[str]) -> str:
    """Return the heading that was perhaps meant by one that means nothing, or "" if it is none, or of one of the columns `used`."""
    names = {fold(alias): alias[0].upper() + alias[1:] for column in columns for alias in column.aliases}
    found = "" if names_country(title) or names_people(title) else nearest(title, names)
    if fold(found)[:1] != fold(title)[:1]:  # "Anmärkning" is no misspelt "Märkning"
        return ""
    return "" if any(fold(found) in map(fold, column.aliases) for column in columns if column.name in used) else found


def _notes_on_others(best: Candidate, candidates: Sequence[Candidate], column: Column, cells: Cells) -> Iterator[HeadingNote]:
    """Yield a note on each other heading that may mean the same and is not read, where it matters."""
    for each in candidates:
        if each.index != best.index and each.is_filled:
            text = note_on_unread(cells, column, best.index, each.index, is_understood=each.fitting == 1)
            if text:
                yield HeadingNote(NoteKind.UNDERSTOOD, clean(cells.header[each.index]), text)
