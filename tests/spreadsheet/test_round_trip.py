"""Our own files, opened and saved by other programs: LibreOffice, pandas, geopandas and R's rules of writing give the same list again."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from data.files.cells import read_cells
from data.lists import Tables, to_tables
from data.notes import NoteKind
from tests.components.api.file_readers import CLIENT
from tests.lists import read_tables
from tests.polling import PATIENCE_SECONDS

COLUMNS = [
    "name",
    "region_codes",
    "municipality_code",
    "focus",
    "eu_ecosystems",
    "priorities",
    "website",
    "founded",
    "members",
    "members_year",
    "label",
    "label_date",
    "status",
    "status_year",
    "present_name",
]
UTF_8_COMMAS, UTF_8_SEMICOLONS = "CSV:44,34,76,1", "CSV:59,34,76,1"  # of LibreOffice's filter


def ours(path: str) -> bytes:
    return CLIENT.get(f"/api/{path}").content


def expect_our_list(name: str, content: bytes) -> None:
    """State that a file is read without anything left out, and as the shipped list."""
    shipped: Tables = read_tables()
    tables = to_tables(read_cells(name, content))
    assert [str(group) for group in tables.report.of_kind(NoteKind.LEFT_OUT)] == []
    by_id = tables.clusters.set_index("id").loc[shipped.clusters["id"]].reset_index()
    for column in COLUMNS:
        assert by_id[column].astype(object).equals(shipped.clusters[column].astype(object)), column


def expect_named_list(name: str, content: bytes) -> None:
    """State the same of a file with readable headings, which has no ids."""
    shipped = read_tables().clusters.set_index("name")
    tables = to_tables(read_cells(name, content))
    assert [str(group) for group in tables.report.of_kind(NoteKind.LEFT_OUT)] == []
    clusters = tables.clusters.set_index("name").loc[shipped.index]
    for column in ("region_codes", "municipality_code", "focus", "website", "founded", "members", "label", "status"):
        assert clusters[column].astype(object).equals(shipped[column].astype(object)), column


@pytest.mark.parametrize("sep", [",", ";", "\t"])
def test_pandas_with_types_that_it_guesses(sep: str) -> None:
    """Codes lose their zeros, whole numbers beside gaps become fractions."""
    frame = pd.read_csv(io.BytesIO(ours("clusters.csv")))
    expect_our_list("pandas.csv", frame.to_csv(index=False, sep=sep).encode())
    expect_our_list("pandas.csv", frame.to_csv(sep=sep).encode())  # with row names below an empty heading


def test_pandas_from_the_csv_for_excel() -> None:
    frame = pd.read_csv(io.BytesIO(ours("clusters-excel.csv")), sep=";")
    expect_named_list("pandas.csv", frame.to_csv(index=False, sep=";", decimal=",", encoding="utf-8-sig").encode("utf-8-sig"))


def test_pandas_from_the_workbook() -> None:
    frame = pd.read_excel(io.BytesIO(ours("clusters.xlsx")))
    saved = io.BytesIO()
    frame.to_excel(saved, index=False)
    expect_named_list("pandas.xlsx", saved.getvalue())
    expect_named_list("pandas.csv", frame.to_csv(index=False).encode())


@pytest.mark.parametrize("path", ["clusters.csv", "clusters.parquet"])
def test_pandas_to_parquet(path: str) -> None:
    frame = pd.read_csv(io.BytesIO(ours(path))) if path.endswith("csv") else pd.read_parquet(io.BytesIO(ours(path)))
    saved = io.BytesIO()
    frame.drop(columns="geometry", errors="ignore").to_parquet(saved)
    expect_our_list("pandas.parquet", saved.getvalue())


@pytest.mark.parametrize("path", ["clusters.geojson", "clusters.gpkg"])
def test_geopandas_to_csv(path: str, tmp_path: Path) -> None:
    (tmp_path / path).write_bytes(ours(path))
    frame = gpd.read_file(tmp_path / path)
    expect_our_list("geopandas.csv", frame.to_csv(index=False).encode())


def test_r_writes_na_quotes_texts_and_names_rows() -> None:
    """As `write.csv(read.csv("clusters.csv"), "r.csv")`: texts quoted, NA for missing values, row names below an empty heading."""
    frame = pd.read_csv(io.BytesIO(ours("clusters.csv"))).convert_dtypes()  # R writes whole numbers as such
    frame.index = (frame.index + 1).map(str)
    for sep in (",", ";"):
        saved = frame.astype(object).to_csv(sep=sep, na_rep="NA", quoting=csv.QUOTE_NONNUMERIC)
        expect_our_list("r.csv", saved.replace('"NA"', "NA").encode())


@pytest.mark.parametrize(
    ("path", "infilter", "target", "expect"),
    [
        ("clusters.csv", UTF_8_COMMAS, "xlsx", expect_our_list),
        ("clusters.csv", UTF_8_COMMAS, "csv:Text - txt - csv (StarCalc):59,34,76,1", expect_our_list),
        ("clusters-excel.csv", UTF_8_SEMICOLONS, "xlsx", expect_named_list),
        ("clusters-excel.csv", UTF_8_SEMICOLONS, "csv:Text - txt - csv (StarCalc):59,34,76,1", expect_named_list),
        ("clusters.xlsx", "", "xlsx", expect_named_list),
        ("clusters.xlsx", "", "csv:Text - txt - csv (StarCalc):59,34,ANSI,1", expect_named_list),
    ],
)
def test_libreoffice(path: str, infilter: str, target: str, expect: Callable[[str, bytes], None], tmp_path: Path) -> None:
    (tmp_path / path).write_bytes(ours(path))
    profile, out = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "out"
    options = [f"--infilter={infilter}"] if infilter else []
    command = ["soffice", profile, "--headless", *options, "--convert-to", target, "--outdir", str(out), str(tmp_path / path)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    (saved,) = out.iterdir()
    expect(saved.name, saved.read_bytes())
