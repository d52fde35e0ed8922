"""Order of the towns: large ones, far from larger ones, first."""

from __future__ import annotations

import pandas as pd

from data.reference_tables import read_reference
from geo.town_ranks import rank_towns


def test_the_first_towns_spread_over_the_country() -> None:
    assert rank_towns(read_reference().towns)["town"].head(12).tolist() == [
        "Stockholm", "Göteborg", "Umeå", "Malmö", "Linköping", "Luleå", "Sundsvall", "Örebro", "Jönköping", "Östersund", "Kiruna", "Växjö",
    ]  # fmt: skip


def test_every_town_has_its_place() -> None:
    towns = read_reference().towns
    assert sorted(rank_towns(towns)["code"]) == sorted(towns["code"])


def test_a_suburb_comes_after_a_small_town_far_away() -> None:
    towns = pd.DataFrame(
        {
            "town": ["Solna", "Kiruna", "Stockholm"],
            "lat": [59.36, 67.86, 59.33],
            "lon": [18.0, 20.23, 18.06],
            "population": pd.array([67_000, 17_000, 1_500_000], "Int64"),
        }
    )
    assert rank_towns(towns)["town"].tolist() == ["Stockholm", "Kiruna", "Solna"]


def test_towns_of_unknown_size_come_last() -> None:
    towns = pd.DataFrame({"town": ["A", "B"], "lat": [60.0, 61.0], "lon": [15.0, 15.0], "population": pd.array([None, 5], "Int64")})
    assert rank_towns(towns)["town"].tolist() == ["B", "A"]
