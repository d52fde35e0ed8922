"""The shipped cluster lists, and any cluster list with its reference tables and citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data.cluster_reader import read_clusters
from data.files.cells import Cells
from data.list_files import read_list_file
from data.own.own_columns import OwnColumn
from data.places.placing import AreaFinder
from data.reading_report import ReadingReport
from data.reference_tables import CITATIONS, FOLDER, read_reference


@dataclass(frozen=True)
class ShippedList:
    """A list that is part of the project.

    Attributes:
        code: Value of CLUSTERS_SOURCE that selects it.
        name: Name that visitors read, with the years of its programme.
        clusters: File of the clusters, in this folder.
        citations: File of the citations, in this folder.
        compiled: Day on which both files were compiled, as in README.md.
        words: Words of the programme, in lower case, that are true of every row, so that a search takes no account of them.
    """

    code: str
    name: str
    clusters: str
    citations: str
    compiled: str
    words: frozenset[str]


PILOT_WORDS, VINNVAXT_WORDS = frozenset({"s3", "piloten", "s3piloten", "2018", "tillväxtverket"}), frozenset({"vinnväxt", "vinnova"})
S3_PILOTEN = ShippedList("s3-piloten", "S3-piloten 2018", "clusters.csv", CITATIONS, "2026-11-26", PILOT_WORDS)
VINNVAXT = ShippedList("vinnvaxt", "Vinnväxt 2003–2018", "vinnvaxt.csv", "vinnvaxt_citations.csv", "2026-11-26", VINNVAXT_WORDS)
SHIPPED_LISTS: Mapping[str, ShippedList] = {shipped.code: shipped for shipped in (S3_PILOTEN, VINNVAXT)}


@dataclass(frozen=True)
class Tables:
    """A validated list with its reference tables, rows in the order of their files.

    Text is str, a list cell is a tuple of str, a missing value is None, <NA> or NaN.

    Attributes:
        clusters: One row per cluster.
        focus_areas: Focus areas that the list uses.
        regions: All counties.
        themes: All themes of the counties' priorities.
        priority_themes: The themes of each priority.
        municipalities: All municipalities.
        towns: The main town of each municipality.
        citations: Sources of facts about the list's clusters and the counties.
        digest: SHA-256 of the list's content.
        report: Values that were interpreted or left out.
        own_columns: Columns of a visitor's list that the app has no meaning for.
    """

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame
    regions: pd.DataFrame
    themes: pd.DataFrame
    priority_themes: pd.DataFrame
    municipalities: pd.DataFrame
    towns: pd.DataFrame
    citations: pd.DataFrame
    digest: str
    report: ReadingReport = field(default_factory=ReadingReport)
    own_columns: Sequence[OwnColumn] = ()


def read_shipped_list(shipped: ShippedList = S3_PILOTEN, folder: Path = FOLDER) -> Tables:
    """Read a shipped list. Raises ClusterDataError with every problem of the reference tables, or where the list cannot be used at all."""
    return to_tables(read_list_file(folder / shipped.clusters), shipped, folder)


def to_tables(
    cells: Cells,
    shipped: ShippedList = S3_PILOTEN,
    folder: Path = FOLDER,
    find_areas: AreaFinder | None = None,
    *,
    keeps_columns: bool = False,
) -> Tables:
    """Read a list with the reference tables of `folder`; `find_areas` is that of `data.places.placing.place_rows`.

    Of the citations of `shipped` it keeps those of the counties and of clusters with the ids of the list. With `keeps_columns` it keeps
    the columns that the app has no meaning for. Raises ClusterDataError with every problem of the reference tables or, where they have
    none, with why the list cannot be used at all.
    """
    reference = read_reference(folder, shipped.citations)
    cluster_list = read_clusters(cells, reference, find_areas, keeps_columns=keeps_columns)
    subjects = {*reference.regions["code"], *cluster_list.clusters["id"]}
    return Tables(
        clusters=cluster_list.clusters,
        focus_areas=cluster_list.focus_areas,
        regions=reference.regions,
        themes=reference.themes,
        priority_themes=reference.priority_themes,
        municipalities=reference.municipalities,
        towns=reference.towns,
        citations=reference.citations[reference.citations["subject"].isin(subjects)],
        digest=cells.digest,
        report=cluster_list.report,
        own_columns=cluster_list.own_columns,
    )
