"""Join of clusters to the boundaries of their counties and to a position on the map. Keys are SCB codes."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.boundaries import SWEREF99_TM, WGS84
from geo.positions import to_kilometres

SEAT, COUNTY, GIVEN = "seat", "county", "given"  # kinds of a position; `data.cluster_codes` has the same, which a test compares


def join_regions(counties: gpd.GeoDataFrame, clusters: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return all counties with `clusters`, the number of clusters that belong to each (0 where none does).

    `clusters` has `region_codes`, tuples of SCB county codes; a cluster in several counties counts in each of them.
    Raises ValueError for a code without a boundary.
    """
    pairs = clusters["region_codes"].explode().dropna()
    _require(pairs.unique(), counties["code"], "county")
    counts = pairs.value_counts().reindex(counties["code"], fill_value=0)
    return counties.assign(clusters=counts.to_numpy())


def locate(clusters: pd.DataFrame, points: pd.DataFrame, municipalities: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return `clusters` with a position on the map.

    `clusters` has region_codes, municipality_code, lat and lon (EPSG:4326, NaN where not given) and place (a kind below, or None).
    `points` as `geo.positions.area_points` returns them; boundaries have code and geometry. Raises ValueError for a code without a point.

    Replaced columns:
        lat, lon: Position, EPSG:4326 with five decimals where looked up; NaN where neither seat nor county is known.
        place: Kind of the position. GIVEN: coordinates of the list, also where the list names no kind. SEAT: the main town of the
            municipality. COUNTY: a point inside the first county, since no seat is known. None: no position.

    Added columns:
        town: Name of the town in which a SEAT stands; None for all others.
        easting, northing: Position in kilometres of SWEREF 99 TM (EPSG:3006), one decimal; NaN where there is none.
        location_code: Code of the municipality in which the position lies, else of the county; None where there is no position.
    """
    given = clusters["lat"].notna() & clusters["place"].isin([GIVEN, None])
    has_seat = clusters["municipality_code"].notna() & ~given
    has_county = clusters["region_codes"].str.len().gt(0) & ~given & ~has_seat
    codes = clusters["municipality_code"].where(has_seat, clusters["region_codes"].str[0]).where(has_seat | has_county, None)
    _require(codes[has_seat].unique(), points.index, "municipality")
    _require(codes[has_county].unique(), points.index, "county")
    kinds = np.select([given, has_seat, has_county], [GIVEN, SEAT, COUNTY], "").tolist()
    return clusters.assign(
        **_positions(clusters, given, points.reindex(codes).set_axis(clusters.index)),
        place=pd.Series([kind or None for kind in kinds], index=clusters.index, dtype=object),
        location_code=codes.where(~given, _municipalities_around(clusters[given], municipalities).reindex(clusters.index)),
    )


def _positions(clusters: pd.DataFrame, given: pd.Series, points: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns town, lat, lon, easting and northing: of `clusters` where `given` is True, else of `points`, a row for each."""
    easting, northing = to_kilometres(clusters["lat"].where(given), clusters["lon"].where(given))
    columns = {"lat": clusters["lat"], "lon": clusters["lon"], "easting": easting, "northing": northing}
    positions = {name: column.where(given, points[name]) for name, column in columns.items()}
    return {"town": points["town"].where(~given & points["town"].notna(), None), **positions}


def _municipalities_around(clusters: pd.DataFrame, municipalities: gpd.GeoDataFrame) -> pd.Series:
    """Return the code of the municipality around each cluster's `lat` and `lon` (EPSG:4326); off the coast, of the nearest one."""
    if clusters.empty:
        return pd.Series(dtype=object)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(clusters["lon"], clusters["lat"], crs=WGS84), index=clusters.index)
    codes = points.to_crs(SWEREF99_TM).sjoin_nearest(municipalities.to_crs(SWEREF99_TM))["code"]
    return codes[~codes.index.duplicated()]  # a point on a border has several


def _require(codes: Iterable[str], known: Iterable[str], kind: str) -> None:
    """Raise ValueError if a code is not among the `known` codes of boundaries; `kind` names these in the message."""
    missing = sorted(set(codes) - set(known))
    if missing:
        raise ValueError(f"no {kind} boundary for the SCB codes {', '.join(missing)}")
