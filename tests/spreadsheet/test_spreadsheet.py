"""The files for Excel, opened by a real spreadsheet program: every cell is the text it should be, and none is a formula."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from data.export import FORMULA_STARTS, neutralise
from tests.components.api.file_readers import CLIENT
from tests.hostile import hostile_names
from tests.operator_settings import override_settings
from tests.polling import PATIENCE_SECONDS

NAMES = [name for name in hostile_names() if name.startswith(FORMULA_STARTS)] + ['Åäö; "x"', "a=1"]
# Separator ;, quote ", UTF-8, from line 1; columns as the program sees fit, as on a double click.
SEMICOLONS = "--infilter=CSV:59,34,76,1"
# Separator tab, UTF-8, values as they are stored and formulas as formulas, the first sheet.
TO_TABS = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,true,false,false,1"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a list of formulas and return the folder with its two files for Excel."""
    folder = tmp_path_factory.mktemp("spreadsheet")
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus", "founded"])
        writer.writerows([f"c-{number}", name, "12", "digital", "1999"] for number, name in enumerate(NAMES))
    with override_settings(CLUSTERS_SOURCE=folder / "list.csv"):
        for path in ("clusters-excel.csv", "clusters.xlsx"):
            (folder / path).write_bytes(CLIENT.get(f"/api/{path}").content)
    return folder


def opened(file: Path, *options: str) -> list[dict[str, str]]:
    """Open the file in LibreOffice, save it as text with formulas shown as formulas, and return its rows."""
    out = file.parent / f"out-{file.name}"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *options, "--convert-to", TO_TABS, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    (saved,) = out.glob("*.csv")
    with saved.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@pytest.mark.parametrize(("path", "options"), [("clusters-excel.csv", [SEMICOLONS]), ("clusters.xlsx", [])])
def test_no_cell_is_a_formula_and_none_is_lost(files: Path, path: str, options: list[str]) -> None:
    rows = opened(files / path, *options)
    assert [row["Kluster"] for row in rows] == [neutralise(name) for name in NAMES]
    assert {row["Grundat"] for row in rows} == {"1999"}
    assert {row["Län"] for row in rows} == {"Skåne län"}


def test_a_formula_that_is_let_through_is_run(files: Path) -> None:
    unsafe = files / "unsafe.csv"
    unsafe.write_bytes("\ufeffKluster;Län\r\n=1+1;x\r\n".encode())
    (row,) = opened(unsafe, SEMICOLONS)
    assert row == {"Kluster": "2", "Län": "x"}
