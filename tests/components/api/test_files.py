"""Files of every format, read back by other programs: nothing is lost, and each file describes itself."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from components.dataset.store import current_dataset
from components.exports.frames import machine_frame, region_frame
from data.export import records, with_joined_lists
from tests.components.api.file_readers import CLIENT, CLUSTERS_IN, from_csv, from_geopackage, from_geoparquet, from_workbook
from tests.views import view_of

ABOUT = {"title", "selection", "query", "source", "date", "licence", "licence_address", "view", "address", "description"}
QUERY = "?region=12&lang=en"


def content(path: str, query: str = "") -> bytes:
    answer = CLIENT.get(f"/{path}{query}")
    assert answer.status_code == 200
    return answer.content


def raw() -> pd.DataFrame:
    return machine_frame(view_of())


def test_json_reads_back_as_the_frame() -> None:
    file = json.loads(content("api/clusters.json"))
    assert file["clusters"] == records(raw())
    assert file["clusters"][0]["founded"] == 2009 and file["clusters"][0]["region_codes"] == ["12"]


def test_geojson_reads_back_as_the_frame_with_its_points() -> None:
    file = json.loads(content("api/clusters.geojson"))
    assert [feature["properties"] for feature in file["features"]] == records(raw())
    first = file["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [first["properties"]["lon"], first["properties"]["lat"]]}


def test_a_geopackage_reads_back_as_the_frame_with_its_points() -> None:
    read = from_geopackage(content("api/clusters.gpkg"))
    assert read.crs.to_epsg() == 4326
    plain = with_joined_lists(raw())
    for column in plain.columns:
        assert read[column].astype(object).where(read[column].notna(), None).tolist() == [
            None if pd.isna(cell) or (cell == "" and read_cell is None) else cell
            for cell, read_cell in zip(plain[column], read[column].astype(object).where(read[column].notna(), None), strict=True)
        ], column
    assert (read.geometry.x == read["lon"]).all() and (read.geometry.y == read["lat"]).all()


def test_geoparquet_reads_back_as_the_frame_with_its_points() -> None:
    read = from_geoparquet(content("api/clusters.parquet"))
    assert read.crs.to_epsg() == 4326 and (read.geometry.x == read["lon"]).all()
    cells = read.drop(columns="geometry").astype(object)
    rows = [[plain(cell) for cell in row] for row in cells.to_numpy()]
    assert [dict(zip(cells.columns, row, strict=True)) for row in rows] == records(raw())


def plain(cell: object) -> object:
    if isinstance(cell, np.ndarray):
        return cell.tolist()
    return None if pd.isna(cell) else cell


def test_a_workbook_has_the_rows_of_the_excel_csv() -> None:
    rows, lines = from_workbook(content("api/clusters.xlsx")), from_csv(content("api/clusters-excel.csv"), ";")
    assert list(rows[0]) == list(lines[0])
    for row, line in zip(rows, lines, strict=True):
        assert {name: as_text(cell) for name, cell in row.items()} == line
    assert rows[0]["Grundat"] == 2009 and rows[0]["Latitud (WGS 84)"] == 55.70584


def as_text(cell: object) -> str:
    return "" if cell is None else str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def test_a_workbook_describes_itself_on_its_own_sheet() -> None:
    rows = [list(row.values()) for row in from_workbook(content("api/clusters.xlsx", QUERY), sheet=1)]
    assert rows[1][0] == "Selection" and str(rows[1][1]) == "Skåne: 2 clusters (of the 22 in S3-piloten 2018)."
    assert ["Date of the data", "2026-11-26"] in rows
    assert ["The same on the map", "http://klusterkartan.test/?region=12&lang=en"] in rows


@pytest.mark.parametrize("path", ["clusters.json", "clusters.geojson", "regions.json", "regions.geojson"])
def test_a_json_file_describes_itself(path: str) -> None:
    about = json.loads(content(f"api/{path}", QUERY))["about"]
    assert about.keys() == ABOUT
    assert about["query"] == {"region": ["12"], "lang": ["en"]}
    assert about["address"] == f"http://klusterkartan.test/api/{path}?region=12&lang=en"


def test_a_geopackage_and_a_geoparquet_describe_themselves(tmp_path: Path) -> None:
    (tmp_path / "file.gpkg").write_bytes(content("api/clusters.gpkg", QUERY))
    (metadata,) = sqlite3.connect(tmp_path / "file.gpkg").execute("select metadata from gpkg_metadata").fetchone()
    assert "Skåne: 2 clusters (of the 22 in S3-piloten 2018)." in metadata
    schema = pq.read_schema(io.BytesIO(content("api/clusters.parquet", QUERY)))
    assert json.loads(schema.metadata[b"PANDAS_ATTRS"])["about"].keys() == ABOUT


def test_the_regions_read_back_as_the_frame() -> None:
    frame = region_frame(view_of())
    assert json.loads(content("api/regions.json"))["regions"] == records(frame)
    assert [row["code"] for row in from_csv(content("api/regions.csv"))] == frame["code"].tolist()
    shapes = json.loads(content("api/regions.geojson"))["features"]
    assert [shape["properties"] for shape in shapes] == records(frame)
    assert {shape["geometry"]["type"] for shape in shapes} <= {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize("cluster_id", list(current_dataset().known.clusters))
def test_a_clusters_own_file_has_all_its_facts_and_sources(cluster_id: str) -> None:
    file = json.loads(content(f"api/clusters/{cluster_id}.json"))
    assert file["cluster"] in records(raw()) and file["cluster"]["id"] == cluster_id
    sources = current_dataset().tables.citations
    assert len(file["sources"]) == (sources["subject"] == cluster_id).sum() > 0
    assert file["about"]["view"].endswith(f"?cluster={cluster_id}")


def test_the_report_holds_every_fact_and_needs_no_network() -> None:
    report = content("api/clusters.html").decode()
    for cluster in current_dataset().clusters.itertuples():
        assert f'<h3 id="{cluster.id}">' in report and cluster.description_sv.replace("'", "&#39;").replace('"', "&#34;") in report
    assert report.count('<circle class="cluster') + report.count('<text class="number') == 22  # three symbols stand for two
    assert report.count('<path class="region"') == 21
    assert not any(sign in report for sign in ("<script", "<link", "<img", "@import", "url(", " src="))
    assert "default-src 'none'" in report


def test_an_empty_selection_has_a_report_that_says_so() -> None:
    assert "Inga kluster matchar dina val." in content("api/clusters.html", "?q=xyzzy").decode()


@pytest.mark.parametrize("path", CLUSTERS_IN)
def test_a_selection_without_clusters_is_a_file_without_rows(path: str) -> None:
    assert list(CLUSTERS_IN[path](content(f"api/{path}", "?region=09"))) == []


@pytest.mark.parametrize("query", ["?region=12", "?region=09", "?label=gold"])
def test_geoparquet_has_the_same_types_for_every_selection(query: str) -> None:
    whole, part = (pq.read_schema(io.BytesIO(content("api/clusters.parquet", part_query))) for part_query in ("", query))
    assert [(column.name, column.type) for column in part] == [(column.name, column.type) for column in whole]
    assert not [column.name for column in part if str(column.type) == "null"]


def test_formulas_reach_the_workbook_as_text(write_list: Callable[[str], Path]) -> None:
    write_list('id,name,region_codes,focus\none,=1+1,12,digital\ntwo,"@SUM(1,2)",12,digital\n')
    assert [row["Kluster"] for row in from_workbook(content("api/clusters.xlsx"))] == ["'=1+1", "'@SUM(1,2)"]
