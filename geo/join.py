"""The join: clusters to the boundaries of the counties they belong to, and to a place on the map. Keys are SCB codes."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.boundaries import SWEREF99_TM, WGS84

SEAT, COUNTY = "seat", "county"
RING_PIXELS = 9.0  # from the place to a marker that shares it: neighbours on the ring do not cover each other


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

    Added are `lat` and `lon` (EPSG:4326, five decimals), `place` (`seat`, a point inside the municipality, or `county`, an
    approximate point inside the first county where no seat is known), and `dx`, `dy`: the offset in pixels at which a
    marker is drawn so that clusters of one place can be told apart. Raises ValueError when a code has no boundary.
    """
    first_county = clusters["region_codes"].str[0]
    has_seat = clusters["municipality_code"].notna()
    codes = clusters["municipality_code"].where(has_seat, first_county)
    _require(codes[has_seat], municipalities["code"], "municipality")
    _require(codes[~has_seat], counties["code"], "county")
    points = pd.concat([inner_points(municipalities), inner_points(counties)]).loc[codes]
    dx, dy = spread(codes)
    return clusters.assign(
        lat=points["lat"].to_numpy(),
        lon=points["lon"].to_numpy(),
        place=np.where(has_seat, SEAT, COUNTY),
        dx=dx,
        dy=dy,
    )


def inner_points(boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return `lat`, `lon` (EPSG:4326) of a point well inside each boundary, indexed by its code; computed in EPSG:3006."""
    inside = boundaries.to_crs(SWEREF99_TM).representative_point().to_crs(WGS84)
    return pd.DataFrame({"lat": inside.y.round(5).to_numpy(), "lon": inside.x.round(5).to_numpy()}, index=boundaries["code"])


def spread(places: pd.Series) -> tuple[list[float], list[float]]:
    """Return the offsets in pixels, x to the right and y down, that part the markers of one place; 0 for a place of its own."""
    number = places.groupby(places).cumcount()
    total = places.map(places.value_counts())
    radius = np.where(total > 1, RING_PIXELS * np.maximum(1, total / 6), 0.0)
    angle = 2 * np.pi * number / total + np.pi / 2  # one below the other: Swedish towns lie nearer to each other from west to east
    return (radius * np.cos(angle)).round(1).tolist(), (radius * np.sin(angle)).round(1).tolist()


def _require(codes: Iterable[str], known: pd.Series, what: str) -> None:
    missing = sorted(set(codes) - set(known))
    if missing:
        raise ValueError(f"no {what} boundary for the SCB codes {', '.join(missing)}")
