"""Sheets of a workbook with the same headings, read as one list: their rows one after another, each with the sheet that it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from data.files.groups import COUNTY, MUNICIPALITY, Groups, is_county
from data.files.note_list import NoteList
from data.files.reading import PlaceFinder, Reading
from data.files.rows import JoinedSheet, NumberedRow, RowInSheet
from data.files.sheets import Sheet, comparable, headings_of, listed_names
from data.messages import message

SHEET = "Blad"  # heading of the column of the sheets' names
MIN_SHEETS = 2
MIN_NAME_LENGTH = 3  # of a place: shorter names may be codes of anything

# Returns the rows of the sheet with this index; its links are kept with the numbers of its rows after a start.
RowsOfSheet = Callable[[int, int], Iterable[NumberedRow]]


def join_sheets(reading: Reading, sheets: Sequence[Sheet], chosen: Sequence[int], rows_of: RowsOfSheet) -> Iterator[NumberedRow]:
    """Yield the rows of the chosen sheets, cells and links in the order of the first one's headings; of the others those below theirs."""
    if len(chosen) == 1:
        yield from rows_of(chosen[0], 0)
        return
    headings, last = headings_of(sheets[chosen[0]], reading.known), 0
    for index in chosen:
        start, is_below = last, index == chosen[0]
        own = headings_of(sheets[index], reading.known)
        order = [own.index(heading) for heading in headings] if own != headings else []
        reading.joined.append(JoinedSheet(sheets[index].name, start))
        for number, cells in rows_of(index, start):
            if is_below:
                last = start + number
                yield _row_in_sheet(last, sheets[index].name, number), _in_order(cells, order)
            is_below = is_below or comparable(cells) == own
        if order:
            moved = {key: reading.links.pop(key) for key in list(reading.links) if key[0] > start}
            reading.links.update({(row, order.index(column)): address for (row, column), address in moved.items() if column in order})


def _in_order(cells: Sequence[str], order: Sequence[int]) -> Sequence[str]:
    """Return the cells of a row in another order, with those behind them; as they are where there is none."""
    if not order:
        return cells
    return [*(cells[index] if index < len(cells) else "" for index in order), *cells[len(order) :]]


def _row_in_sheet(number: int, sheet: str, own: int) -> RowInSheet:
    row = RowInSheet(number)
    row.sheet, row.own = sheet, own
    return row


def rows_by_sheet(rows: Sequence[NumberedRow], sheets: Sequence[JoinedSheet]) -> list[list[NumberedRow]]:
    """Return the rows of each sheet; all rows together where no sheets were joined."""
    parts = [list[NumberedRow]() for _ in range(len(sheets) or 1)]
    index = 0
    for number, cells in rows:
        while index + 1 < len(sheets) and number > sheets[index + 1].start:
            index += 1
        parts[index].append((number, cells))
    return parts


def without_copies(parts: Sequence[list[NumberedRow]], sheets: Sequence[JoinedSheet], notes: NoteList) -> list[NumberedRow]:
    """Return the rows of all sheets; only those of one sheet where the others hold nothing but copies of its rows."""
    if len(parts) > 1:
        contents = [{tuple(cells) for _, cells in part} for part in parts]
        all_rows = set[tuple[str, ...]]().union(*contents)
        whole = next((index for index, content in enumerate(contents) if content == all_rows), None)
        if whole is not None:
            name, copies = sheets[whole].name, [sheet.name for sheet in sheets if sheet is not sheets[whole]]
            text = message("the rows of the sheets %(sheets)s are all in the sheet “%(sheet)s” too; each is shown once",
                           sheets=listed_names(copies), sheet=name)  # fmt: skip
            notes.understood(text)
            return parts[whole]
    return [row for part in parts for row in part]


def with_names_of_sheets(
    headings: list[str], columns: list[Sequence[str]], row_numbers: Sequence[int], notes: NoteList
) -> tuple[list[str], list[Sequence[str]]]:
    """Return headings and columns. Where rows of several sheets are left, a column has the names of the sheets."""
    names = [number.sheet for number in row_numbers if isinstance(number, RowInSheet)]
    if len(set(names)) < MIN_SHEETS:
        return headings, columns
    notes.understood(message("the column “%(heading)s” was added, with the name of the sheet of each row", heading=SHEET))
    return [*headings, SHEET], [*columns, names]


def with_places_of_sheets(groups: Sequence[Groups], sheets: Sequence[JoinedSheet], find_places: PlaceFinder, notes: NoteList) -> Groups:
    """Return the groups of all sheets; where at least half of the sheets are called by a county or a municipality, they are groups too."""
    if not sheets:
        return groups[0]
    places = [_place_of(sheet.name, find_places) for sheet in sheets]
    named = [sheet.name for sheet, (column, _) in zip(sheets, places, strict=True) if column]
    if 2 * len(named) < len(sheets):
        places = [("", "")] * len(sheets)
    if any(column for column, _ in places):
        text = message("a row without a place of its own has the place by which its sheet is called: %(names)s", names=listed_names(named))
        notes.understood(text)
    elif not any(each.numbers for each in groups):
        return Groups()
    found = dict[int, tuple[str, str]]()
    for sheet, place, each in zip(sheets, places, groups, strict=True):
        top = sheet.start + 1  # no row of the list: the headings stand there, or above the first one
        found |= {top: place} | {max(number, top): named for number, named in zip(each.numbers, each.places, strict=True)}
    return Groups(tuple(found), tuple(found.values()))


def _place_of(name: str, find_places: PlaceFinder) -> tuple[str, str]:
    """Return the column and the text of the place by which a sheet is called; two empty texts for none, such as a year."""
    name = name.strip()
    if len(name) < MIN_NAME_LENGTH or not any(map(str.isalpha, name)):
        return "", ""
    if is_county(name, find_places):
        return COUNTY, name
    return (MUNICIPALITY, name) if find_places((MUNICIPALITY,), (name,)) else ("", "")
