"""Report on the reading of a list in one language: the same sentences on the page of an upload and by `python -m data.check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.lists import Tables
from data.notes import NoteKind
from data.own.personal_data import hold_people, is_personal
from data.reading_report import ReadingReport, shorten
from data.translation import Translator

MAX_NAMES = 5  # rows without a county, or columns of personal data, that are named
MAX_NOTES_SHOWN = 100  # of each kind, equal ones counting once


@dataclass(frozen=True)
class NoteLine:
    """Notes that differ in their row only, as they are shown.

    Attributes:
        row: Number of the first row as a spreadsheet counts; None for the whole list.
        others: Number of further rows.
        column: Heading, or "".
        value: Text as written, or "".
        text: How the value was read, or what is allowed.
        suggestion: The nearest right value, or "".
    """

    row: int | None
    others: int
    column: str
    value: str
    text: str
    suggestion: str


@dataclass(frozen=True)
class NotesOfKind:
    """Notes of one kind.

    Attributes:
        count: Number of the notes.
        rows: The first of them, equal ones as one.
        more: Number of those that are in none of the rows.
    """

    count: int
    rows: tuple[NoteLine, ...]
    more: int


def notes_of_kind(report: ReadingReport, kind: NoteKind, texts: Translator) -> NotesOfKind:
    """Return the notes of a kind as they are shown."""
    groups = report.of_kind(kind)[:MAX_NOTES_SHOWN]
    rows = tuple(
        NoteLine(
            each.note.row,
            each.count - 1,
            shorten(each.note.column),
            each.note.value,
            texts.translate(each.note.text),
            each.note.suggestion,
        )
        for each in groups
    )
    count = report.counts.get(kind, 0)
    return NotesOfKind(count, rows, count - sum(group.count for group in groups))


def taken_sentence(report: ReadingReport, texts: Translator) -> str:
    """Return how many rows are taken as they are; "" where no row has a note."""
    count = report.rows_as_written
    sentence = texts.ngettext("%(count)s row was taken exactly as it is.", "%(count)s rows were taken exactly as they are.", count)
    return sentence % {"count": texts.number(count)} if report.counts else ""


def kind_sentence(kind: NoteKind, count: int, texts: Translator) -> str:
    """Return how many values were left out, or interpreted."""
    if kind is NoteKind.LEFT_OUT:
        sentence = texts.ngettext("%(count)s value was left out.", "%(count)s values were left out.", count)
    else:
        sentence = texts.ngettext("%(count)s value was interpreted.", "%(count)s values were interpreted.", count)
    return sentence % {"count": texts.number(count)}


def without_county(clusters: pd.DataFrame, texts: Translator) -> str:
    """Return a sentence that names the rows without a county, or "" if there are none: such a row may hold totals and no cluster."""
    names = [shorten(name) for name in clusters["name"][~clusters["region_codes"].map(bool) & clusters["lat"].isna()]]
    if not names:
        return ""
    sentence = texts.ngettext("%(count)s of them has no county: %(names)s", "%(count)s of them have no county: %(names)s", len(names))
    return sentence % {"count": texts.number(len(names)), "names": _named(names)}


def personal_data(tables: Tables, texts: Translator) -> tuple[str, ...]:
    """Return a sentence on names of rows that seem to be those of people, and one on columns that seem to hold personal data."""
    sentences = []
    if hold_people(tables.clusters["name"]):
        sentences.append(
            texts.gettext("The rows seem to be people. The list should have organisations only: add a column with their names.")
        )
    headings = [shorten(column.heading) for column in tables.own_columns if is_personal(column)]
    if headings:
        sentence = texts.ngettext(
            "This column seems to hold personal data: %(names)s. It is in the map to send and all files: delete it before sharing.",
            "These columns seem to hold personal data: %(names)s. They are in the map to send and all files: delete them before sharing.",
            len(headings),
        )
        sentences.append(sentence % {"names": _named(headings)})
    return tuple(sentences)


def _named(names: Sequence[str]) -> str:
    """Return the first names as a list."""
    return ", ".join([*names[:MAX_NAMES], *(["…"] if len(names) > MAX_NAMES else [])])


def more_sentence(count: int, texts: Translator) -> str:
    """Return how many further ones there are, or "" for none."""
    return texts.ngettext("and %(count)s more", "and %(count)s more", count) % {"count": texts.number(count)} if count > 0 else ""
