"""Reference tables of a cluster list: focus areas, counties with their priorities by theme, municipalities with their towns, citations."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.column_parsers import Column
from data.errors import ClusterDataError, Problem
from data.files.cells import read_file
from data.messages import message
from data.reference_columns import CITATION_COLUMNS, COLUMNS_BY_FILE, PRIORITY_THEMES, REGIONS, THEMES
from data.validation import Values, validate_strictly

FOLDER = Path(__file__).resolve().parent
CITATIONS = "citations.csv"  # of S3-piloten and of the counties


@dataclass(frozen=True, eq=False)
class ReferenceTables:
    """The reference tables, rows in the order of their files. Text is str, a list cell is a tuple of str, a missing value is None.

    Attributes:
        focus_areas: The standard focus areas.
        regions: Sweden's 21 counties.
        themes: The themes of the counties' priorities.
        priority_themes: The themes of each priority.
        municipalities: Sweden's municipalities.
        towns: The main town of each municipality.
        localities: Names of towns, also of postal towns, with the municipality of each.
        postal_towns: Names of towns by which letters are sent, each with its only municipality.
        citations: Sources of facts about clusters and counties.
    """

    focus_areas: pd.DataFrame
    regions: pd.DataFrame
    themes: pd.DataFrame
    priority_themes: pd.DataFrame
    municipalities: pd.DataFrame
    towns: pd.DataFrame
    localities: pd.DataFrame
    postal_towns: pd.DataFrame
    citations: pd.DataFrame


@functools.cache
def read_reference(folder: Path = FOLDER, citations: str = CITATIONS) -> ReferenceTables:
    """Read and validate the tables of a folder, once per process; the frames must not be changed.

    The citations are those of the file `citations` and, for facts about counties, those of CITATIONS. Raises ClusterDataError
    with every problem of every file; the themes are checked against other tables once each file is right by itself.
    """
    files = {**COLUMNS_BY_FILE, **dict.fromkeys((citations, CITATIONS), CITATION_COLUMNS)}
    tables = {file: _read_table(folder / file, columns) for file, columns in files.items()}
    if problems := [problem for _, table_problems in tables.values() for problem in table_problems]:
        raise ClusterDataError(problems)
    frames = {file: frame for file, (frame, _) in tables.items()}
    if problems := _theme_problems(frames[REGIONS], frames[THEMES], frames[PRIORITY_THEMES]):
        raise ClusterDataError(problems)
    regions, merged = frames[REGIONS], frames[citations]
    if citations != CITATIONS:
        county_citations = frames[CITATIONS][frames[CITATIONS]["subject"].isin(regions["code"])]
        merged = pd.concat([merged, county_citations], ignore_index=True)
    return ReferenceTables(
        focus_areas=frames["focus_areas.csv"],
        regions=regions,
        themes=frames[THEMES],
        priority_themes=frames[PRIORITY_THEMES],
        municipalities=frames["municipalities.csv"],
        towns=frames["towns.csv"],
        localities=pd.concat([frames["localities.csv"], frames["postal_towns.csv"]], ignore_index=True),
        postal_towns=frames["postal_towns.csv"],
        citations=merged,
    )


def _theme_problems(regions: pd.DataFrame, themes: pd.DataFrame, priority_themes: pd.DataFrame) -> list[Problem]:
    """Return a problem for each theme that is unknown and for each priority of a county that is not classified."""
    known, classified = set(themes["code"]), set(priority_themes["priority_sv"])
    codes = dict.fromkeys(code for cell in priority_themes["themes"] for code in cell)
    unknown = [Problem(PRIORITY_THEMES, None, "themes", code, message("a code of themes.csv")) for code in codes if code not in known]
    missing = [
        Problem(REGIONS, None, column, priority, message("a priority that has a row in priority_themes.csv"))
        for column in ("priorities_sv", "earlier_priorities_sv")
        for priority in dict.fromkeys(priority for cell in regions[column] for priority in cell)
        if priority not in classified
    ]
    return [*unknown, *missing]


def to_frame(values: Values) -> pd.DataFrame:
    """Return the values as a frame of objects."""
    return pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in values.items()})


def _read_table(path: Path, columns: Sequence[Column]) -> tuple[pd.DataFrame, list[Problem]]:
    """Return a table and its problems; with problems, the frame is not to be used."""
    try:
        cells = read_file(path)
        frame = to_frame(validate_strictly(cells, columns))
    except ClusterDataError as error:
        return pd.DataFrame(), list(error.problems)
    return frame, [Problem(path.name, note.row, "", note.value, note.text) for note in cells.notes]
