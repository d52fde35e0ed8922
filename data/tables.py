"""The five tables of the project as frames: which columns each has and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from data import columns as col
from data.columns import Column
from data.errors import ClusterDataError, Problem
from data.names import municipality_resolver, region_resolver
from data.reading import ROW, Row, read_rows

FOLDER = Path(__file__).resolve().parent
CLUSTERS_FILE = FOLDER / "clusters.csv"
COMPILED = "2026-11-23"  # when the shipped tables were last compiled, as in README.md
LABELS = ("bronze", "silver", "gold")
CONFIDENCES = ("stated", "inferred", "classified", "not_found")

FOCUS_AREA_COLUMNS = (
    Column("code", col.slug, required=True, filled=True, unique=True),
    Column("label_sv", col.text, required=True, filled=True, unique=True),
    Column("label_en", col.text, required=True, filled=True, unique=True),
    Column("eu_ecosystem", col.text),
)
REGION_COLUMNS = (
    Column("code", col.matching(r"[0-9]{2}", "an SCB county code of two digits"), required=True, filled=True, unique=True),
    Column("name", col.text, required=True, filled=True, unique=True),
    Column("county_sv", col.text, required=True, filled=True, unique=True),
    Column("county_en", col.text, required=True, filled=True, unique=True),
    Column("body", col.text, required=True, filled=True),
    Column("nuts3_code", col.matching(r"SE[0-9]{3}", "a NUTS 3 code such as SE224"), required=True, filled=True, unique=True),
    Column("nuts2_code", col.matching(r"SE[0-9]{2}", "a NUTS 2 code such as SE22"), required=True, filled=True),
    Column("nuts2_name", col.text, required=True, filled=True),
    Column("priorities_sv", col.text, many=True),
    Column("priorities_en", col.text, many=True),
)
MUNICIPALITY_COLUMNS = (
    Column("code", col.matching(r"[0-9]{4}", "an SCB municipality code of four digits"), required=True, filled=True, unique=True),
    Column("name", col.text, required=True, filled=True, unique=True),
)
SOURCE_COLUMNS = (
    Column("subject", col.text, required=True, filled=True),
    Column("field", col.text, required=True, filled=True),
    Column("value", col.text),
    Column("source_url", col.link),
    Column("confidence", col.one_of(CONFIDENCES), required=True, filled=True),
    Column("note_sv", col.text),
    Column("note_en", col.text),
)


@dataclass(frozen=True)
class Tables:
    """The frames, rows in file order. Text is text, list cells are tuples of text, what is not known is None or <NA>."""

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame
    regions: pd.DataFrame
    municipalities: pd.DataFrame
    sources: pd.DataFrame


def read_tables(clusters_file: Path = CLUSTERS_FILE, folder: Path = FOLDER) -> Tables:
    """Read and check all tables. Raises ClusterDataError with every problem of every file."""
    focus_areas, focus_problems = read_rows(folder / "focus_areas.csv", FOCUS_AREA_COLUMNS)
    regions, region_problems = read_rows(folder / "regions.csv", REGION_COLUMNS)
    municipalities, municipality_problems = read_rows(folder / "municipalities.csv", MUNICIPALITY_COLUMNS)
    sources, source_problems = read_rows(folder / "sources.csv", SOURCE_COLUMNS)
    problems = focus_problems + region_problems + municipality_problems + source_problems
    if problems:  # the codes that clusters are checked against are not to be trusted
        raise ClusterDataError(problems)
    region_frame, municipality_frame = _frame(regions, REGION_COLUMNS), _frame(municipalities, MUNICIPALITY_COLUMNS)
    columns = cluster_columns(region_frame, municipality_frame, [str(area["code"]) for area in focus_areas])
    clusters, problems = read_rows(clusters_file, columns)
    problems += _check_clusters(clusters_file.name, clusters, dict(zip(region_frame["code"], region_frame["priorities_sv"], strict=True)))
    if problems:
        raise ClusterDataError(problems)
    cluster_frame = _frame(clusters, columns).astype(dict.fromkeys(("founded", "members", "members_year"), "Int64"))
    return Tables(
        clusters=cluster_frame,
        focus_areas=_frame(focus_areas, FOCUS_AREA_COLUMNS),
        regions=region_frame,
        municipalities=municipality_frame,
        sources=_frame(sources, SOURCE_COLUMNS),
    )


def list_date(clusters_file: Path) -> str:
    """Return the day of a list as 2026-11-23: for the shipped one COMPILED, since a copy of the project has files of its own date."""
    if clusters_file.resolve() == CLUSTERS_FILE:
        return COMPILED
    return datetime.fromtimestamp(clusters_file.stat().st_mtime, tz=UTC).date().isoformat()


def cluster_columns(regions: pd.DataFrame, municipalities: pd.DataFrame, focus_codes: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a cluster list, checked against the known regions, municipalities and focus codes."""
    return (
        Column("id", col.slug, required=True, filled=True, unique=True),
        Column("name", col.text, required=True, filled=True, unique=True),
        Column("aliases", col.text, many=True),
        Column("region_codes", region_resolver(regions), required=True, filled=True, many=True),
        Column("municipality_code", municipality_resolver(municipalities)),
        Column("focus", col.one_of(focus_codes), required=True, filled=True, many=True),
        Column("focus_text_sv", col.text),
        Column("focus_text_en", col.text),
        Column("eu_ecosystems", col.text, many=True),
        Column("priorities", col.text, many=True),
        Column("website", col.link),
        Column("founded", col.year),
        Column("members", col.count),
        Column("members_year", col.year),
        Column("label", col.one_of(LABELS)),
        Column("label_date", col.partial_date),
        Column("label_expires", col.partial_date),
        Column("description_sv", col.text),
        Column("description_en", col.text),
    )


def _check_clusters(file: str, clusters: list[Row], priorities: Mapping[str, Sequence[str]]) -> list[Problem]:
    """Return what is wrong between the cells of a row; `priorities` are each county's, in Swedish."""
    problems: list[Problem] = []
    for row in clusters:
        seat, regions = row["municipality_code"], row["region_codes"]
        if seat and regions and seat[:2] not in regions:
            allowed = f"a municipality in one of the cluster's own counties ({', '.join(regions)})"
            problems.append(Problem(file, row[ROW], "municipality_code", seat, allowed))
        if row["members_year"] and row["members"] is None:
            problems.append(Problem(file, row[ROW], "members_year", str(row["members_year"]), "a year only beside a number of members"))
        known = [item for code in regions or () for item in priorities[code]]
        problems += [
            Problem(file, row[ROW], "priorities", item, f"a priority of one of the cluster's own counties ({'; '.join(known)})")
            for item in row["priorities"] or ()
            if regions and item not in known
        ]
    return problems


def _frame(rows: list[Row], columns: Sequence[Column]) -> pd.DataFrame:
    names = [column.name for column in columns]
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in names})
