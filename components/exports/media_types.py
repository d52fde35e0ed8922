"""Media types of the files for download."""

from __future__ import annotations

CSV, JSON, GEOJSON = "text/csv; charset=utf-8", "application/json", "application/geo+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG, SVG = "image/png", "image/svg+xml"
GEOPACKAGE, PARQUET, HTML = "application/geopackage+sqlite3", "application/vnd.apache.parquet", "text/html; charset=utf-8"
