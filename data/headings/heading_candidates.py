"""Candidates: the headings that may mean a column, each with how sure that is and how well the cells below it fit."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.cell_parser import parse_cells
from data.column_parsers import Column
from data.column_parsers import text as parse_text
from data.files.cells import Cells
from data.headings.heading_forms import HeaderForms
from data.notes import NoteKind
from data.text import fold

MAX_SAMPLE = 100  # distinct cells that are tried where several headings may mean one column
MIN_FITTING = 0.5  # share of the cells that must be understood below a heading that may mean other things
ANSWERS = frozenset({"ja", "nej", "yes", "no", "true", "false", "sant", "falskt", "x", "j", "n", "y"})  # below "Medlem" they are no names


@dataclass(frozen=True)
class Candidate:
    """A heading that may mean a column; the lower the rank, the surer."""

    index: int
    rank: int
    fitting: float = 1.0
    is_filled: bool = True


def find_candidates(column: Column, header: HeaderForms, cells: Cells) -> list[Candidate]:
    """Return the headings that may mean a column; an exact name stands alone, but for a name that is among the column's aliases."""
    exact = [Candidate(index, 0) for index, title in enumerate(header.titles) if title == column.name]
    if len(exact) == 1 and (header.is_ours or column.name not in column.aliases):
        return exact
    found = exact if column.has_common_name else []
    found = found + [each for each in ranked(column, header) if each.index not in {other.index for other in found}]
    if len(found) == 1 and not is_guess(found[0], column, header):
        return found
    if column.parse is parse_text:  # each text fits: a guess counts where nothing else is
        found = [each for each in found if not is_guess(each, column, header)] or found
    weighed = [_weighed(candidate, column, cells) for candidate in found]
    return [each for each in weighed if each.fitting >= MIN_FITTING or not is_guess(each, column, header)]


def find_guesses(column: Column, header: HeaderForms, cells: Cells) -> list[Candidate]:
    """Return all headings that may mean a column, also those that other lists use for other things, each weighed by its cells."""
    return [_weighed(candidate, column, cells) for candidate in ranked(column, header)]


def ranked(column: Column, header: HeaderForms) -> Iterator[Candidate]:
    """Yield each heading that is a spelling of the column; the looser its form, the higher its rank."""
    spellings = {fold(alias): rank for rank, alias in reversed(list(enumerate((*column.aliases, *column.guesses), start=1)))}
    if not column.has_common_name:
        spellings.setdefault(fold(column.name), 0)
    for index, forms in enumerate(header.forms):
        ranks = [spellings[form] + looseness * (len(spellings) + 1) for looseness, form in enumerate(forms) if form in spellings]
        if ranks:
            yield Candidate(index, min(ranks))


def is_guess(candidate: Candidate, column: Column, header: HeaderForms) -> bool:
    """Return True for a heading that other lists use for other things too."""
    return not set(map(fold, column.guesses)).isdisjoint(header.forms[candidate.index])


def _weighed(candidate: Candidate, column: Column, cells: Cells) -> Candidate:
    """Return the candidate with the share of its cells that are understood; below a heading of texts, answers and numbers are none."""
    texts = cells.columns[candidate.index]
    is_text = column.parse is not parse_text or any(map(_says_something, texts))
    fitting = share_of_understood(column, texts) if is_text else 0.0
    return Candidate(candidate.index, candidate.rank, fitting, any(map(str.strip, texts)))


def _says_something(text: str) -> bool:
    """Return True for a text with letters that is more than an answer such as "Ja"."""
    return any(map(str.isalpha, text)) and fold(text) not in ANSWERS


def share_of_understood(column: Column, texts: Sequence[str]) -> float:
    """Return the share of the different filled cells that the column's parser understands, 0 where none is filled."""
    sample = list(itertools.islice(dict.fromkeys(filter(None, map(str.strip, texts))), MAX_SAMPLE))
    _, noted = parse_cells(sample, column)
    good = sum(not any(note.kind is NoteKind.LEFT_OUT for note in noted.get(text, ())) for text in sample)
    return good / len(sample) if sample else 0.0


def halves(header: HeaderForms, columns: Sequence[Column]) -> set[int]:
    """Return the indexes of headings that would be half a coordinate, such as X or Latitud: the other half is not there."""
    by_name = {column.name: {index for index, forms in enumerate(header.forms) if _is_heading_of(column, forms)} for column in columns}
    pairs = (("lat", "lon"), ("lon", "lat"), ("x", "y"), ("y", "x"))
    return {index for first, second in pairs for index in by_name.get(first, ()) if not by_name.get(second)}


def _is_heading_of(column: Column, forms: Sequence[str]) -> bool:
    return not {column.name, *map(fold, column.aliases)}.isdisjoint(forms)
