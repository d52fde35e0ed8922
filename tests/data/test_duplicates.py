"""Repeated rows: one of equal rows is kept, rows of the same name and place with other facts all are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.lists import read_tables

Write = Callable[[str | bytes], Path]
Notes = Callable[[str | bytes], list[tuple[str, int | None, str, str, str]]]


def names(path: Path) -> list[str]:
    return list(read_tables(path).clusters["name"])


def test_a_row_that_stands_twice_is_kept_once_and_noted(write: Write, notes_of: Notes) -> None:
    content = "Namn;Län;Orgnr\nEtt;Skåne;1\nTvå;Halland;2\nEtt; Skåne ;1\nEtt;Skåne;1\n"
    assert names(write(content)) == ["Ett", "Två"]
    assert notes_of(content) == [("understood", 4, "Namn", "Ett", "the same as row 2 in every cell; shown once")]
    (group,) = read_tables(write(content)).report.groups
    assert group.count == 2


def test_the_same_name_and_place_with_other_facts_is_kept_and_noted(write: Write, notes_of: Notes) -> None:
    content = "Namn;Län;Grundat\nEtt;Skåne;2001\nTvå;Skåne;2001\nETT;12;2002\n"
    assert names(write(content)) == ["Ett", "Två", "ETT"]
    text = "the same name and place as in row 2, but not the same in every cell; both rows are kept"
    assert notes_of(content) == [("understood", 4, "Namn", "ETT", text)]


def test_the_same_name_elsewhere_is_another_cluster(write: Write, notes_of: Notes) -> None:
    content = "Namn;Kommun;Lat;Long\nEtt;Lund;;\nEtt;Malmö;;\nEtt;Lund;55.7;13.2\n"
    assert names(write(content)) == ["Ett"] * 3
    assert notes_of(content) == []


def test_punctuation_makes_another_name(write: Write, notes_of: Notes) -> None:
    content = "Namn;Län\nA+;Skåne\nA;Skåne\n"
    assert names(write(content)) == ["A+", "A"] and notes_of(content) == []
