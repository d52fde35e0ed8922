"""Limits on files as docs/limits.md tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.files.json_file import SHARE_OF_MEMORY
from data.files.limits import BYTES_PER_MEGABYTE, SOURCE_LIMITS, UPLOAD_LIMITS
from data.files.rows import MAX_COLUMNS
from data.files.xlsx_guard import MAX_ELEMENTS_PER_CELL, MAX_MEAN_COLUMNS
from data.files.xlsx_size import TIMES_IN_MEMORY

DOCS = Path(__file__).parents[3] / "docs"
BOTH = (SOURCE_LIMITS, UPLOAD_LIMITS)


def shown(size: int) -> str:
    """Return a number of bytes as the documentation writes it."""
    megabytes = size // BYTES_PER_MEGABYTE
    return f"{megabytes / 1000:g} GB" if megabytes >= 1000 else f"{megabytes} MB"


@pytest.mark.parametrize(
    ("what", "limits"),
    [
        ("file", [shown(each.max_bytes) for each in BOTH]),
        ("workbook once it is unpacked, without its sheets", [shown(each.max_uncompressed_bytes) for each in BOTH]),
        (
            "sheets of a workbook, content of a spreadsheet (.ods), which are read row by row",
            [shown(TIMES_IN_MEMORY * each.max_uncompressed_bytes) for each in BOTH],
        ),
        ("archive (.gz, .zip) once it is unpacked", [shown(each.max_bytes) for each in BOTH]),
        ("JSON, GeoJSON, GeoPackage", [shown(each.max_uncompressed_bytes // SHARE_OF_MEMORY) for each in BOTH]),
        ("rows", [f"{each.max_rows:,}" for each in BOTH]),
        ("columns", [str(MAX_COLUMNS)] * 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_limits_on_files_are_as_stated(what: str, limits: list[str]) -> None:
    assert f"| {what} | {' | '.join(limits)} |\n" in (DOCS / "limits.md").read_text(encoding="utf-8")


def test_the_limit_on_elements_of_a_workbook_is_as_stated() -> None:
    per_row = MAX_ELEMENTS_PER_CELL * MAX_MEAN_COLUMNS
    text = " ".join((DOCS / "decisions.md").read_text(encoding="utf-8").split())
    assert (
        f"Up to {per_row * UPLOAD_LIMITS.max_rows // 1_000_000} million elements are let through for an upload, {per_row} for each row"
        in text
    )
