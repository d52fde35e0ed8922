"""Conversion of plane coordinates to degrees: SWEREF 99 TM and RT 90 2.5 gon V, by Gauss's conformal projection (Lantmäteriet's formulas).

`data` knows no geography of its own, so that a list can be read without boundaries; these are two grids of numbers in lists.
Accuracy: SWEREF 99 TM within a millimetre; RT 90 within a few metres, by the parameters that lead to it straight from GRS 80.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AXIS, FLATTENING = 6378137.0, 1 / 298.257222101  # of GRS 80, in metres
SQUARED = FLATTENING * (2 - FLATTENING)  # eccentricity
THIRD = FLATTENING / (2 - FLATTENING)  # third flattening
RADIUS = AXIS / (1 + THIRD) * (1 + THIRD**2 / 4 + THIRD**4 / 64)
DELTAS = (
    THIRD / 2 - 2 * THIRD**2 / 3 + 37 * THIRD**3 / 96 - THIRD**4 / 360,
    THIRD**2 / 48 + THIRD**3 / 15 - 437 * THIRD**4 / 1440,
    17 * THIRD**3 / 480 - 37 * THIRD**4 / 840,
    4397 * THIRD**4 / 161280,
)
LATITUDE_TERMS = (
    SQUARED + SQUARED**2 + SQUARED**3 + SQUARED**4,
    -(7 * SQUARED**2 + 17 * SQUARED**3 + 30 * SQUARED**4) / 6,
    (224 * SQUARED**3 + 889 * SQUARED**4) / 120,
    -(4279 * SQUARED**4) / 1260,
)


@dataclass(frozen=True)
class Grid:
    """A grid of metres.

    Attributes:
        name: Name that readers know.
        meridian: Central meridian, in degrees.
        scale: Scale on it.
        false_northing: Metres added to northings.
        false_easting: Metres added to eastings.
        northings: Lowest and highest northing in Sweden.
        eastings: Lowest and highest easting in Sweden.
        bands: Lowest and highest northing of parts of Sweden, each with its lowest and highest easting; none where the ranges are enough.
    """

    name: str
    meridian: float
    scale: float
    false_northing: float
    false_easting: float
    northings: tuple[float, float]
    eastings: tuple[float, float]
    bands: tuple[tuple[float, float, float, float], ...] = ()

    def contains(self, northing: float, easting: float) -> bool:
        """Return True if a pair of numbers is within Sweden in this grid."""
        if not (self.northings[0] <= northing <= self.northings[1] and self.eastings[0] <= easting <= self.eastings[1]):
            return False
        return not self.bands or any(south <= northing <= north and west <= easting <= east for south, north, west, east in self.bands)

    def to_degrees(self, northings: Floats, eastings: Floats) -> tuple[Floats, Floats]:
        """Return latitudes and longitudes, degrees with five decimals."""
        xi = (northings - self.false_northing) / (self.scale * RADIUS)
        eta = (eastings - self.false_easting) / (self.scale * RADIUS)
        xi_prime, eta_prime = xi.copy(), eta.copy()
        for index, delta in enumerate(DELTAS, start=1):
            xi_prime -= delta * np.sin(2 * index * xi) * np.cosh(2 * index * eta)
            eta_prime -= delta * np.cos(2 * index * xi) * np.sinh(2 * index * eta)
        conformal = np.arcsin(np.sin(xi_prime) / np.cosh(eta_prime))
        longitude = math.radians(self.meridian) + np.arctan2(np.sinh(eta_prime), np.cos(xi_prime))
        sine = np.sin(conformal)
        series = sum(term * sine ** (2 * power) for power, term in enumerate(LATITUDE_TERMS))
        latitude = conformal + sine * np.cos(conformal) * series
        return np.degrees(latitude).round(5), np.degrees(longitude).round(5)


SWEREF_99_TM = Grid("SWEREF 99 TM", 15.0, 0.9996, 0.0, 500_000.0, (6_090_000, 7_700_000), (200_000, 950_000))
RT_90_BANDS = (  # with some kilometres around the country: metres of other grids, as of Web Mercator, are not to be taken for these
    (6_100_000, 6_300_000, 1_270_000, 1_640_000),
    (6_300_000, 6_600_000, 1_210_000, 1_730_000),
    (6_600_000, 6_800_000, 1_240_000, 1_710_000),
    (6_800_000, 7_000_000, 1_290_000, 1_690_000),
    (7_000_000, 7_300_000, 1_300_000, 1_840_000),
    (7_300_000, 7_400_000, 1_420_000, 1_910_000),
    (7_400_000, 7_700_000, 1_490_000, 1_910_000),
)
RT_90 = Grid(
    "RT 90",
    15.0 + 48 / 60 + 22.624306 / 3600,
    1.00000561024,
    -667.711,
    1_500_064.274,
    (6_090_000, 7_700_000),
    (1_150_000, 1_920_000),
    RT_90_BANDS,
)
