from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors import ClusterDataError, Problem
from data.lists import Tables
from tests.lists import read_tables

Write = Callable[[str | bytes], Path]
Problems = Callable[[str | bytes], tuple[Problem, ...]]
Noted = tuple[str, int | None, str, str, str]  # kind, row, column, value and text of a note
Notes = Callable[[str | bytes], list[Noted]]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the shipped tables."""
    return read_tables()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a cluster list for the test and return its path."""

    def write_file(content: str | bytes) -> Path:
        file = tmp_path / "list.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write_file


@pytest.fixture
def notes_of(write: Write) -> Notes:
    """Write a cluster list and return the notes on its reading."""

    def read(content: str | bytes) -> list[Noted]:
        notes = [group.note for group in read_tables(write(content)).report.groups]
        return [(note.kind.value, note.row, note.column, note.value, str(note.text)) for note in notes]

    return read


@pytest.fixture
def problems_of(write: Write) -> Problems:
    """Write a cluster list that cannot be used and return its problems."""

    def read(content: str | bytes) -> tuple[Problem, ...]:
        with pytest.raises(ClusterDataError) as raised:
            read_tables(write(content))
        return raised.value.problems

    return read
