"""docs/data-format.md: each column of a list is there, and each other heading is read as that column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import components
from components.exports.frames import MACHINE_COLUMNS
from data.files.cells import build_cells
from data.files.limits import SOURCE_LIMITS, UPLOAD_LIMITS
from data.headings.heading_report import recognised_columns

TEXT = (Path(components.__file__).parent.parent / "docs" / "data-format.md").read_text("utf-8")
SECTION = TEXT.partition("\n## Columns\n")[2].partition("\n## ")[0]
ROWS = re.findall(r"^\| (`[^|]+`) \| ([^|]*)\|", SECTION, re.MULTILINE)
COLUMNS = [(re.findall(r"`(\w+)`", names), headings.strip()) for names, headings in ROWS]
OTHER_HALF = {"lat": "lon", "lon": "lat"}  # a coordinate is read only where both columns are there
ONLY_IN_EXPORTS = {"nuts3_codes", "municipality"}  # read as region_codes and municipality_code


def column_of(heading: str, beside: str = "Övrigt") -> str | None:
    """Return the column as which a list's heading is read `beside` another."""
    recognised, _ = recognised_columns(build_cells("list.csv", enumerate([[heading, beside], ["a", "b"]], start=1), ""))
    return dict(recognised).get(heading)


def test_every_column_is_documented() -> None:
    documented = [name for names, _ in COLUMNS for name in names]
    assert sorted(documented) == sorted(set(MACHINE_COLUMNS) - ONLY_IN_EXPORTS)


@pytest.mark.parametrize(("names", "headings"), COLUMNS, ids=lambda value: value[0] if isinstance(value, list) else "")
def test_every_heading_is_read_as_its_column(names: list[str], headings: str) -> None:
    others = headings.split(", ") if headings else []
    beside = OTHER_HALF.get(names[0], "Övrigt")
    assert [column_of(name, beside) for name in names] == names
    assert {column_of(heading, beside) for heading in others} <= set(names), headings


def test_the_limits_are_those_of_the_reader() -> None:
    assert f"source: {SOURCE_LIMITS.max_bytes // 10**6} MB, {SOURCE_LIMITS.max_rows:,} rows" in TEXT
    assert f"upload: {UPLOAD_LIMITS.max_bytes // 10**6} MB, {UPLOAD_LIMITS.max_rows:,} rows" in TEXT


def test_the_example_is_a_list() -> None:
    header, row = TEXT.partition("```\n")[2].partition("```")[0].splitlines()
    assert [column_of(heading) for heading in header.split(";")] == ["name", "region_codes", "municipality_code", "focus"]
    assert row.count(";") == header.count(";")
