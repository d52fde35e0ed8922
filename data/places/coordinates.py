"""Coordinates as people write them: degrees in any notation, metres of a grid, two columns in any order, or both numbers in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import numpy as np
import pandas as pd

from data.column_parsers import Parser, Understood
from data.messages import message
from data.number_parsers import THOUSANDS_SPACE
from data.places.grids import GRID_NAMES
from data.places.sweref import RT_90, SWEREF_99_TM
from data.places.web_mercator import WEB_MERCATOR, PlaneGrid
from data.text import with_single_spaces

FIVE_DECIMALS = 5
GRIDS: tuple[PlaneGrid, ...] = (SWEREF_99_TM, RT_90, WEB_MERCATOR)
LATITUDES, LONGITUDES = (55.0, 69.2), (10.5, 24.3)  # of Sweden, in degrees (WGS 84)
NUMBER = re.compile(r"[-+]?[0-9]{1,8}(?:[.,][0-9]{1,20})?")
DIRECTION = re.compile(r"^[NEÖO]\s*|\s*°?\s*[NEÖO]?$", re.IGNORECASE)
UNIT = re.compile(r"\s*m$")
MANY_POINTS = re.compile(r"([0-9]{1,2})[.,]([0-9]{3}(?:[.,][0-9]{1,3})+)")  # as Excel writes a decimal number that it took for a whole one
DEGREES = re.compile(  # also with spaces for the signs
    r"""[NEÖO]?\s*([0-9]{1,2})\s*(?:[°º:d]|(?=\s))\s*([0-9]{1,2})\s*(?:['′’:m]|(?=\s))\s*"""
    r"""(?:([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:["″”s]|''|′′)?)?\s*[NEÖO]?""",
    re.IGNORECASE,
)
MINUTES = re.compile(  # with decimals, as a GPS shows them: N57 42.43
    r"""(?<![0-9.,])[NEÖO]?\s*([0-9]{1,2})(?:\s*[°º]\s*|\s+)([0-5]?[0-9][.,][0-9]+)\s*['′’]?\s*[NEÖO]?""", re.IGNORECASE
)
ANY_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
PAIR_SEPARATOR = re.compile(r"\s*[;|/\n]\s*|\s*,\s+|\s+")
IN_WKT = re.compile(r"(?:SRID=[0-9]+;)?POINT(?:\s+Z)?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+)?\s*\)", re.IGNORECASE)
DEGREES_IN_LINK = r"(-?[0-9]{1,2}\.[0-9]+)"
LINKS = (  # of maps, the position of a marker before the middle of the picture
    re.compile(rf"!3d{DEGREES_IN_LINK}!4d{DEGREES_IN_LINK}"),
    re.compile(rf"[?&](?:q|query|ll|sll|daddr|destination|center|cp)=(?:loc:)?{DEGREES_IN_LINK}[,~]{DEGREES_IN_LINK}"),
    re.compile(rf"[?&]mlat={DEGREES_IN_LINK}&mlon={DEGREES_IN_LINK}"),
    re.compile(rf"/(?:place|search|dir/)/?{DEGREES_IN_LINK},{DEGREES_IN_LINK}"),
    re.compile(rf"@{DEGREES_IN_LINK},{DEGREES_IN_LINK}"),
    re.compile(rf"#map=[0-9.]+/{DEGREES_IN_LINK}/{DEGREES_IN_LINK}"),
    re.compile(rf"geo:{DEGREES_IN_LINK},{DEGREES_IN_LINK}"),
)
ALLOWED = message(
    "latitude %(south)s to %(north)s and longitude %(west)s to %(east)s (WGS 84), or metres of SWEREF 99 TM, within Sweden",
    south=LATITUDES[0], north=LATITUDES[1], west=LONGITUDES[0], east=LONGITUDES[1],
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Meaning of two numbers.

    Attributes:
        first: Latitude or northing.
        second: Longitude or easting.
        grid: Grid of metres; None for degrees.
        is_swapped: True if the second number was the first of these.
    """

    first: float
    second: float
    grid: PlaneGrid | None = None
    is_swapped: bool = False


def number(value: str) -> object:
    """Parse one coordinate: degrees with decimal point or comma, with minutes and seconds, or metres. Raises ValueError."""
    plain = UNIT.sub("", THOUSANDS_SPACE.sub("", DIRECTION.sub("", value)))
    if NUMBER.fullmatch(plain):
        return float(plain.replace(",", "."))
    if degrees := DEGREES.fullmatch(value) or MINUTES.fullmatch(value):
        parts = [float((part or "0").replace(",", ".")) for part in degrees.groups()]
        found = sum(part / 60**power for power, part in enumerate(parts))
        return Understood(found, message("read as %(value)s", value=f"{found:.5f}"))
    if broken := MANY_POINTS.fullmatch(plain):
        found = float(f"{broken[1]}.{re.sub('[.,]', '', broken[2])}")
        return Understood(found, message("read as %(value)s", value=f"{found:.5f}"))
    raise ValueError(message("a number of degrees (WGS 84), such as 55.70584, or of metres (SWEREF 99 TM)"))


def degrees_between(first: float, last: float) -> Parser:
    """Return a parser for degrees (WGS 84) from `first` to `last`, with decimal point or comma; the number has five decimals."""

    def parse(value: str) -> float:
        is_number = re.fullmatch(r"-?[0-9]{1,3}([.,][0-9]+)?", value)
        degrees = float(value.replace(",", ".")) if is_number else float("nan")
        if not first <= degrees <= last:
            raise ValueError(message("degrees (WGS 84) from %(first)s to %(last)s, within Sweden", first=first, last=last))
        return round(degrees, 5)

    return parse


def both(value: str) -> object:
    """Parse latitude and longitude in one cell, in any order, also as WKT; return the two numbers. Raises ValueError."""
    value = with_single_spaces(value)
    if in_link := _pair_in_link(value):
        return in_link
    wkt = IN_WKT.fullmatch(value)
    pieces = [wkt[2], wkt[1]] if wkt else [piece for piece in PAIR_SEPARATOR.split(value.strip("()[] ")) if piece]
    if len(pieces) == 1 and value.count(",") == 1:
        pieces = value.split(",")
    try:
        if len(pieces) != 2:  # noqa: PLR2004 - a pair
            pieces = _halves(value)
        return tuple(parsed.value if isinstance(parsed, Understood) else parsed for parsed in map(number, pieces))
    except ValueError:
        return _pair_among_words(value)


def _pair_in_link(value: str) -> Understood | None:
    """Return the position in the address of a map, such as one of Google Maps or OpenStreetMap; None for any other text."""
    if "://" not in value and not value.startswith("geo:"):
        return None
    address = unquote(value)
    for link in LINKS:
        if found := link.search(address):
            text = message("read as %(value)s", value=", ".join(found.groups()))
            return Understood((float(found[1]), float(found[2])), text)
    raise ValueError(message('the address of a map with a position, such as "https://www.google.com/maps?q=55.70584,13.19321"'))


def _pair_among_words(value: str) -> Understood:
    """Return the only two numbers in a text such as "lat: 55.7, lon: 13.2". Raises ValueError where they are no position in Sweden."""
    numbers = [float(found.replace(",", ".")) for found in ANY_NUMBER.findall(GRID_NAMES.sub(" ", value))]
    if len(numbers) != 2 or not readings(numbers[0], numbers[1]):  # noqa: PLR2004 - a pair
        raise ValueError(message('latitude and longitude, such as "55.70584, 13.19321"'))
    shown = ", ".join(str(int(each) if each == int(each) else each) for each in numbers)
    return Understood(tuple(numbers), message("read as %(value)s", value=shown))


def _halves(value: str) -> list[str]:
    """Return the two coordinates of 55° 42' 18" N, 13° 11' 38" E, or of N55 42.3 E13 11.6. Raises ValueError."""
    for form in (DEGREES, MINUTES):
        found = [match[0] for match in form.finditer(value)]
        if len(found) == 2:  # noqa: PLR2004 - a pair
            return found
    raise ValueError(message('latitude and longitude, such as "55.70584, 13.19321"'))


def readings(first: float, second: float, named: PlaneGrid | None = None) -> tuple[Pair, ...]:
    """Return the positions that two numbers may mean, by their ranges in Sweden: none, one, or one in each of two grids.

    `named` is the local zone that the heading names: then they are metres of it, if they fit.
    """
    found = list[Pair]()
    for north, east, is_swapped in ((first, second, False), (second, first, True)):
        if named and named.contains(north, east):
            return (Pair(north, east, named, is_swapped),)
        if LATITUDES[0] <= north <= LATITUDES[1] and LONGITUDES[0] <= east <= LONGITUDES[1]:
            found.append(Pair(north, east, None, is_swapped))
        found += [Pair(north, east, grid, is_swapped) for grid in GRIDS if grid.contains(north, east)]
    return tuple(found)


def to_degrees(pairs: Sequence[Pair | None]) -> tuple[list[float | None], list[float | None]]:
    """Return latitude and longitude of each pair, degrees with five decimals."""
    lats = [None if pair is None else round(pair.first, FIVE_DECIMALS) for pair in pairs]
    lons = [None if pair is None else round(pair.second, FIVE_DECIMALS) for pair in pairs]
    in_grids: dict[PlaneGrid, list[int]] = {}
    for row, pair in enumerate(pairs):
        if pair and pair.grid:
            in_grids.setdefault(pair.grid, []).append(row)
    for grid, rows in in_grids.items():
        metres = pd.DataFrame({"north": [lats[row] for row in rows], "east": [lons[row] for row in rows]}, dtype=float)
        degrees = grid.to_degrees(metres["north"].to_numpy(np.float64), metres["east"].to_numpy(np.float64))
        for row, lat, lon in zip(rows, *degrees, strict=True):
            lats[row], lons[row] = float(lat), float(lon)
    return lats, lons
