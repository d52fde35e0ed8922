"""Command `python -m geo.build_foreign_land countries-10m.json`: writes the land around Sweden to `foreign_land.geojson`.

The argument is the file of the npm package world-atlas 2.0.2: the countries of Natural Earth 4.1.0, 1:10m, as TopoJSON (public domain).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.boundaries import SWEREF99_TM, WGS84, read_counties
from geo.foreign_land import FOREIGN_LAND, FOREIGN_LAND_EXTENT

DEGREES_AROUND = shapely.box(-25, 46, 70, 74)  # holds the extent; farther away, SWEREF 99 TM is of no use
GAP_METRES = 500  # between two countries, left by the grid of the source
BORDER_METRES = 4000  # of Sweden's land that is added along its border, so that no water shows where two sources differ
NEAR_METRES = 250_000  # from Sweden; land farther away is seen on maps of the whole country only
NEAR_TOLERANCE_METRES, FAR_TOLERANCE_METRES = 400, 2000
MIN_ISLAND_SQUARE_METRES = 2_000_000
MAX_GAP_SQUARE_METRES = 50_000_000
DECIMALS = 3  # of degrees, about 100 metres


def main(source: Path) -> None:
    """Write the file from the countries in `source`."""
    countries = _read_countries(source)
    shapes, is_sweden = countries.geometry.to_numpy(), (countries["name"] == "Sweden").to_numpy()
    (sweden,) = shapes[is_sweden]
    land = _without_gaps(_simplified(_joined(shapes[~is_sweden], sweden), sweden))
    degrees = gpd.GeoSeries([land], crs=SWEREF99_TM).to_crs(WGS84).iloc[0]
    rounded = _valid(shapely.transform(degrees, lambda points: points.round(DECIMALS)))
    FOREIGN_LAND.write_text(shapely.to_geojson(rounded).replace("]]],", "]]],\n") + "\n", "utf-8")


def _read_countries(source: Path) -> gpd.GeoDataFrame:
    """Return `name` and `geometry` (EPSG:3006) of the countries around Sweden, cut to FOREIGN_LAND_EXTENT."""
    countries = gpd.read_file(source, layer="countries")[["name", "geometry"]].set_crs(WGS84)
    shapes = countries.geometry.to_numpy()
    is_russia = countries["name"] == "Russia"  # its easternmost land has longitudes below zero
    shapes[is_russia] = shapely.transform(shapes[is_russia], _to_positive_longitudes)
    around = gpd.GeoSeries(shapely.intersection(_valid(shapes), DEGREES_AROUND), crs=WGS84)
    projected = _valid(around.to_crs(SWEREF99_TM).to_numpy())
    countries = countries.set_geometry(gpd.GeoSeries(shapely.intersection(projected, FOREIGN_LAND_EXTENT.box()), crs=SWEREF99_TM))
    return countries[~countries.geometry.is_empty]


def _to_positive_longitudes(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack([points[:, 0] % 360, points[:, 1]])


def _joined(countries: NDArray[np.object_], sweden: shapely.Geometry) -> shapely.Geometry:
    """Return the land of the countries in one piece, with a strip of Sweden along its land border."""
    land = shapely.union_all(shapely.buffer(countries, GAP_METRES / 2)).buffer(-GAP_METRES / 2)
    border = land.buffer(GAP_METRES).intersection(sweden)
    return land.union(border.buffer(BORDER_METRES).intersection(sweden))


def _simplified(land: shapely.Geometry, sweden: shapely.Geometry) -> shapely.Geometry:
    """Return the land with fewer points and without small islands."""
    near = sweden.simplify(FAR_TOLERANCE_METRES).buffer(NEAR_METRES)
    nearby = land.simplify(NEAR_TOLERANCE_METRES).intersection(near)
    beyond = land.simplify(FAR_TOLERANCE_METRES).difference(near)
    parts = shapely.get_parts(_valid(nearby.union(beyond)))
    return shapely.MultiPolygon([part for part in parts if part.area >= MIN_ISLAND_SQUARE_METRES])


def _without_gaps(land: shapely.Geometry) -> shapely.Geometry:
    """Return the land with the gaps between it and Sweden's counties filled: there the two sources differ."""
    together = land.union(read_counties().to_crs(SWEREF99_TM).union_all())
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(together) for ring in part.interiors]
    gaps = [hole.buffer(1) for hole in holes if hole.area < MAX_GAP_SQUARE_METRES and hole.distance(land) == 0]
    return shapely.union_all([land, *gaps])


def _valid(shapes: NDArray[np.object_] | shapely.Geometry) -> Any:
    """Return the shapes as valid polygons."""
    return shapely.make_valid(shapes, method="structure", keep_collapsed=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
