"""Tables that programs join to clusters and counties, and the GeoPackage of counties with its layers and their style."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest

from components.core.i18n import texts_in
from components.exports.companion_tables import COMPANION_TABLES
from components.exports.formats import TABLE_FORMATS
from geo.palette import CLASS_COLOURS
from tests.components.api.file_readers import CLIENT, from_csv
from tests.lists import rows_of

TABLES = {table.name: table for table in COMPANION_TABLES}


def rows(name: str, query: str = "") -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = CLIENT.get(f"/api/{name}.json{query}").json()[TABLES[name].member]
    return content


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "regions.gpkg"
    path.write_bytes(CLIENT.get("/api/regions.gpkg").content)
    return path


@pytest.mark.parametrize("name", TABLES)
def test_both_files_of_a_table_have_its_columns_and_the_same_rows(name: str) -> None:
    fields = [field.name for field in TABLES[name].fields(texts_in("sv"))]
    as_csv = from_csv(CLIENT.get(f"/api/{name}.csv").content)
    as_json = rows(name)
    assert list(as_json[0]) == list(as_csv[0]) == fields
    assert [[row[field] for field in fields[:2]] for row in as_csv] == [[row[field] for field in fields[:2]] for row in as_json]
    assert [fmt.path for fmt in TABLE_FORMATS[name]] == [f"{name}.csv", f"{name}.json"]


def test_sources_can_be_joined_to_every_cluster_and_county() -> None:
    subjects = {row["subject"] for row in rows("sources")}
    assert {row["id"] for row in rows_of("clusters")} <= subjects
    assert subjects <= {row["id"] for row in rows_of("clusters")} | {row["code"] for row in rows_of("regions")}
    assert len(rows("sources")) == len(rows_of("citations"))
    one = CLIENT.get("/api/clusters/paper-province.json").json()["sources"]
    assert [{**row} for row in one] == [
        {name: value for name, value in row.items() if name != "subject"} for row in rows("sources") if row["subject"] == "paper-province"
    ]


def test_sources_are_those_of_the_selection() -> None:
    shown = {row["id"] for row in CLIENT.get("/api/clusters.json?region=17").json()["clusters"]}
    assert {row["subject"] for row in rows("sources", "?region=17")} <= {*shown, "17"}


def test_focus_areas_have_the_counts_of_the_selection() -> None:
    for query in ("", "?region=12"):
        clusters = CLIENT.get(f"/api/clusters.json{query}").json()["clusters"]
        counts = {row["code"]: row["clusters"] for row in rows("focus-areas", query)}
        assert counts == {code: sum(code in row["focus"] for row in clusters) for code in counts} and len(counts) == 12


def test_municipalities_have_their_town_and_the_clusters_that_sit_there() -> None:
    (lund,) = rows("municipalities", "?municipality=1281")
    assert (lund["name"], lund["region_code"], lund["town"]) == ("Lund", "12", "Lund")
    assert 55.6 < lund["lat"] < 55.8 and 13.1 < lund["lon"] < 13.3 and lund["population"] > 80_000
    clusters = CLIENT.get("/api/clusters.json").json()["clusters"]
    assert lund["clusters"] == sum(row["municipality_code"] == "1281" for row in clusters) > 0
    assert len(rows("municipalities")) == 290 and len(rows("municipalities", "?region=12")) == 33
    about = CLIENT.get("/api/municipalities.json?lang=en").json()["about"]
    assert about["source"].endswith("Towns and their inhabitants: GeoNames, CC BY 4.0.")


def test_licence_of_the_towns_stands_with_their_table() -> None:
    resources = {resource["name"]: resource for resource in CLIENT.get("/datapackage.json").json()["resources"]}
    assert [licence["name"] for licence in resources["municipalities"]["licenses"]] == ["CC-BY-4.0"]


def test_package_has_the_layers_in_wgs_84(package: Path) -> None:
    layers = {name: gpd.read_file(package, layer=name) for name, kind in pyogrio.list_layers(package) if kind}
    assert {name: len(frame) for name, frame in layers.items()} == {"regions": 21, "municipalities": 290, "clusters": 22}
    assert {frame.crs.to_epsg() for frame in layers.values()} == {4326}
    regions, municipalities = layers["regions"], layers["municipalities"]
    assert list(municipalities["code"])[:2] == ["0114", "0115"] and next(iter(regions["code"])) == "01"
    assert regions.is_valid.all() and regions.union_all().buffer(0.001).covers(municipalities.representative_point().union_all())


def test_qgis_finds_a_style_for_each_layer(package: Path) -> None:
    """It reads the table layer_styles: schema and catalogue are empty text, and a style is taken by itself if useAsDefault is true."""
    with sqlite3.connect(package) as database:
        styles = database.execute(
            "SELECT f_table_name, f_table_catalog, f_table_schema, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
        ).fetchall()
        (kind,) = database.execute("SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'").fetchone()
        columns = dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall())
    assert kind == "attributes" and {style[0]: style[3] for style in styles} == columns
    assert {style[1:3] for style in styles} == {("", "")} and {style[4] for style in styles} == {1}
    roots = {style[0]: ET.fromstring(style[5]) for style in styles}  # noqa: S314 - our own
    assert {name: root.find("renderer-v2").get("type") for name, root in roots.items()} == {  # type: ignore[union-attr]
        "regions": "graduatedSymbol",
        "municipalities": "singleSymbol",
        "clusters": "singleSymbol",
    }


def test_classes_of_the_style_hold_every_county_in_the_colours_of_the_map(package: Path) -> None:
    with sqlite3.connect(package) as database:
        (qml,) = database.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'regions'").fetchone()
    root = ET.fromstring(qml)  # noqa: S314 - our own
    ranges = [(int(each.attrib["lower"]), int(each.attrib["upper"]), each.attrib["symbol"]) for each in root.iter("range")]
    counts = gpd.read_file(package, layer="regions")["clusters"]
    assert all(any(lower <= count <= upper for lower, upper, _ in ranges) for count in counts)
    assert [symbol for _, _, symbol in ranges] == [symbol.attrib["name"] for symbol in root.iter("symbol")]
    colours = [option.attrib["value"] for option in root.iter("Option") if option.get("name") == "color"]
    known = {",".join(str(value) for value in bytes.fromhex(light[1:])) + ",255" for light, _ in CLASS_COLOURS}
    assert set(colours) <= known and len(set(colours)) == len(ranges)


def test_package_of_a_selection_has_its_counties_alone() -> None:
    content = CLIENT.get("/api/regions.gpkg?region=12").content
    about = json.loads(CLIENT.get("/api/regions.json?region=12").content)["regions"]
    assert content[:15] == b"SQLite format 3" and [row["code"] for row in about] == ["12"]


def test_package_of_no_cluster_has_its_layers() -> None:
    assert CLIENT.get("/api/regions.gpkg?q=zzzz").status_code == 200
