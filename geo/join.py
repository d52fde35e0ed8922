"""The join: clusters to the boundaries of the counties they belong to, and to a place on the map. Keys are SCB codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.boundaries import SWEREF99_TM, WGS84

SEAT, COUNTY, GIVEN = "seat", "county", "given"  # kinds of a position; `data.clusters` has the same, which a test compares
RING_PIXELS = 9.0  # from the place to the first ring of markers that share it, and on to the next: neighbours do not cover each other


@dataclass(frozen=True)
class Location:
    """A municipality or county in which clusters lie: its SCB code and a point inside it (EPSG:4326, degrees)."""

    code: str
    lat: float
    lon: float


def join_regions(counties: gpd.GeoDataFrame, clusters: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return all counties with `clusters`, how many of the frame's clusters belong to each (0 where none does).

    `clusters` has `region_codes`, tuples of SCB county codes; a cluster in several counties counts in each of them.
    Raises ValueError when a code has no boundary.
    """
    pairs = clusters["region_codes"].explode().dropna()
    _require(pairs.unique(), counties["code"], "county")
    counts = pairs.value_counts().reindex(counties["code"], fill_value=0)
    return counties.assign(clusters=counts.to_numpy())


def locate(clusters: pd.DataFrame, municipalities: gpd.GeoDataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return `clusters` with a place on the map.

    `clusters` has region_codes, municipality_code, and lat, lon (EPSG:4326, NaN where not given) and place (as below, or
    None). Set are `lat` and `lon` (five decimals) and `place`: `given`, the list's own coordinates, also where the list does
    not say; `seat`, a point inside the municipality; `county`, an approximate point inside the first county where no seat is
    known; None and NaN where no county is known either. Added are `location_code`, that of the municipality or else the county
    in which it lies, or None, and `dx`, `dy`: the offset in pixels at which a marker is drawn so that clusters of one place can
    be told apart. Raises ValueError when a code has no boundary.
    """
    given = clusters["lat"].notna() & clusters["place"].isin([GIVEN, None])
    has_seat = clusters["municipality_code"].notna() & ~given
    has_county = clusters["region_codes"].str.len().gt(0) & ~given & ~has_seat
    codes = clusters["municipality_code"].where(has_seat, clusters["region_codes"].str[0]).where(has_seat | has_county, None)
    _require(codes[has_seat].unique(), municipalities["code"], "municipality")
    _require(codes[has_county].unique(), counties["code"], "county")
    points = representative_points(pd.concat([municipalities, counties])).reindex(codes)
    kinds = np.select([given, has_seat, has_county], [GIVEN, SEAT, COUNTY], "").tolist()
    located = clusters.assign(
        lat=np.where(given, clusters["lat"], points["lat"]),
        lon=np.where(given, clusters["lon"], points["lon"]),
        place=pd.Series([kind or None for kind in kinds], index=clusters.index, dtype=object),
        location_code=codes.where(~given, _municipalities_around(clusters[given], municipalities).reindex(clusters.index)),
    )
    dx, dy = marker_offsets(located)
    return located.assign(dx=dx, dy=dy)


def _municipalities_around(clusters: pd.DataFrame, municipalities: gpd.GeoDataFrame) -> pd.Series:
    """Return the code of the municipality in which each cluster's `lat` and `lon` lie: off the coast, the nearest."""
    if clusters.empty:
        return pd.Series(dtype=object)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(clusters["lon"], clusters["lat"], crs=WGS84), index=clusters.index)
    found = points.to_crs(SWEREF99_TM).sjoin_nearest(municipalities.to_crs(SWEREF99_TM))["code"]
    return found[~found.index.duplicated()]


def representative_points(boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return `lat`, `lon` (EPSG:4326) of a point well inside each boundary, indexed by its code; computed in EPSG:3006."""
    inside = boundaries.to_crs(SWEREF99_TM).representative_point().to_crs(WGS84)
    return pd.DataFrame({"lat": inside.y.round(5).to_numpy(), "lon": inside.x.round(5).to_numpy()}, index=boundaries["code"])


def marker_offsets(located: pd.DataFrame) -> tuple[list[float], list[float]]:
    """Return the offsets in pixels, x to the right and y down: rings for the markers of one `lat` and `lon`, 0 for a place of its own."""
    places = located.groupby(["lat", "lon"], sort=False)["lat"]
    number, total = places.cumcount(), places.transform("size").fillna(1)
    ring = np.floor((1 + np.sqrt(1 + 4 * number / 3)) / 2)  # 6 markers on the first, 12 on the second, 18 on the third
    within = 3 * ring * (ring - 1)
    radius = np.where(total > 1, RING_PIXELS * ring, 0.0)
    # Two stand one below the other: Swedish towns lie nearer to each other from west to east.
    angle = 2 * np.pi * (number - within) / np.minimum(6 * ring, total - within) + np.pi / 2
    return (radius * np.cos(angle)).round(1).tolist(), (radius * np.sin(angle)).round(1).tolist()


def _require(codes: Iterable[str], known: pd.Series, what: str) -> None:
    missing = sorted(set(codes) - set(known))
    if missing:
        raise ValueError(f"no {what} boundary for the SCB codes {', '.join(missing)}")
