"""Symbols of an own list that are sized by the sum of a column: parameter, maps, legend, picture and file."""

from __future__ import annotations

import json
import re

import pytest
from starlette.applications import Starlette

from components.api.routes import api_routes
from components.content.maps.map_extent import selection_extent
from components.content.maps.map_groups import drawn_groups
from components.core.i18n import texts_in
from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.list_names import ListNames
from components.dataset.origin import Origin
from components.dataset.store import current_dataset
from components.dataset.upload_registry import uploads
from components.dataset.view import View
from components.exports.map_picture import map_svg
from components.map.map_data import cluster_points, location_circles
from components.widgets.legend import legend_html
from components.widgets.svg_map import svg_map_html
from components.widgets.table import table_html
from data.files.limits import UPLOAD_LIMITS
from data.known_codes import UnknownValue
from data.languages import Language
from data.list_files import read_list
from data.lists import to_tables
from data.selection import Selection
from data.selection_url import to_query_string, to_selection
from tests.components.asgi_client import Client
from tests.components.exports.stand_alone_file import data_of, stand_alone_map
from tests.html_tree import tree_of

LIST = """Namn;Kommun;Anställda;Start;Andel;Resultat
Ljungby Maskin;Ljungby;400 st;1999;12 %;5
Ystad Mejeri;Ystad;ca 100 st;2001;7 %;
Kiruna Gruv;Kiruna;;2004;;-20
"""
MEANING = {
    "sv": "Cirkelns yta: Anställda (summa), minst där värdet saknas eller är noll eller mindre. Siffran: medlemmar.",
    "en": "Area of the circle: Anställda (sum), the smallest for none, zero and less. Its number: members.",
}


@pytest.fixture(scope="module")
def members() -> Dataset:
    tables = to_tables(read_list("lista.csv", LIST.encode(), UPLOAD_LIMITS), keeps_columns=True)
    origin = Origin("Medlemmar", upload_token="secret", day="2026-11-27", names=ListNames("Medlemmar", "member"))  # noqa: S106 - of a test
    return build_dataset(origin, tables)


def view_of(dataset: Dataset, size: str, language: Language = "sv") -> View:
    return View(dataset, dataset.match(Selection(is_own=True, size=size, language=language)), texts_in(language))


def test_the_parameter_names_a_column_with_a_sum(members: Dataset) -> None:
    """Years and percentages have none."""
    assert members.known.sizes == ("column1", "column4")
    selection, unknown = to_selection({"size": ["column1"], "list": ["own"]}, members.known)
    assert (selection.size, unknown) == ("column1", ())
    assert to_query_string(selection) == "?list=own&size=column1"
    assert selection.without_filters().size == selection.with_known(members.known).size == "column1"


@pytest.mark.parametrize("size", ["column2", "column3", "column9", "own1"])
def test_other_columns_are_unknown_values(members: Dataset, size: str) -> None:
    selection, unknown = to_selection({"size": [size]}, members.known)
    assert (selection.size, unknown) == ("", (UnknownValue("size", size, ("column1", "column4")),))


def test_other_lists_have_no_sizes() -> None:
    selection, unknown = to_selection({"size": ["column1"]}, current_dataset().known)
    assert (selection.size, unknown) == ("", (UnknownValue("size", "column1", ()),))
    assert Selection(size="column1").with_known(current_dataset().known) == Selection()


def test_areas_are_in_proportion_to_the_column(members: Dataset) -> None:
    view = view_of(members, "column1")
    radii = {group.rows: group.radius for group in drawn_groups(view, view.match.mask, selection_extent(view))}
    assert radii[0,] == pytest.approx(2 * radii[1,], abs=0.11)
    assert radii[2,] == 2.5
    assert {group.radius for group in drawn_groups(view_of(members, ""), view.match.mask, selection_extent(view))} == {7.0}


def test_the_live_map_gets_the_amounts(members: Dataset) -> None:
    amounts = [json.loads(point)[-1] for point in cluster_points(view_of(members, "column1"))]
    assert amounts == [400, 100, None]
    circles = {circle[0]: circle[-1] for circle in map(json.loads, location_circles(view_of(members, "column4")))}
    assert circles == {"0781": 5, "1286": None, "2584": -20}
    assert {len(json.loads(point)) for point in cluster_points(view_of(members, ""))} == {8}
    assert {len(json.loads(circle)) for circle in location_circles(view_of(members, ""))} == {5}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_legend_picture_and_title_explain_the_areas(members: Dataset, language: Language) -> None:
    view = view_of(members, "column1", language)
    assert MEANING[language] in tree_of(legend_html(view)).text
    assert "Cirkel" not in legend_html(view_of(members, "")) and "Area" not in legend_html(view_of(members, "", "en"))
    assert "Anställda (" in " ".join(re.findall(r">([^<]+)<", map_svg(view, "", 1200)))
    assert "Anställda: 400" in svg_map_html(view) and "Anställda: 0" not in svg_map_html(view)  # Kiruna Gruv's number is not known


def test_the_table_offers_the_sizes(members: Dataset) -> None:
    links = [
        each for each in tree_of(table_html(view_of(members, "column1"))).all("a") if each.attributes.get("id", "").startswith("size-")
    ]
    assert [(link.text, link.attributes.get("aria-current", "")) for link in links] == [
        ("Antal medlemmar", ""),
        ("Anställda", "true"),
        ("Resultat", ""),
    ]
    assert [re.findall("size=[a-z0-9]+", link.attributes["href"]) for link in links] == [[], ["size=column1"], ["size=column4"]]


def test_the_stand_alone_map_has_the_amount_of_each_row_and_its_meaning(members: Dataset) -> None:
    file = stand_alone_map(view_of(members, "column1"))
    assert MEANING["sv"] in file
    assert data_of(file)["size"] == {"heading": "Anställda", "amounts": [400, 100, None]}
    assert data_of(stand_alone_map(view_of(members, "")))["size"] is None


def test_files_of_the_list_take_the_parameter_and_refuse_other_values(members: Dataset) -> None:
    uploads()["secret"] = members
    client = Client(Starlette(routes=api_routes("")))
    assert client.get("/api/uploads/secret/map.svg?size=column1").status_code == 200
    assert "Anställda (" in client.get("/api/uploads/secret/map.svg?size=column1").text
    assert client.get("/api/uploads/secret/clusters.csv?size=column2").status_code == 400
    assert client.get("/api/clusters.csv?size=column1").status_code == 400
