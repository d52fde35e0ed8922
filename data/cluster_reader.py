"""Reader of cluster lists: cells to a frame with ids, places and focus areas; values that are not understood are left out and noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.cluster_columns import READ_ONLY, cluster_columns
from data.consistency import leave_out_contradictions
from data.duplicates import without_repeated_rows
from data.files.cells import Cells
from data.focus_resolver import FocusResolver
from data.headings.requirements import require_headings, require_places
from data.ids import make_ids
from data.list_focus_areas import limit_focus_areas, used_focus_areas
from data.messages import message
from data.names_without_markup import read_names_without_markup
from data.notes import NoteKind
from data.own.own_column_reader import read_own_columns
from data.own.own_columns import OwnColumn
from data.places.placing import AreaFinder, place_rows
from data.places.region_marks import leave_marks_out
from data.places.row_addresses import fill_towns
from data.places.seats_among_counties import fill_seats
from data.reading_report import CellNote, ReadingReport
from data.reference_tables import ReferenceTables, to_frame
from data.text import to_slug
from data.validation import Validated, Values, validate_rows

WHOLE_NUMBERS = ("founded", "members", "members_year", "status_year")


@dataclass(frozen=True)
class ClusterList:
    """A list as it was read.

    Attributes:
        clusters: One row per cluster, in the order of the list. Text is str, a list cell is a tuple of str, a missing value is None,
            <NA> or NaN.
        focus_areas: Focus areas in use: those of the reference table in its order, then the custom ones, most frequent first.
        report: Values that were interpreted or left out.
        rows: Index of each cluster among the rows of the cells.
        own_columns: Columns that the app has no meaning for, and towns, where they are kept.
    """

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame
    report: ReadingReport
    rows: Sequence[int]
    own_columns: Sequence[OwnColumn] = ()


def read_clusters(
    cells: Cells, reference: ReferenceTables, find_areas: AreaFinder | None = None, *, keeps_columns: bool = False
) -> ClusterList:
    """Read a list of clusters.

    Raises ClusterDataError for one without a name column, without a name, or in which nothing places a row.

    `find_areas` is that of `data.places.placing.place_rows`; with `keeps_columns` the columns that the app has no meaning for are kept.
    """
    focus = FocusResolver(reference.focus_areas)
    validated = _validated(cells, reference, focus)
    validated.notes.include(cells.notes, cells.lost_rows)
    not_understood = _not_understood(validated, cells)
    place_rows(validated, cells, reference, find_areas)
    leave_out_contradictions(validated, reference.regions)
    rows = without_repeated_rows(validated, cells, _named_rows(validated))
    require_places(cells, validated, rows)
    ids = make_ids(validated, rows)
    values = _values_of(validated, rows) | {"id": ids}
    limit_focus_areas(values, focus.custom, validated)
    frame = to_frame(values).astype(dict.fromkeys(WHOLE_NUMBERS, "Int64") | dict.fromkeys(("lat", "lon"), float))
    focus_areas = used_focus_areas(values["focus"], reference.focus_areas, focus.custom)
    used = _used(validated, cells, rows, ids) - not_understood
    own_columns = read_own_columns(cells, used, rows, validated.notes) if keeps_columns else ()
    return ClusterList(frame, focus_areas, validated.notes.report(), rows, own_columns)


def _not_understood(validated: Validated, cells: Cells) -> frozenset[int]:
    """Return the indexes of the columns without a cell that was understood, such as a "Region" with "Syd" and "Norr"."""
    indexes = {index: validated.by_column[column] for column, index in validated.headings.indexes.items()}
    return frozenset(
        index for index, values in indexes.items() if any(map(str.strip, cells.columns[index])) and not any(map(_is_filled, values))
    )


def _is_filled(value: object) -> bool:
    return value not in {None, ()}


def _used(validated: Validated, cells: Cells, rows: Sequence[int], ids: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the columns that the list holds.

    Towns are left out, and so are links to maps and ids that were replaced: there the list holds less than is written.
    """
    headings = validated.headings
    given = (validated.by_column["id"][row] for row in rows)
    has_links = "coordinates" in headings.indexes and any("://" in text for text in cells.columns[headings.indexes["coordinates"]])
    is_replaced = any(written and to_slug(written) != new for written, new in zip(given, ids, strict=True))
    lost = {"town", *(("id",) if is_replaced else ()), *(("coordinates",) if has_links else ())}
    return frozenset([*(index for column, index in headings.indexes.items() if column not in lost), *headings.derived])


def _values_of(validated: Validated, rows: Sequence[int]) -> Values:
    """Return the values of `rows` in the columns that a list keeps."""
    columns = {name: column for name, column in validated.by_column.items() if name not in READ_ONLY}
    if isinstance(rows, range):  # all of them
        return columns
    return {name: [column[row] for row in rows] for name, column in columns.items()}


def _validated(cells: Cells, reference: ReferenceTables, focus: FocusResolver) -> Validated:
    """Return the values of the list. Raises ClusterDataError where it has no name column, or none that can place a row."""
    columns = cluster_columns(reference, focus)
    validated = validate_rows(cells, columns)
    require_headings(cells, validated, columns)
    read_names_without_markup(validated)
    leave_marks_out(validated, cells)
    fill_towns(validated, cells, columns)
    fill_seats(validated, cells, columns, reference)
    return validated


def _named_rows(validated: Validated) -> Sequence[int]:
    """Return the rows with a name, and note the others."""
    names = validated.by_column["name"]
    if None not in names:
        return range(len(names))
    title, text = validated.headings.title("name"), message("a name; a row without one is left out")
    for row in (row for row, name in enumerate(names) if name is None):
        validated.notes.add(row, title, CellNote(NoteKind.LEFT_OUT, "", text))
    return [row for row, name in enumerate(names) if name is not None]
