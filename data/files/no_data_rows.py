"""Rows that are no data: totals, source notes below the table, lines, headings of groups, and headings repeated on each printed page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from data.files.groups import Groups
from data.files.header import Header
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.files.rows import NumberedRow, filled_count
from data.files.sheets import comparable
from data.files.totals import PAGE, Totals, is_number
from data.messages import Message, message
from data.text import fold

# Patterns of text in lower case.
NOTE = re.compile(
    r"(?:källa|källor|källhänvisning|sources?|kontakt(?:person|uppgifter)?|contact|(?:senast )?uppdatera[dt]|(?:last )?updated|not|noter|"
    r"fotnot|anm|anmärkning|notes?|obs|observera|licen[sc]e?|copyright|framtage[nt](?: av)?|framställd(?: av)?|sammanställd(?: av)?|"
    r"utskrive[nt]|exportera[dt](?: av)?|exported(?: by)?|genererad|generated|printed|skapad|"
    r"created|datum|date|utdrag|uttag|version|ansvarig|kommentar|förklaring|hämtad|retrieved)\s*:"
)
NOTE_ALONE = re.compile(
    r"(?:källa|källor|(?:senast )?uppdatera[dt]|last updated|updated|framtage[nt] av|sammanställd av|utskrive[nt]|"
    r"exportera[dt]|exported|genererad|generated) \S|"
    r"(?:tecken|färg)?förklaring(?:ar)?$|legend$|"
    r"(?:strikt |strictly )?(?:konfidentiellt?|confidential|sekretess|arbetsmaterial)[.!]?$|"
    r"\(?\d+ (?:rows?|rader)(?:\(s\))?(?: affected| påverkade[sn]?| returned| in set.*)?\)?\.?$|©|copyright\b|"
    r"\*+ ?\S|[¹²³]|\(?\d\) \S|#"
)
COMMENT = re.compile(r"#\s")
RULE = re.compile(r"[-–—_=:+*. ]{3,}")  # a line drawn with signs, as below the headings of a table in plain text
MIN_WORDS_OF_A_SENTENCE = 5
TOTAL_ROW, NOTE_ROW = message("a total: not a row of the list"), message("a note: not a row of the list")
DIGIT = re.compile(r"\d")


def without_repeated_headings(rows: Iterable[NumberedRow], header: Header, notes: NoteList) -> Iterator[NumberedRow]:
    """Yield the rows below the header without those that repeat it or a title above it, as on each page of a printed list."""
    headings = comparable(header.cells)
    titles = {tuple(cells) for cells in header.titles if filled_count(cells) == 1}
    repeated = message("repeats the headings, or a title above them")
    for number, cells in rows:
        if (fold(cells[0]) == headings[0] and _are_headings(cells, headings)) or tuple(cells) in titles:
            notes.understood(repeated, number, value=_shown(cells))
        else:
            yield number, cells


def _are_headings(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Return True for a row that is the header, or for several cells that are headings of their columns, without some others."""
    found = comparable(cells)
    if found == headings:
        return True
    are_some = all(not cell or cell == heading for cell, heading in zip(found, headings, strict=False))
    return are_some and len(found) <= len(headings) and filled_count(cells) > 1


def without_totals(
    rows: Sequence[NumberedRow], header: Header, reading: Reading, groups: Groups, kinds: Collection[int]
) -> list[NumberedRow]:
    """Return the rows without totals and headings of groups, and without notes and totals at the foot of the table.

    `kinds` are the numbers of the headings of groups that name no place.
    """
    totals = Totals(rows, header, reading.find_places)
    is_total = [totals.includes(index) for index in range(len(rows))]
    foot = _foot_start(rows, is_total)
    last_row = max((index for index in range(foot) if not is_total[index]), default=-1)
    kept = []
    for index, (number, cells) in enumerate(rows):
        if is_total[index] and (index > last_row or any(map(DIGIT.search, cells))):  # "Total" alone between rows may be a company
            is_page = PAGE.fullmatch(fold("".join(cells)))
            reading.notes.understood(NOTE_ROW if is_page else TOTAL_ROW, number, value=_shown(cells))
        elif (text := _other_text(index, rows, groups, kinds)) is not None:
            reading.notes.understood(text, number, value=_shown(cells))
        elif index >= foot:
            reading.notes.understood(TOTAL_ROW if _is_bare_sum(cells) else NOTE_ROW, number, value=_shown(cells))
        else:
            kept.append((number, cells))
    return kept


def _other_text(index: int, rows: Sequence[NumberedRow], groups: Groups, kinds: Collection[int]) -> Message | None:
    """Return what a row between the others is that holds no data: a line, a comment, or the heading of a group; None for a row of data."""
    number, cells = rows[index]
    texts = [cell.strip() for cell in cells if cell.strip()]
    if all(map(RULE.fullmatch, texts)):
        return message("a line: not a row of the list")
    if len(texts) > 1:
        return None
    if COMMENT.match(texts[0]):
        return NOTE_ROW
    if number in groups:
        return message("the heading of a group, which places the rows below it that have no place: not a row of the list")
    if number in kinds:
        return message("the heading of a group: not a row of the list")
    return None


def _foot_start(rows: Sequence[NumberedRow], is_total: Sequence[bool]) -> int:
    """Return the index of the first row of the foot: a note, below which no row has several cells but notes and totals."""
    start = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        number, cells = rows[index]
        follows_a_gap = index > 0 and number > rows[index - 1][0] + 1
        if _is_note(cells, follows_a_gap=follows_a_gap) or (index == len(rows) - 1 and _is_bare_sum(cells)):
            start = index
        elif not is_total[index] and filled_count(cells) > 1:
            break
    return _start_of_block(rows, start)


def _start_of_block(rows: Sequence[NumberedRow], start: int) -> int:
    """Return the index of the first row of the block in which the foot begins: the name of a report may stand above its notes."""
    first = start
    while 0 < first < len(rows) and filled_count(rows[first - 1][1]) == 1 and rows[first - 1][0] == rows[first][0] - 1:
        first -= 1
    is_below_gap = 0 < first < start and rows[first][0] > rows[first - 1][0] + 1 and filled_count(rows[first - 1][1]) > 1
    return first if is_below_gap else start


def _is_bare_sum(cells: Sequence[str]) -> bool:
    """Return True for a row of numbers alone, below columns that begin with the name."""
    return not cells[0].strip() and all(is_number(cell) for cell in cells if cell.strip())


def _is_note(cells: Sequence[str], *, follows_a_gap: bool) -> bool:
    """Return True for a row that names a source, a contact, a day or the like, or is a sentence below a blank row."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    first = texts[0].casefold()
    if len(texts) > 1:  # "Källa:" with the source beside it, or with commas in a file that commas part
        return bool(NOTE.match(first))
    is_sentence = follows_a_gap and first.endswith((".", "!", ")")) and len(first.split()) >= MIN_WORDS_OF_A_SENTENCE
    return is_sentence or bool(NOTE.match(first) or NOTE_ALONE.match(first))


def _shown(cells: Sequence[str]) -> str:
    return " · ".join(cell.strip() for cell in cells if cell.strip())
