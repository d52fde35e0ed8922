"""From a visitor's file to a list that can be shown, or to what is wrong in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from components.catalogue import Catalogue, Origin, to_catalogue
from components.own_room import NoRoomError, own_room
from data.cells import Cells, read_cells
from data.clusters import understood
from data.errors import LONGEST_VALUE_SHOWN, ClusterDataError, Problem
from data.lists import Tables, to_tables
from data.rows import OF_A_VISITOR
from data.text import clean
from data.words import Said

MOST_TOLD = 100  # problems
TEXT_OF_A_ROW = 250  # characters


@dataclass(frozen=True)
class OwnList:
    """What became of a file: the list, or why it cannot be shown; which headings were taken for which columns, and which were not.

    `problems` are the first MOST_TOLD, and texts of the file are as short as they are told: it may be kept for long. A file for
    which there was `no_room` was not read, and `catalogue` is the one before.
    """

    name: str
    catalogue: Catalogue | None
    problems: tuple[Problem, ...] = ()
    more_problems: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    no_room: bool = False
    read_at: str = field(default_factory=lambda: datetime.now(tz=UTC).isoformat())


class _Reading:
    """Holds the room of a list while it is read."""


def read_own_list(name: str, content: bytes, before: Catalogue | None = None) -> OwnList:
    """Return what becomes of a file's content, in place of the list `before`; nothing that it holds raises an error."""
    try:
        return _read(name, content, before)
    except NoRoomError:
        return OwnList(name, before, no_room=True)


def _read(name: str, content: bytes, before: Catalogue | None) -> OwnList:
    reading = _Reading()
    own_room().take(reading, OF_A_VISITOR.rows, before)  # how many it has is not known yet
    try:
        cells = read_cells(name, content, OF_A_VISITOR)
        taken, left_out = understood(cells)
    except ClusterDataError as error:
        return _unusable(name, error)
    own_room().take(reading, _rows(cells, {heading for heading, _ in taken}), before)
    columns = tuple((short(heading), column) for heading, column in taken)
    others = tuple(map(short, left_out))
    try:
        found = to_catalogue(Origin(name, own=True, day=datetime.now(tz=UTC).date().isoformat()), _without_sources(to_tables(cells)))
    except ClusterDataError as error:
        return _unusable(name, error, columns, others)
    own_room().hand_over(reading, found)
    return OwnList(name, found, columns=columns, left_out=others)


def _rows(cells: Cells, taken: Collection[str]) -> int:
    """Return as how many rows a list counts: so many as it has, or as its text would usually fill."""
    columns = [column for heading, column in zip(cells.header, cells.columns, strict=True) if clean(heading) in taken]
    return max(len(cells.numbers), sum(len(cell) for column in columns for cell in column) // TEXT_OF_A_ROW)


def _unusable(name: str, error: ClusterDataError, columns: tuple[tuple[str, str], ...] = (), left_out: tuple[str, ...] = ()) -> OwnList:
    told = [
        replace(problem, column=short(problem.column), value=problem.value if isinstance(problem.value, Said) else short(problem.value))
        for problem in error.problems[:MOST_TOLD]
    ]
    return OwnList(name, None, tuple(told), len(error.problems) - len(told), columns, left_out)


def _without_sources(tables: Tables) -> Tables:
    """Return the tables without what is said of clusters elsewhere: one of the same name is a stranger."""
    return replace(tables, sources=tables.sources[tables.sources["subject"].isin(tables.regions["code"])])


def short(value: str) -> str:
    """Return so much of a text of the file as is told."""
    return value[:LONGEST_VALUE_SHOWN] + ("…" if len(value) > LONGEST_VALUE_SHOWN else "")
