from __future__ import annotations

import pytest

from components.dataset.store import current_dataset
from components.exports.frames import MACHINE_COLUMNS, machine_frame, region_frame
from data.filters import THEME
from data.lists import Tables
from data.priority_themes import county_themes
from data.selection import Selection
from tests.lists import rows_of
from tests.views import view_of

THEMES_OF_PRIORITY = {row["priority_sv"]: set(row["themes"].split(";")) - {""} for row in rows_of("priority_themes")}
THEMES_OF_COUNTY = {
    row["code"]: {theme for text in row["priorities_sv"].split(";") if text for theme in THEMES_OF_PRIORITY[text]}
    for row in rows_of("regions")
}


def test_a_county_has_the_themes_of_its_current_priorities(tables: Tables) -> None:
    themes = county_themes(tables.regions, tables.themes, tables.priority_themes)
    assert {county: set(codes) for county, codes in themes.items()} == THEMES_OF_COUNTY
    assert themes["09"] == ("tourism", "food")


def test_earlier_priorities_give_no_theme(tables: Tables) -> None:
    """Västra Götaland had the marine environment among its priorities, and no longer has."""
    assert "environment" not in county_themes(tables.regions, tables.themes, tables.priority_themes)["14"]


def test_a_county_without_known_priorities_has_no_theme(tables: Tables) -> None:
    assert county_themes(tables.regions, tables.themes, tables.priority_themes)["24"] == ()


def test_a_cluster_has_the_themes_of_all_its_counties() -> None:
    dataset = current_dataset()
    order = dataset.known.of(THEME)
    for cluster in dataset.clusters.itertuples():
        codes = set().union(*(THEMES_OF_COUNTY[county] for county in cluster.region_codes))
        assert cluster.themes == tuple(theme for theme in order if theme in codes), cluster.id


@pytest.mark.parametrize("code", current_dataset().known.of(THEME))
def test_a_theme_leaves_the_clusters_of_its_counties(code: str) -> None:
    dataset = current_dataset()
    match = dataset.match(Selection(themes=(code,)))
    ids = [row["id"] for row in rows_of("clusters") if any(code in THEMES_OF_COUNTY[county] for county in row["region_codes"].split(";"))]
    assert dataset.clusters.loc[match.mask, "id"].tolist() == ids
    assert match.option_counts(THEME)[code] == len(ids) > 0


def test_themes_are_no_column_of_files() -> None:
    assert "themes" not in MACHINE_COLUMNS
    assert "themes" not in machine_frame(view_of()).columns and "themes" not in region_frame(view_of()).columns
