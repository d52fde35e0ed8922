"""Provinces: the 25 of Sweden with their counties, and the texts that name them."""

from __future__ import annotations

import csv

import pytest

from data.places.area_index import shipped_areas
from data.places.provinces import FILE, find_province, nearly_province, province_names, provinces_beginning_with
from tests.lists import rows_of

COUNTIES = {row["code"] for row in rows_of("regions")}


def test_every_province_has_known_counties() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 25 and len({row["name"] for row in rows}) == 25
    for row in rows:
        codes = row["region_codes"].split(";")
        assert set(codes) <= COUNTIES and len(set(codes)) == len(codes)


def test_every_county_has_a_province() -> None:
    found = [province for name in province_names() if (province := find_province(name))]
    assert {code for province in found for code in province.regions} == COUNTIES


def test_a_province_with_the_name_of_a_county_lies_in_it() -> None:
    for name in province_names():
        area, province = shipped_areas().find(name), find_province(name)
        assert province and (not area or (area.regions or (area.municipality[:2],))[0] in province.regions)


@pytest.mark.parametrize(
    ("text", "name", "regions"),
    [
        ("Uppland", "Uppland", ("03", "01")),
        ("smaland", "Småland", ("06", "07", "08")),
        ("DALSLANDS", "Dalsland", ("14",)),
        ("Lapland", "Lappland", ("25", "24")),
    ],
)
def test_a_province_is_found_by_its_names(text: str, name: str, regions: tuple[str, ...]) -> None:
    province = find_province(text)
    assert province and (province.name, province.regions) == (name, regions)


@pytest.mark.parametrize(("text", "name"), [("Upland", "Uppland"), ("Hälsinglnad", "Hälsingland"), ("bohuslan1", "Bohuslän")])
def test_a_misspelt_province_is_found(text: str, name: str) -> None:
    province = nearly_province(text)
    assert not find_province(text) and province and province.name == name


@pytest.mark.parametrize("text", ["Åland", "Oslo", "", "land"])
def test_another_word_is_no_province(text: str) -> None:
    assert not find_province(text) and not nearly_province(text)


def test_provinces_are_suggested_by_their_beginning() -> None:
    assert [province.name for province in provinces_beginning_with("hal")] == ["Halland", "Hälsingland"]
