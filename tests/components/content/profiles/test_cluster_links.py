"""The nearest clusters with their distances, as visitors read them."""

from __future__ import annotations

import numpy as np
import pytest

from components.content.profiles.cluster_links import NearestClusters, nearest_to_cluster, nearest_to_county, nearest_to_town
from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.origin import Origin
from data.languages import Language
from data.selection import Selection
from tests.lists import read_tables
from tests.views import view_of

NO_BREAK = "\u00a0"
LIST = """name,region_codes,municipality_code,lat,lon
In Ystad,12,Ystad,,
In Ystad too,12,Ystad,,
In Kiruna,25,Kiruna,,
In the county of Blekinge,10,,,
At Lund Cathedral,12,Lund,55.704,13.194
At Malmö Castle,12,Malmö,55.604,12.987
Nowhere,,,,
"""
IN_YSTAD, IN_KIRUNA, IN_COUNTY, AT_LUND, NOWHERE = 0, 2, 3, 4, 6  # rows


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return build_dataset(Origin("A list"), read_tables(path))


def details(nearest: NearestClusters) -> dict[str, str]:
    return {cluster.name: cluster.detail for cluster in nearest.clusters}


def test_distances_between_towns_say_so(dataset: Dataset) -> None:
    nearest = nearest_to_cluster(view_of(Selection(language="en"), dataset), IN_YSTAD)
    assert nearest.note == "As the crow flies, between the towns."
    assert details(nearest) == {
        "In Ystad too": "in the same town",
        "At Lund Cathedral": "about 50 km, to the coordinates in the list",
        "At Malmö Castle": "about 56 km, to the coordinates in the list",
    }


@pytest.mark.parametrize(("language", "expected"), [("sv", f"ca 1{NO_BREAK}415 km"), ("en", "about 1,415 km")])
def test_a_long_distance_is_grouped(language: Language, expected: str, dataset: Dataset) -> None:
    only_kiruna = np.arange(len(dataset.clusters)) == IN_KIRUNA
    nearest = nearest_to_county(view_of(Selection(language=language), dataset), "12", only_kiruna)
    assert details(nearest) == {"In Kiruna": f"Kiruna, {expected}"}


def test_a_distance_from_a_county_is_from_its_residence_town(dataset: Dataset) -> None:
    everywhere = np.ones(len(dataset.clusters), bool)
    nearest = nearest_to_county(view_of(Selection(), dataset), "10", everywhere)
    assert nearest.note == "Fågelvägen från residensstaden Karlskrona."
    assert next(iter(details(nearest))) == "In the county of Blekinge"
    assert details(nearest)["In the county of Blekinge"].endswith(" km, till en punkt i klustrets län")


def test_a_distance_from_somewhere_in_a_county_says_so(dataset: Dataset) -> None:
    nearest = nearest_to_cluster(view_of(Selection(), dataset), IN_COUNTY)
    assert nearest.note == "Fågelvägen från en punkt i länet, eftersom sätet inte är känt."
    assert details(nearest)["In Ystad"].endswith(" km, till tätorten")


def test_a_distance_between_coordinates_of_the_list_says_so(dataset: Dataset) -> None:
    nearest = nearest_to_cluster(view_of(Selection(language="en"), dataset), AT_LUND)
    assert nearest.note == "As the crow flies, from the coordinates in the list."
    assert details(nearest)["At Malmö Castle"] == "about 17 km"
    assert details(nearest)["In Ystad"] == "about 50 km, to its town"


def test_a_cluster_without_a_position_has_no_nearest(dataset: Dataset) -> None:
    assert nearest_to_cluster(view_of(Selection(), dataset), NOWHERE) == NearestClusters("", [], [])


def test_clusters_near_a_town_are_with_their_own(dataset: Dataset) -> None:
    everywhere = np.ones(len(dataset.clusters), bool)
    nearest = nearest_to_town(view_of(Selection(), dataset), "1280", everywhere)
    assert nearest.note == "Fågelvägen från tätorten Malmö."
    assert details(nearest)["In Ystad"].startswith("Ystad, ca ")
