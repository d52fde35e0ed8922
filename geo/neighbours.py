"""Neighbours: areas that share a border."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd

from geo.boundaries import SWEREF99_TM


def find_neighbours(boundaries: gpd.GeoDataFrame) -> Mapping[str, Sequence[str]]:
    """Return the codes of the areas with which each area shares a border of some length, in the order of `boundaries`.

    `boundaries` has code and geometry; areas that touch in a single point, or only across water, are no neighbours.
    """
    borders = boundaries.set_index("code").geometry.to_crs(SWEREF99_TM)
    return {
        code: tuple(other for other, length in borders.intersection(area).length.items() if length and other != code)
        for code, area in borders.items()
    }
