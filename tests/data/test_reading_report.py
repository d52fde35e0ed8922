"""Report on a reading: equal notes grouped, bounded in memory, all counted; and which rows count as left out."""

from __future__ import annotations

import pytest

from data.messages import message
from data.notes import Note, NoteKind
from data.reading_report import MAX_GROUPS, CellNote, NoteCollector

TEXT = message("read as an empty cell")


def test_equal_notes_are_one_group_with_their_number() -> None:
    notes = NoteCollector(range(2, 14))
    for row in range(12):
        notes.add(row, "Län", CellNote(NoteKind.UNDERSTOOD, "-", TEXT))
    (group,) = notes.report().groups
    assert (group.count, group.note.row, notes.report().rows_as_written) == (12, 2, 0)
    assert str(group) == "row 2 and 11 more, column Län: '-' understood: read as an empty cell"


def test_a_hundred_thousand_bad_rows_are_counted_and_the_first_kept() -> None:
    notes = NoteCollector(range(2, 100_002))
    for row in range(100_000):
        notes.add(row, "Län", CellNote(NoteKind.LEFT_OUT, f"Plats {row}", TEXT))
    report = notes.report()
    assert (len(report.groups), report.rows_left_out, report.counts) == (MAX_GROUPS, 100_000, {NoteKind.LEFT_OUT: 100_000})
    assert report.more(NoteKind.LEFT_OUT) == 100_000 - MAX_GROUPS and report.lines[-1] == f"and {100_000 - MAX_GROUPS} more"


def test_a_row_counts_once_and_notes_of_the_file_count_for_no_row() -> None:
    notes = NoteCollector([2, 3, 4])
    notes.add(0, "Län", CellNote(NoteKind.LEFT_OUT, "x", TEXT))
    notes.add(0, "Kommun", CellNote(NoteKind.LEFT_OUT, "y", TEXT))
    notes.add(None, "", CellNote(NoteKind.LEFT_OUT, "", TEXT))
    notes.include([Note(NoteKind.LEFT_OUT, 5, "", "Totalt", TEXT), Note(NoteKind.UNDERSTOOD, 3, "Namn", "A", TEXT)], lost_rows=0)
    report = notes.report()
    assert (report.rows, report.rows_as_written, report.rows_left_out) == (3, 1, 1)
    assert report.counts == {NoteKind.LEFT_OUT: 4, NoteKind.UNDERSTOOD: 1}


def test_a_row_that_the_file_lost_is_one_that_is_left_out() -> None:
    notes = NoteCollector([2, 4])
    notes.include([Note(NoteKind.LEFT_OUT, 3, "", "Fel", TEXT)], lost_rows=1)
    report = notes.report()
    assert (report.rows, report.rows_as_written, report.rows_left_out) == (3, 2, 1)


@pytest.mark.parametrize(
    ("rows", "left_out", "percent", "is_within"),
    [(100, 2, 2, True), (100, 3, 2, False), (10, 1, 2, True), (10, 2, 2, False), (10, 1, 0, False), (10, 0, 0, True), (10, 10, 100, True)],
)
def test_the_allowed_share_of_left_out_rows(rows: int, left_out: int, percent: float, is_within: bool) -> None:  # noqa: FBT001
    notes = NoteCollector(range(rows))
    for row in range(left_out):
        notes.add(row, "Län", CellNote(NoteKind.LEFT_OUT, "x", TEXT))
    assert notes.report().is_within(percent) is is_within
