from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from data.reference_tables import FOLDER
from geo.boundaries import read_municipalities
from geo.build_towns import INSIDE_METRES, localities, main_towns
from tests.lists import read_tables

TABLES = read_tables()
TOWNS = TABLES.towns.set_index("code")


def test_each_municipality_has_one_town() -> None:
    assert TABLES.towns["code"].tolist() == TABLES.municipalities["code"].tolist()
    assert TOWNS["town"].is_unique
    assert not TOWNS.duplicated(["lat", "lon"]).any()


def test_each_town_lies_inside_its_municipality() -> None:
    municipalities = read_municipalities().to_crs(3006).set_index("code").geometry
    points = gpd.GeoSeries.from_xy(TOWNS["lon"].astype(float), TOWNS["lat"].astype(float), index=TOWNS.index, crs=4326).to_crs(3006)
    assert municipalities.contains(points).all()
    assert points.distance(municipalities.boundary).min() >= INSIDE_METRES - 1  # five decimals


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("0180", "Stockholm"), ("1480", "Göteborg"), ("0980", "Visby"), ("0880", "Kalmar"), ("1080", "Karlskrona"), ("0840", "Färjestaden"),
        ("1440", "Älvängen"), ("1715", "Kil"), ("0461", "Gnesta"), ("0136", "Handen"), ("2463", "Åsele"), ("2506", "Arjeplog"),
        ("1407", "Hönö"), ("1256", "Knislinge"), ("0187", "Vaxholm"),
    ],
)  # fmt: skip
def test_no_suburb_of_a_neighbour_and_no_namesake_is_a_main_town(code: str, town: str) -> None:
    assert TOWNS.loc[code, "town"] == town


def test_two_towns_have_no_known_number_of_inhabitants() -> None:
    assert TOWNS["town"][TOWNS["population"].isna()].tolist() == ["Rönninge", "Bollmora"]


def test_the_residence_towns_of_the_counties() -> None:
    assert TOWNS["town"].loc[TABLES.regions["residence_code"]].tolist() == [
        "Stockholm", "Uppsala", "Nyköping", "Linköping", "Jönköping", "Växjö", "Kalmar", "Visby", "Karlskrona", "Malmö", "Halmstad",
        "Göteborg", "Karlstad", "Örebro", "Västerås", "Falun", "Gävle", "Härnösand", "Östersund", "Umeå", "Luleå",
    ]  # fmt: skip
    assert (TABLES.regions["residence_code"].str[:2] == TABLES.regions["code"]).all()


@pytest.mark.slow
def test_the_command_writes_the_shipped_table() -> None:
    shipped = pd.read_csv(FOLDER / "towns.csv", dtype={"code": str, "population": "Int64"})
    pd.testing.assert_frame_equal(main_towns(), shipped, check_dtype=False)


@pytest.mark.slow
def test_localities_are_written_from_geonames() -> None:
    shipped = pd.read_csv(FOLDER / "localities.csv", dtype=str)
    pd.testing.assert_frame_equal(localities().astype(object), shipped.astype(object))


def test_localities_lie_in_municipalities_and_include_their_main_towns() -> None:
    shipped = pd.read_csv(FOLDER / "localities.csv", dtype=str)
    assert set(shipped["code"]) == set(TABLES.municipalities["code"])
    pairs = set(zip(shipped["name"], shipped["code"], strict=True))
    assert {("Kista", "0180"), ("Huskvarna", "0680"), ("Lund", "1281"), ("Göteborg", "1480")} <= pairs
    assert len(pairs) == len(shipped) == 1319
