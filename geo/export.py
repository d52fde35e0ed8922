"""Frames with a place as files of geodata: GeoJSON, GeoPackage and GeoParquet, all in EPSG:4326."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import shapely

from geo.boundaries import WGS84

About = Mapping[str, Any]  # what a file says of itself: names and what JSON takes
Row = Mapping[str, Any]  # names and what JSON takes
_GDAL = threading.Lock()  # its settings hold for the whole process


def with_points(view: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return the frame with a point for each row's `lat` and `lon` (EPSG:4326), None where they are NaN; both columns stay."""
    points = gpd.GeoSeries(gpd.points_from_xy(view["lon"], view["lat"]), index=view.index, crs=WGS84)
    return gpd.GeoDataFrame(view, geometry=points.where(view["lat"].notna(), None), crs=WGS84)


def with_boundaries(view: pd.DataFrame, boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the frame with the boundary of each row's `code`. Raises KeyError for a code without one."""
    shapes = boundaries.set_index("code").geometry.loc[list(view["code"])]
    return gpd.GeoDataFrame(view, geometry=shapes.to_numpy(), crs=boundaries.crs)


def to_features(frame: gpd.GeoDataFrame, ids: Iterable[str], rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return a feature (RFC 7946) for each row, with these ids, and `rows` as properties."""
    shapes = shapely.to_geojson(frame.geometry.to_numpy())
    return [
        {"type": "Feature", "id": name, "properties": row, "geometry": json.loads(shape or "null")}
        for name, row, shape in zip(ids, rows, shapes, strict=True)
    ]


def to_geopackage(frame: gpd.GeoDataFrame, layer: str, about: About, day: str) -> bytes:
    """Return a GeoPackage with one layer, whose metadata says what the file is. Cells hold text or numbers, no lists.

    `day` (2026-11-23) is when it says that it was last changed: the same frame is the same bytes.
    """
    file = io.BytesIO()
    said = {name: told if isinstance(told, str) else json.dumps(told, ensure_ascii=False) for name, told in about.items()}
    with _GDAL:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day}T00:00:00.000Z"})
        frame.to_file(file, driver="GPKG", layer=layer, layer_metadata=said)
    return file.getvalue()


def to_geoparquet(frame: gpd.GeoDataFrame, lists: Collection[str], about: About) -> bytes:
    """Return a GeoParquet file; the columns `lists` hold lists of text, and the frame's attributes say what the file is.

    Every selection has the same types of columns, also where all cells are empty.
    """
    texts = {name for name in frame.columns if frame[name].dtype == object} - set(lists)
    told = frame.map(lambda cell: list(cell) if isinstance(cell, tuple) else cell)
    told.attrs = {"about": dict(about)}
    written, file = io.BytesIO(), io.BytesIO()
    told.to_parquet(written, index=False)
    table = pq.read_table(written)
    types = dict.fromkeys(texts, pa.string()) | dict.fromkeys(lists, pa.list_(pa.string()))
    schema = pa.schema([column.with_type(types.get(column.name, column.type)) for column in table.schema], table.schema.metadata)
    pq.write_table(table.cast(schema), file)
    return file.getvalue()
