"""Conversion of metres of Web Mercator (EPSG:3857), which maps on the web use, to degrees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.places.sweref import Grid

Floats = NDArray[np.float64]

RADIUS = 6378137.0  # of the sphere, in metres
MAX_NORTHING = 100 * RADIUS  # beyond it a float holds no more than the pole
BANDS = (  # northings and eastings of Sweden, with some kilometres around it: in the south they are also those of RT 90 in the far north
    (7_360_000, 7_550_000, 1_380_000, 1_620_000),
    (7_550_000, 7_700_000, 1_340_000, 1_880_000),
    (7_700_000, 8_100_000, 1_220_000, 2_160_000),
    (8_100_000, 8_900_000, 1_160_000, 2_160_000),
    (8_900_000, 9_700_000, 1_310_000, 2_440_000),
    (9_700_000, 10_830_000, 1_530_000, 2_710_000),
)


@dataclass(frozen=True)
class WebMercator:
    """Grid of Web Mercator, with the methods of `data.places.sweref.Grid`."""

    name: str = "Web Mercator"

    def contains(self, northing: float, easting: float) -> bool:
        """Return True if a pair of numbers is within Sweden in this grid."""
        return any(south <= northing <= north and west <= easting <= east for south, north, west, east in BANDS)

    def to_degrees(self, northings: Floats, eastings: Floats) -> tuple[Floats, Floats]:
        """Return latitudes and longitudes, degrees with five decimals."""
        latitudes = 2 * np.arctan(np.exp(np.minimum(northings, MAX_NORTHING) / RADIUS)) - np.pi / 2
        return np.degrees(latitudes).round(5), np.degrees(eastings / RADIUS).round(5)


WEB_MERCATOR = WebMercator()
PlaneGrid = Grid | WebMercator
