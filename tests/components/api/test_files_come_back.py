"""The files that are offered can be read again as lists: by the reader of uploads, as they are and packed."""

from __future__ import annotations

import gzip
import json

import pytest

from components.dataset.upload_reader import read_upload
from data.files.limits import SOURCE_LIMITS
from data.headings.heading_report import recognised_columns
from data.list_files import read_list
from data.lists import to_tables
from tests.components.api.file_readers import CLIENT

FILES = ("clusters.csv", "clusters-excel.csv", "clusters.xlsx", "clusters.json", "clusters.geojson", "clusters.gpkg", "clusters.parquet")
COLUMNS = ("id", "name", "region_codes", "municipality_code", "focus", "website", "founded", "members", "label", "status", "present_name")


def facts(content: bytes) -> str:
    clusters = to_tables(read_list("list", content, SOURCE_LIMITS)).clusters
    return json.dumps([clusters[column].astype(str).tolist() for column in COLUMNS], ensure_ascii=False)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("file", FILES)
def test_each_format_is_the_same_list_again(file: str, language: str) -> None:
    content = CLIENT.get(f"/api/{file}?lang={language}").content
    expected = facts(CLIENT.get("/api/clusters.csv").content)
    assert facts(content) == facts(gzip.compress(content)) == expected


@pytest.mark.parametrize("file", FILES)
def test_no_column_of_ours_comes_back_as_the_visitors_own(file: str) -> None:
    cells = read_list("list", CLIENT.get(f"/api/{file}").content, SOURCE_LIMITS)
    assert {column.heading for column in to_tables(cells, keeps_columns=True).own_columns} == set()
    assert not recognised_columns(cells)[1]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("file", FILES)
def test_towns_of_an_own_list_come_back_once(file: str, language: str) -> None:
    content = "Namn;Ort;Org nr\nEtt;Saltsjö-Boo;556036-0793\nTvå;Kista;556036-0793\n"
    held = read_upload("lista.csv", content.encode()).dataset
    assert held
    written = CLIENT.get(f"/api/uploads/{held.origin.upload_token}/{file}?lang={language}").content
    tables = to_tables(read_list("list", written, SOURCE_LIMITS), keeps_columns=True)
    assert list(tables.clusters["municipality_code"]) == ["0182", "0180"]
    assert {column.heading: list(column.texts) for column in tables.own_columns} == {
        "Ort": ["Saltsjö-Boo", "Kista"], "Org nr": ["556036-0793", "556036-0793"],
    }  # fmt: skip
