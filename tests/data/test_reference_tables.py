from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from data.errors import ClusterDataError, Problem
from data.lists import Tables
from data.reference_tables import FOLDER, read_reference
from tests.lists import read_tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the shipped tables."""
    for file in FOLDER.glob("*.csv"):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_an_empty_folder_lacks_nine_tables(tmp_path: Path) -> None:
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=tmp_path)
    first = ["focus_areas.csv", "regions.csv", "themes.csv", "priority_themes.csv", "municipalities.csv", "towns.csv"]
    files = [*first, "localities.csv", "postal_towns.csv", "citations.csv"]
    assert [problem.file for problem in raised.value.problems] == files


def test_a_copy_of_the_tables_reads_as_the_shipped_ones(folder: Path, tables: Tables) -> None:
    pd.testing.assert_frame_equal(read_tables(folder / "clusters.csv", folder).clusters, tables.clusters)


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("regions.csv", "", Problem("regions.csv", None, "", "", "a header row and at least one row below it")),
        (
            "municipalities.csv",
            "code,name\n128,Lund\n",
            Problem("municipalities.csv", 2, "code", "128", "an SCB municipality code of four digits"),
        ),
        (
            "towns.csv",
            "code,town,lat,lon,population\n1281,Lund,5.7,13.2,\n",
            Problem("towns.csv", 2, "lat", "5.7", "degrees (WGS 84) from 55.0 to 69.2, within Sweden"),
        ),
        (
            "focus_areas.csv",
            "code,label_sv\na,A\n",
            Problem("focus_areas.csv", 1, "label_en", "", "a column with this heading; the headings of the row are: code, label_sv"),
        ),
        ("localities.csv", "name,code\n,1281\n", Problem("localities.csv", 2, "name", "", "a value; this cell may not be empty")),
        (
            "themes.csv",
            "code,label_sv,label_en\nFood,Livsmedel,Food\n",
            Problem("themes.csv", 2, "code", "Food", 'at most 80 letters a-z, digits and single hyphens, such as "paper-province"'),
        ),
        (
            "priority_themes.csv",
            "priority_sv,themes\nIT,digital\nit,digital\n",
            Problem("priority_themes.csv", 3, "priority_sv", "it", "a unique value; row 2 has the same"),
        ),
        (
            "citations.csv",
            "subject,field,confidence\na,name,sure\n",
            Problem("citations.csv", 2, "confidence", "sure", "one of stated, inferred, classified, not_found"),
        ),
    ],
)
def test_a_broken_table_in_another_folder_is_refused(file: str, content: str, problem: Problem, folder: Path) -> None:
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (problem,)


def test_a_postal_town_is_known_or_tells_which_of_several_towns_is_meant() -> None:
    towns, localities = (pd.read_csv(FOLDER / name, dtype=str) for name in ("postal_towns.csv", "localities.csv"))
    pairs, known = ({*zip(frame["name"], frame["code"], strict=True)} for frame in (towns, localities))
    assert len(pairs) == len(towns) == 662 and set(towns["code"]) <= set(read_reference().municipalities["code"])
    assert all((localities["name"] == name).sum() > 1 for name, _ in pairs & known)
    assert {("Farsta", "0180"), ("Floda", "1441"), ("Hisings Backa", "1480"), ("Limhamn", "1280"), ("Sävedalen", "1402")} <= pairs


def test_an_unknown_theme_and_a_priority_without_a_row_are_refused(folder: Path) -> None:
    table = folder / "priority_themes.csv"
    text = table.read_text(encoding="utf-8").replace("\nTextil och mode,culture;manufacturing", "").replace("\nIKT,digital", "\nIKT,ict")
    table.write_text(text, encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (
        Problem("priority_themes.csv", None, "themes", "ict", "a code of themes.csv"),
        Problem("regions.csv", None, "earlier_priorities_sv", "Textil och mode", "a priority that has a row in priority_themes.csv"),
    )


def test_county_code_needs_its_leading_zero_in_regions_csv(folder: Path) -> None:
    regions = folder / "regions.csv"
    regions.write_text(regions.read_text(encoding="utf-8").replace("\n05,", "\n5,"), encoding="utf-8")
    with pytest.raises(ClusterDataError) as raised:
        read_tables(folder=folder)
    assert raised.value.problems == (Problem("regions.csv", 5, "code", "5", "an SCB county code of two digits"),)
