"""Cluster lists read from files as the app reads them."""

from __future__ import annotations

import csv
from pathlib import Path

from data.list_files import read_list_file
from data.lists import S3_PILOTEN, Tables, to_tables
from data.reference_tables import FOLDER


def read_tables(path: Path = FOLDER / S3_PILOTEN.clusters, folder: Path = FOLDER) -> Tables:
    """Return the list at `path`, the shipped one by default, validated against the reference tables of `folder`."""
    return to_tables(read_list_file(path), folder=folder)


def rows_of(table: str) -> list[dict[str, str]]:
    """Return the rows of a shipped table as text."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
