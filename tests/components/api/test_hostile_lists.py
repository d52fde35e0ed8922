"""More than 500 hostile names go through every file, the profile, the data of map and table, and the URL; none is lost."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode

import numpy as np
import pytest

from components.content.table.table_columns import table_rows
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.map.layers import LayerContext, cluster_layer
from components.map.map_data import preview_json
from components.map.map_values import to_js_literal
from components.widgets.cluster_profile import MAX_SIMILAR, cluster_profile_html
from components.widgets.table import preview_rows
from data.export import neutralise
from data.selection import Selection
from data.selection_url import search_text, to_selection
from data.text import clean
from tests.components.api.file_readers import CLIENT, from_csv, from_geopackage, from_geoparquet, from_stand_alone_map, from_workbook
from tests.hostile import hostile_names
from tests.lists import rows_of
from tests.operator_settings import override_settings
from tests.views import view_of

NAMES = hostile_names()
FOCUS = [row["code"] for row in rows_of("focus_areas")]


def alias(name: str) -> str:
    """Return the name without the separator of a list, cleaned as every cell is."""
    return clean(name.replace(";", ""))


def focus(number: int) -> str:
    """Return the focus area of a row: they take turns, so that each profile names some of the others."""
    return FOCUS[number % len(FOCUS)]


@pytest.fixture(scope="module", autouse=True)
def hostile_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("hostile") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "aliases", "region_codes", "focus", "focus_text_sv", "description_sv"])
        writer.writerows([f"c-{number}", name, alias(name), "12", focus(number), name, name] for number, name in enumerate(NAMES))
    with override_settings(CLUSTERS_SOURCE=path):
        yield


def content(path: str) -> bytes:
    answer = CLIENT.get(f"/api/{path}")
    assert answer.status_code == 200
    return answer.content


def test_there_are_more_than_500() -> None:
    assert len(NAMES) > 500
    assert current_dataset().clusters["name"].tolist() == NAMES


READ_NAMES: dict[str, Callable[[bytes], list[str]]] = {
    "clusters.csv": lambda file: [row["name"] for row in from_csv(file)],
    "clusters.json": lambda file: [row["name"] for row in json.loads(file)["clusters"]],
    "clusters.geojson": lambda file: [row["properties"]["name"] for row in json.loads(file)["features"]],
    "clusters.gpkg": lambda file: from_geopackage(file)["name"].tolist(),
    "clusters.parquet": lambda file: from_geoparquet(file)["name"].tolist(),
    "clusters-map.html": lambda file: from_stand_alone_map(file, 2),
}


@pytest.mark.parametrize("path", READ_NAMES)
def test_a_file_for_machines_keeps_every_name(path: str) -> None:
    assert READ_NAMES[path](content(path)) == NAMES


def test_excel_files_keep_names_and_start_no_formula() -> None:
    expected = [neutralise(name) for name in NAMES]
    lines = [row["Kluster"] for row in from_csv(content("clusters-excel.csv"), ";")]
    cells = [row["Kluster"] for row in from_workbook(content("clusters.xlsx"))]
    assert lines == cells == expected
    assert not [line for line in lines if line.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]


class Markup(HTMLParser):
    """Parser of HTML as a browser reads it: all elements, and each text with the element that it begins."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[tuple[str, str]] = [("", "")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser gives it
        self.texts.append(("", ""))

    def handle_data(self, data: str) -> None:
        tag, text = self.texts[-1]
        self.texts[-1] = (tag, text + data)

    def inside(self, tag: str) -> list[str]:
        """Return the text at the beginning of each such element."""
        return [text for name, text in self.texts if name == tag]


ACTIVE = {
    "animate", "base", "body", "button", "details", "embed", "form", "iframe", "img", "input", "link", "math", "meta", "noscript", "object",
    "script", "style", "textarea", "video",
}  # fmt: skip


def test_the_report_shows_every_name_and_runs_none() -> None:
    report = Markup(content("clusters.html").decode())
    assert report.inside("h3") == NAMES
    assert not report.elements & (ACTIVE - {"body", "meta", "style"})  # three are its own
    assert not [name for name in report.attributes if name.startswith("on")]


def test_the_file_of_each_cluster_keeps_its_name() -> None:
    for number, name in enumerate(NAMES):
        cluster = json.loads(content(f"clusters/c-{number}.json"))["cluster"]
        assert (cluster["id"], cluster["name"], cluster["focus_text_sv"], cluster["description_sv"]) == (f"c-{number}", name, name, name)
        assert cluster["aliases"] == ([alias(name)] if alias(name) else [])


def test_profiles_show_every_name_and_run_none() -> None:
    for number, name in enumerate(NAMES):
        profile = Markup(cluster_profile_html(view_of(Selection(cluster=f"c-{number}"))))
        assert profile.inside("h2") == [name]
        assert profile.inside("p")[0] == name  # its description
        assert {name, alias(name)} - {""} <= set(profile.inside("div"))  # its focus in words, and its other name
        assert set(NAMES[number % len(FOCUS) :: len(FOCUS)][:MAX_SIMILAR]) - {name} <= set(
            profile.inside("a")
        )  # those of the same focus area
        assert not profile.elements & (ACTIVE - {"details"} | {"svg"})  # sources are behind details of its own
        assert not [attribute for attribute in profile.attributes if attribute.startswith("on")]


def test_map_and_table_get_every_name_as_data() -> None:
    texts, every = texts_in("sv"), np.arange(len(NAMES))
    preview = json.loads(preview_json(current_dataset(), "sv", preview_rows(current_dataset(), texts)))
    points = preview["points"]
    assert [points[row][4] for row in sorted(points, key=int)] == NAMES
    assert [Markup(row).inside("a")[0] for _group, row in preview["rows"]] == NAMES
    assert [row[2] for row in table_rows(current_dataset(), every, texts)] == NAMES
    script = cluster_layer(list(map(to_js_literal, points.values())), [], [], 22, LayerContext("", "", (0, 0, 1, 1)))
    points_and_counties = script.state.removesuffix(",{extent:[0,0,1,1]}")
    assert points_and_counties != script.state and not set("<>&{}$`'") & set(points_and_counties)


@pytest.mark.parametrize("number", range(0, len(NAMES), 7))
def test_a_search_for_a_name_gives_its_cluster(number: int) -> None:
    text = search_text(NAMES[number])
    query = {"q": [NAMES[number][:100]]}
    read, unknown = to_selection(query, current_dataset().known)
    assert (read.text, unknown) == (search_text(NAMES[number][:100]), ())
    answer = CLIENT.get(f"/api/clusters.json?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    names = [row["name"] for row in answer.json()["clusters"]]
    assert text == "" or not any(map(str.isalnum, NAMES[number][:100])) or NAMES[number] in names
