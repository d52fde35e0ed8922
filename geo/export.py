"""Geodata files (GeoJSON, GeoPackage, GeoParquet) from frames, all in EPSG:4326."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import shapely

from geo.boundaries import WGS84

Metadata = Mapping[str, Any]  # metadata of a file: values that JSON can hold by name
Row = Mapping[str, Any]  # values that JSON can hold by column
_GDAL_LOCK = threading.Lock()  # GDAL's options hold for the whole process: files of two days must not be written at once


def with_points(frame: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return the frame with a point for each row's `lat` and `lon` (EPSG:4326), None where they are NaN; both columns stay."""
    points = gpd.GeoSeries(gpd.points_from_xy(frame["lon"], frame["lat"]), index=frame.index, crs=WGS84)
    return gpd.GeoDataFrame(frame, geometry=points.where(frame["lat"].notna(), None), crs=WGS84)


def with_boundaries(frame: pd.DataFrame, boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the frame with the boundary of each row's `code`, in the CRS of `boundaries`. Raises KeyError for a code without one."""
    shapes = boundaries.set_index("code").geometry.loc[list(frame["code"])]
    return gpd.GeoDataFrame(frame, geometry=shapes.to_numpy(), crs=boundaries.crs)


def to_features(frame: gpd.GeoDataFrame, ids: Iterable[str], rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return a GeoJSON feature (RFC 7946) for each row of `frame` (EPSG:4326), with these ids and with `rows` as properties."""
    shapes = shapely.to_geojson(frame.geometry.to_numpy())
    return [
        {"type": "Feature", "id": feature_id, "properties": row, "geometry": json.loads(shape or "null")}
        for feature_id, row, shape in zip(ids, rows, shapes, strict=True)
    ]


def to_geopackage(frame: gpd.GeoDataFrame, layer: str, metadata: Metadata, day: str) -> bytes:
    """Return a GeoPackage with one layer that carries the metadata. Cells hold text or numbers, no lists.

    `day` (2026-11-23) is written as the time of the last change, so that equal frames give equal bytes.
    """
    file = io.BytesIO()
    with _GDAL_LOCK:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day}T00:00:00.000Z"})
        frame.to_file(file, driver="GPKG", layer=layer, layer_metadata=_to_texts(metadata))
    return file.getvalue()


def to_styled_geopackage(layers: Mapping[str, gpd.GeoDataFrame], styles: Mapping[str, str], metadata: Metadata, day: str) -> bytes:
    """Return a GeoPackage with these layers, each with the metadata, and their styles (QML), which QGIS takes by itself.

    Cells and `day` as for `to_geopackage`. A further layer of a file cannot be written in memory.
    """
    with TemporaryDirectory() as folder, _GDAL_LOCK:
        path = Path(folder) / "layers.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day}T00:00:00.000Z"})
        for name, frame in layers.items():
            frame.to_file(path, driver="GPKG", layer=name, layer_metadata=_to_texts(metadata))
        pyogrio.write_dataframe(_style_table(styles, day), path, driver="GPKG", layer="layer_styles", FID="id")
        return path.read_bytes()


def _to_texts(metadata: Metadata) -> dict[str, str]:
    return {name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for name, value in metadata.items()}


def _style_table(styles: Mapping[str, str], day: str) -> pd.DataFrame:
    """Return the table in which QGIS looks for the style of a layer as it opens it."""
    return pd.DataFrame(
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": list(styles),
            "f_geometry_column": "geom",
            "styleName": list(styles),
            "styleQML": list(styles.values()),
            "styleSLD": "",
            "useAsDefault": True,
            "description": "",
            "owner": "",
            "ui": "",
            "update_time": pd.Timestamp(day),
        }
    )


def to_geoparquet(frame: gpd.GeoDataFrame, list_columns: Collection[str], metadata: Metadata) -> bytes:
    """Return a GeoParquet file; `list_columns` hold lists of text, and the frame's attribute "about" is the metadata.

    A column has one type in every file, also where all its cells are empty.
    """
    text_columns = {name for name in frame.columns if frame[name].dtype == object} - set(list_columns)
    with_lists = frame.map(lambda cell: list(cell) if isinstance(cell, tuple) else cell)
    with_lists.attrs = {"about": dict(metadata)}
    inferred, file = io.BytesIO(), io.BytesIO()  # first with the types that geopandas infers from the cells
    with_lists.to_parquet(inferred, index=False)
    table = pq.read_table(inferred)
    types = dict.fromkeys(text_columns, pa.string()) | dict.fromkeys(list_columns, pa.list_(pa.string()))
    schema = pa.schema([column.with_type(types.get(column.name, column.type)) for column in table.schema], table.schema.metadata)
    pq.write_table(table.cast(schema), file)
    return file.getvalue()
