from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from components.content.filters.filter_options import county_options
from components.content.table.table_columns import table_rows
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.map.map_data import preview_json
from components.map.shape_files import shapes_json
from data.languages import LANGUAGES, Language

WITHOUT_CLUSTERS = ["Gotland", "Halland", "Kalmar", "Södermanland", "Uppsala"]


def test_the_list_has_22_clusters_21_counties_and_12_focus_areas() -> None:
    known = current_dataset().known
    assert (len(known.clusters), len(known.regions), len(known.focus)) == (22, 21, 12)


def test_all_counties_are_in_one_order_that_of_the_swedish_alphabet() -> None:
    dataset = current_dataset()
    names = list(dataset.regions.values())
    assert names[:5] == ["Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland"] and names[-2:] == ["Örebro", "Östergötland"]
    assert [name for code, name in dataset.regions.items() if not dataset.region_totals[code]] == WITHOUT_CLUSTERS
    assert list(dataset.known.regions) == list(dataset.regions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_have_the_counties_in_that_order_in_each_language(language: Language) -> None:
    assert list(county_options(current_dataset(), texts_in(language))) == list(current_dataset().regions)


def test_region_totals_count_a_cluster_in_each_of_its_counties() -> None:
    totals = current_dataset().region_totals
    assert sum(totals.values()) == 24  # Aerospace Cluster Sweden is in three
    assert (totals["14"], totals["05"], totals["25"], totals["09"]) == (3, 2, 2, 0)


def every_row() -> NDArray[np.intp]:
    return np.arange(len(current_dataset().clusters))


def points_of_preview(language: Language) -> list[list[Any]]:
    """Return the points that the map fetches, in list order."""
    points: dict[str, list[Any]] = json.loads(preview_json(current_dataset(), language, None))["points"]
    return [points[row] for row in sorted(points, key=int)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_and_rows_are_in_list_order_in_each_language(language: Language) -> None:
    texts, ids = texts_in(language), current_dataset().clusters["id"].tolist()
    assert len(ids) == 22
    assert [point[0] for point in points_of_preview(language)] == ids
    assert [row[0] for row in table_rows(current_dataset(), every_row(), texts)] == ids


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("sv", ["Västra Götaland", "Borås", "Textil och mode", "Silver (okänt år)", "Verksamt (2022)"]),
        ("en", ["Västra Götaland", "Borås", "Textiles and fashion", "Silver (year not known)", "Active (2022)"]),
    ],
)
def test_a_row_of_the_table_has_names_in_the_language(language: Language, row: list[str]) -> None:
    rows = table_rows(current_dataset(), every_row(), texts_in(language))
    assert rows[current_dataset().row_numbers["smart-textiles"]] == ["smart-textiles", "https://smarttextiles.se", "Smart Textiles", *row]


def test_a_row_has_none_where_nothing_is_known() -> None:
    row = table_rows(current_dataset(), every_row(), texts_in("sv"))[current_dataset().row_numbers["entreprenorsdrivet-foretagsnav"]]
    assert row[1] is None and row[3:] == ["Jämtland", None, "Entreprenörskap", "Brons (2018)", "Okänt i dag, spår 2018"]


@pytest.mark.parametrize(("language", "remark"), [("sv", "Någonstans i länet"), ("en", "Somewhere in the county")])
def test_a_point_says_that_it_is_somewhere_in_the_county(language: Language, remark: str) -> None:
    points = points_of_preview(language)
    assert [point[0] for point in points if point[6] == remark] == [
        "iuc-syd",
        "interior-cluster",
        "automation-smaland",
        "entreprenorsdrivet-foretagsnav",
    ]


def test_the_list_is_read_once() -> None:
    assert current_dataset() is current_dataset()


def test_the_shapes_are_those_of_the_listed_counties() -> None:
    counties = json.loads(shapes_json("sv"))["counties"]
    assert sorted(county["code"] for county in counties) == sorted(current_dataset().known.regions)
