"""Lists in a file, valid and not, and the names of the clusters that a store shows."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from components.dataset.dataset import Dataset
from components.dataset.store import DatasetStore
from data.errors import ClusterDataError
from data.sources.base import SourceKind

ONE = "namn;län\nEtt;Skåne\n"
TWO = "namn;län\nEtt;Skåne\nTvå;Dalarna\n"
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)

HALF_RIGHT = "namn;län\nEtt;Skåne\nTvå;Atlantis\nTre;Mordor\nFyra;Dalarna\n"  # two of four rows have something left out

MISSING = "column name: missing; needed: a column of names with a heading such as Name, Cluster or Company; the headings of the row are: "

BAD = {
    "broken": (b'namn;region\nEtt;"Sk', "list.csv, row 2, column region: 'Sk' is not allowed"),
    "unknown county": ("namn;län\nEtt;Småland\nTvå;Öland\n".encode(), "list.csv, row 3, column län: 'Öland' is not allowed"),
    "empty": (b"", "list.csv: cannot be used; needed: a header row and at least one row below it"),
    "header alone": (b"namn;region\n", "list.csv: cannot be used; needed: at least one row below the header"),
    "another table": (b"artikel;pris\nSkruv;12\n", f"list.csv, row 1, {MISSING}"),
    "a page": (b"<!doctype html>\n<title>Sidan finns inte</title>\n", "list.csv: cannot be used ('a web page, whatever its name says')"),
    "half a workbook": (b"PK\x03\x04 namn;region", "list.csv: cannot be used ('the file is damaged, or was not"),
    "half a Parquet file": (b"PAR1 namn;region", "needed: a Parquet file that can be opened"),
    "binary": (bytes(range(256)), "list.csv"),
}  # fmt: skip


class File:
    """A list in a file; each version is of the day after that of the one before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written_at = DAY.timestamp() - 86_400

    def write(self, content: str | bytes) -> None:
        self.path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.written_at += 86_400
        os.utime(self.path, (self.written_at, self.written_at))


def names(dataset: Dataset) -> list[str]:
    return list(dataset.clusters["name"])


def shows(store: DatasetStore) -> list[str]:
    try:
        return names(store.current())
    except ClusterDataError:
        return []


class Unforeseen:
    """A source that fails with an error of no expected type."""

    kind: SourceKind = "file"
    name = "list.csv"

    def read(self, _revision: str) -> None:
        raise RuntimeError("hemligt")
