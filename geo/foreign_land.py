"""Land of the countries around Sweden, from Natural Earth 1:10m (public domain); `build_foreign_land.py` made the file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import geopandas as gpd
import shapely

from geo.boundaries import SWEREF99_TM, WGS84
from geo.extent import METRES, Extent

FOREIGN_LAND = Path(__file__).with_name("foreign_land.geojson")
FOREIGN_LAND_EXTENT = Extent(-900, 5500, 2100, 8150)  # much larger than Sweden: a wide screen shows much on both sides


@cache
def read_foreign_land() -> shapely.Geometry:
    """Return the land of all other countries as one shape in EPSG:3006, cut to FOREIGN_LAND_EXTENT; read, never changed.

    It reaches some kilometres into Sweden along the land border: counties are drawn over it, and no gap shows between them.
    """
    land = gpd.GeoSeries([shapely.from_geojson(FOREIGN_LAND.read_text("utf-8"))], crs=WGS84).to_crs(SWEREF99_TM)
    return shapely.make_valid(land.iloc[0], method="structure", keep_collapsed=False)


def simplify_land(land: shapely.Geometry, tolerance_metres: float, min_island_square_km: float) -> shapely.Geometry:
    """Return the land simplified by a tolerance, without islands that are smaller than the minimum."""
    parts = shapely.get_parts(land.simplify(tolerance_metres))
    return shapely.MultiPolygon(parts[shapely.area(parts) >= min_island_square_km * METRES**2].tolist())
