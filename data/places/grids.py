"""Grids of metres by their names and codes: those of all of Sweden, and the twelve local zones of SWEREF 99 that municipalities use."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.places.sweref import RT_90, SWEREF_99_TM, Grid
from data.places.web_mercator import WEB_MERCATOR, PlaneGrid

LOCAL_MERIDIANS: Mapping[int, str] = {  # degrees and minutes by code of EPSG
    3007: "12 00", 3008: "13 30", 3009: "15 00", 3010: "16 30", 3011: "18 00", 3012: "14 15",
    3013: "15 45", 3014: "17 15", 3015: "18 45", 3016: "20 15", 3017: "21 45", 3018: "23 15",
}  # fmt: skip
LOCAL_NORTHINGS, LOCAL_EASTINGS = (6_090_000.0, 7_700_000.0), (0.0, 500_000.0)


def _local(meridian: str) -> Grid:
    """Return the zone of SWEREF 99 around a meridian, given as its degrees and minutes."""
    degrees, minutes = map(int, meridian.split())
    return Grid(f"SWEREF 99 {meridian}", degrees + minutes / 60, 1.0, 0.0, 150_000.0, LOCAL_NORTHINGS, LOCAL_EASTINGS)


LOCAL_GRIDS: Mapping[int | str, Grid] = {code: _local(meridian) for code, meridian in LOCAL_MERIDIANS.items()}
GRIDS_BY_CODE: Mapping[int | str, PlaneGrid] = {3006: SWEREF_99_TM, 3021: RT_90, 3857: WEB_MERCATOR, **LOCAL_GRIDS}  # of EPSG
GRID_NAMES = re.compile(
    r"WGS\s*84|SWEREF\s*99(?:[\s_]*TM|[\s_]*[0-9]{2}[\s_.:]?[0-9]{2}(?![0-9]))?|RT\s*90|EPSG:?\s*[0-9]+|\b3[2-5]\s?[A-Z]\b", re.IGNORECASE
)
LOCAL_NAME = re.compile(r"SWEREF\s*99[\s_]*([0-9]{2})[\s_.:]?([0-9]{2})(?![0-9])|EPSG:?\s*(30(?:0[7-9]|1[0-8]))\b", re.IGNORECASE)


def named_local_grid(heading: str) -> Grid | None:
    """Return the local zone of SWEREF 99 that a heading names, as "N (SWEREF 99 18 00)" does; None for any other heading."""
    found = LOCAL_NAME.search(heading)
    if not found:
        return None
    if found[3]:
        return LOCAL_GRIDS[int(found[3])]
    return next((grid for grid in LOCAL_GRIDS.values() if grid.name == f"SWEREF 99 {found[1]} {found[2]}"), None)


def may_be_local(first: float, second: float) -> bool:
    """Return True for two numbers that a local zone has and no other grid."""
    north, east = max(first, second), min(first, second)
    return LOCAL_NORTHINGS[0] <= north <= LOCAL_NORTHINGS[1] and LOCAL_EASTINGS[0] < east < SWEREF_99_TM.eastings[0]
