"""The lists that can be shown: those that are shipped, and any other file of clusters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.clusters import read_clusters
from data.files.cells import Cells, read_file
from data.reference import CITATIONS, FOLDER, read_reference


@dataclass(frozen=True)
class ShippedList:
    """A shipped list: its name, its file, that of the sources of its facts, and the day on which both were compiled, as in README.md."""

    code: str
    name: str
    clusters: str
    citations: str
    compiled: str


S3_PILOTEN = ShippedList("s3-piloten", "S3-piloten", "clusters.csv", CITATIONS, "2026-11-23")
VINNVAXT = ShippedList("vinnvaxt", "Vinnväxt", "vinnvaxt.csv", "vinnvaxt_citations.csv", "2026-11-25")
SHIPPED_LISTS: Mapping[str, ShippedList] = {programme.code: programme for programme in (S3_PILOTEN, VINNVAXT)}


@dataclass(frozen=True)
class Tables:
    """A list with what belongs to it, rows in file order.

    Text is text, list cells are tuples of text, what is not known is None, <NA> or NaN.
    """

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame  # those that the list uses
    regions: pd.DataFrame
    municipalities: pd.DataFrame
    citations: pd.DataFrame
    digest: str  # a hash of the list's content


def read_shipped_list(programme: ShippedList = S3_PILOTEN, folder: Path = FOLDER) -> Tables:
    """Read and check a shipped list. Raises ClusterDataError with every problem of every file."""
    return to_tables(read_file(folder / programme.clusters), programme, folder)


def to_tables(cells: Cells, programme: ShippedList = S3_PILOTEN, folder: Path = FOLDER) -> Tables:
    """Read and check a list against the reference tables. Raises ClusterDataError with every problem of the first file that has any.

    Of the sources of `programme` it has those of the counties and of its own clusters, by id.
    """
    reference = read_reference(folder, programme.citations)
    found = read_clusters(cells, reference)
    shared = reference.citations["subject"].isin({*reference.regions["code"], *found.clusters["id"]})
    return Tables(found.clusters, found.focus_areas, reference.regions, reference.municipalities, reference.citations[shared], cells.digest)
