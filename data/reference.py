"""The tables that a list of clusters is checked against: focus areas, counties, municipalities; and the sources of its facts."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data import columns as col
from data.columns import Column
from data.errors import ClusterDataError, Problem
from data.files.cells import read_file
from data.messages import message
from data.validation import Values, validate_rows

FOLDER = Path(__file__).resolve().parent
CITATIONS = "citations.csv"  # of S3-piloten and of the counties
CONFIDENCES = ("stated", "inferred", "classified", "not_found")

FOCUS_AREA_COLUMNS = (
    Column("code", col.slug, required=True, filled=True, unique=True),
    Column("label_sv", col.text, required=True, filled=True, unique=True),
    Column("label_en", col.text, required=True, filled=True, unique=True),
    Column("eu_ecosystem", col.text),
)
REGION_COLUMNS = (
    Column("code", col.matching(r"[0-9]{2}", message("an SCB county code of two digits")), required=True, filled=True, unique=True),
    Column("name", col.text, required=True, filled=True, unique=True),
    Column("county_sv", col.text, required=True, filled=True, unique=True),
    Column("county_en", col.text, required=True, filled=True, unique=True),
    Column("body", col.text, required=True, filled=True),
    Column("nuts3_code", col.matching(r"SE[0-9]{3}", message("a NUTS 3 code such as SE224")), required=True, filled=True, unique=True),
    Column("nuts2_code", col.matching(r"SE[0-9]{2}", message("a NUTS 2 code such as SE22")), required=True, filled=True),
    Column("nuts2_name", col.text, required=True, filled=True),
    Column("priorities_sv", col.text, many=True),
    Column("priorities_en", col.text, many=True),
)
MUNICIPALITY_COLUMNS = (
    Column("code", col.matching(r"[0-9]{4}", message("an SCB municipality code of four digits")), required=True, filled=True, unique=True),
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
class Reference:
    """What lists are checked against, rows in file order. Text is text, list cells are tuples of text, what is not known is None."""

    focus_areas: pd.DataFrame
    regions: pd.DataFrame
    municipalities: pd.DataFrame
    citations: pd.DataFrame  # of facts about clusters and counties


@functools.cache
def read_reference(folder: Path = FOLDER, citations: str = CITATIONS) -> Reference:
    """Read and check the tables of a folder, once per process: frames are read, never written.

    The sources are those in the file `citations` and, for facts about counties, those in SOURCES. Raises ClusterDataError with
    every problem of every file.
    """
    tables = {
        "focus_areas": ("focus_areas.csv", FOCUS_AREA_COLUMNS),
        "regions": ("regions.csv", REGION_COLUMNS),
        "municipalities": ("municipalities.csv", MUNICIPALITY_COLUMNS),
        **{f"in {file}": (file, SOURCE_COLUMNS) for file in (citations, CITATIONS)},
    }
    read = {name: _read_table(folder / file, columns) for name, (file, columns) in tables.items()}
    if problems := [problem for _, found in read.values() for problem in found]:
        raise ClusterDataError(problems)
    frames = {name: frame for name, (frame, _) in read.items()}
    of_clusters, everywhere = frames.pop(f"in {citations}"), frames.pop(f"in {CITATIONS}", None)
    if everywhere is not None:
        of_counties = everywhere[everywhere["subject"].isin(frames["regions"]["code"])]
        of_clusters = pd.concat([of_clusters, of_counties], ignore_index=True)
    return Reference(**frames, citations=of_clusters)


def to_frame(values: Values) -> pd.DataFrame:
    """Return the values as a frame of objects."""
    return pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in values.items()})


def _read_table(path: Path, columns: Sequence[Column]) -> tuple[pd.DataFrame, list[Problem]]:
    try:
        values, problems = validate_rows(read_file(path), columns)
    except ClusterDataError as error:
        return pd.DataFrame(), list(error.problems)
    return to_frame(values), problems
