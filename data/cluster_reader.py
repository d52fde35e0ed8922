"""Reader of cluster lists: cells to a validated frame, with ids, consistency between the cells of a row, and the focus areas in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.cluster_columns import GIVEN, cluster_columns
from data.errors import ClusterDataError, Problem
from data.files.cells import Cells
from data.ids import make_ids
from data.messages import Message, message
from data.name_resolvers import FocusResolver
from data.reference_tables import Reference, to_frame
from data.validation import Values, find_columns, heading, validate_rows

MAX_CUSTOM_FOCUS_AREAS = 200
WHOLE_NUMBERS = ("founded", "members", "members_year", "status_year")
YEARS_OF = {  # a year of another cell, and what is wrong with it alone
    "members_year": ("members", message("a year only together with a number of members")),
    "status_year": ("status", message("a year only together with a status")),
}


@dataclass(frozen=True)
class ClusterList:
    """A validated list.

    Attributes:
        clusters: One row per cluster, in the order of the list. Text is str, a list cell is a tuple of str, a missing value is None,
            <NA> or NaN.
        focus_areas: Focus areas in use: those of the reference table in its order, then the custom ones, most frequent first.
    """

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame


@dataclass(frozen=True)
class _Conflict:
    """A value that contradicts another cell of its row; `row` is its index in the values."""

    row: int
    column: str
    value: str
    allowed: Message


def read_clusters(cells: Cells, reference: Reference) -> ClusterList:
    """Read and validate a list of clusters. Raises ClusterDataError with every problem in it."""
    focus = FocusResolver(reference.focus_areas)
    columns = cluster_columns(reference, focus)
    values, problems = validate_rows(cells, columns)
    indexes, _ = find_columns(cells, columns)
    if values["name"] and not problems and "id" not in indexes:
        values["id"], problems = make_ids(cells, values)
    if values["name"]:
        seat_cells = cells.columns[indexes["municipality_code"]] if "municipality_code" in indexes else ()
        problems += [
            Problem(cells.name, cells.row_numbers[conflict.row], heading(conflict.column, cells, indexes), conflict.value, conflict.allowed)
            for conflict in _check_consistency(values, reference.regions, seat_cells)
        ]
    if len(focus.custom) > MAX_CUSTOM_FOCUS_AREAS:
        allowed = message(
            "at most %(max)d focus areas besides the standard ones; write the others as text in focus_text_sv", max=MAX_CUSTOM_FOCUS_AREAS
        )
        problems.append(Problem(cells.name, None, heading("focus", cells, indexes), str(len(focus.custom)), allowed))
    if problems:
        raise ClusterDataError(problems)
    frame = to_frame(values).astype(dict.fromkeys(WHOLE_NUMBERS, "Int64") | dict.fromkeys(("lat", "lon"), float))
    return ClusterList(frame, _used_focus_areas(values["focus"], reference.focus_areas, focus.custom))


def _check_consistency(values: Values, regions: pd.DataFrame, seat_cells: Sequence[str]) -> list[_Conflict]:
    """Return the conflicts between the cells of each row; `seat_cells` are the municipalities as the file has them."""
    priorities_of = dict(zip(regions["code"], regions["priorities_sv"] + regions["earlier_priorities_sv"], strict=True))
    conflicts: list[_Conflict] = []
    for row, codes in enumerate(codes or () for codes in values["region_codes"]):
        seat, lat, lon = (values[name][row] for name in ("municipality_code", "lat", "lon"))
        if seat and codes and seat[:2] not in codes:
            allowed = message("a municipality in one of the cluster's counties (%(codes)s)", codes=", ".join(codes))
            conflicts.append(_Conflict(row, "municipality_code", seat_cells[row], allowed))
        for year, (fact, allowed) in YEARS_OF.items():
            if values[year][row] and values[fact][row] is None:
                conflicts.append(_Conflict(row, year, str(values[year][row]), allowed))
        if (lat is None) != (lon is None):
            conflicts.append(_Conflict(row, "lat", str(lat or ""), message("both latitude and longitude, or neither")))
        if values["place"][row] == GIVEN and lat is None:
            conflicts.append(_Conflict(row, "place", GIVEN, message("given, but only together with latitude and longitude")))
        if codes and values["priorities"][row]:
            known = [item for code in codes for item in priorities_of[code]]
            allowed = message("a priority of one of the cluster's counties (%(known)s)", known="; ".join(known))
            conflicts += [_Conflict(row, "priorities", item, allowed) for item in values["priorities"][row] if item not in known]
    return conflicts


def _used_focus_areas(focus: Sequence[tuple[str, ...]], standard: pd.DataFrame, custom: dict[str, str]) -> pd.DataFrame:
    """Return the focus areas that the list uses, in the columns of `standard`; `custom` maps the code of each other one to its text."""
    counts = Counter(code for codes in focus for code in codes)
    rows = [
        {"code": code, "label_sv": custom[code], "label_en": custom[code], "eu_ecosystem": None}
        for code, _ in counts.most_common()
        if code in custom
    ]
    return pd.concat(
        [standard[standard["code"].isin(counts)], pd.DataFrame(rows, columns=standard.columns, dtype=object)], ignore_index=True
    )
