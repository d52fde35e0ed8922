"""The list that docs/architecture.md follows through its reading, step by step."""

from __future__ import annotations

import re
from pathlib import Path

import data
from data.list_files import read_list
from data.lists import to_tables
from data.notes import NoteKind
from data.own.own_columns import Kind
from geo.municipalities_near import municipalities_near

ARCHITECTURE = Path(data.__file__).parents[1] / "docs" / "architecture.md"


def test_the_list_of_the_architecture_is_read_as_it_says() -> None:
    section = ARCHITECTURE.read_text("utf-8").partition("## The reading of a list")[2]
    (content,) = re.findall(r"^```\n(.*?)^```$", section.partition("\n## ")[0], re.MULTILINE | re.DOTALL)
    assert len(content.encode()) == 188
    cells = read_list("medlemmar.csv", content.encode())
    assert (cells.header_number, cells.separator, list(cells.row_numbers), len(cells.columns)) == (3, ";", [4, 5, 6], 5)
    tables = to_tables(cells, find_areas=municipalities_near, keeps_columns=True)
    clusters = tables.clusters
    assert list(clusters["id"]) == ["alfa-ab", "beta-ab", "gamma-ab"]
    assert list(clusters["municipality_code"]) == ["0180", None, "1480"]
    assert list(clusters["region_codes"]) == [("01",), ("12",), ("14",)]
    assert [(own.heading, own.kind) for own in tables.own_columns] == [("Karta", Kind.TEXT), ("Omsättning (mkr)", Kind.NUMBER)]
    assert tables.report.counts == {NoteKind.UNDERSTOOD: 6}
