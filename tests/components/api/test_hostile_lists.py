"""More than 500 hostile names go through every form of file, the map's data, the table's and the address, and none is lost."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest

from components.catalogue import catalogue
from data.export import neutralise
from data.selection import Selection, search_text
from geo.layers import cluster_layer
from tests.components.api.reading import CLIENT, from_csv, from_geopackage, from_geoparquet, from_workbook
from tests.hostile import corpus

NAMES = corpus()


@pytest.fixture(scope="module", autouse=True)
def hostile_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("hostile") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "aliases", "region_codes", "focus", "focus_text_sv", "description_sv"])
        writer.writerows([f"c-{number}", name, name.replace(";", ""), "12", "digital", name, name] for number, name in enumerate(NAMES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLUSTERS_SOURCE", str(path))
        catalogue.cache_clear()
        yield
    catalogue.cache_clear()


def content(path: str) -> bytes:
    answer = CLIENT.get(f"/api/{path}")
    assert answer.status_code == 200
    return answer.content


def test_there_are_more_than_500() -> None:
    assert len(NAMES) > 500
    assert catalogue().clusters["name"].tolist() == NAMES


READ_NAMES: dict[str, Callable[[bytes], list[str]]] = {
    "clusters.csv": lambda told: [row["name"] for row in from_csv(told)],
    "clusters.json": lambda told: [row["name"] for row in json.loads(told)["clusters"]],
    "clusters.geojson": lambda told: [row["properties"]["name"] for row in json.loads(told)["features"]],
    "clusters.gpkg": lambda told: from_geopackage(told)["name"].tolist(),
    "clusters.parquet": lambda told: from_geoparquet(told)["name"].tolist(),
}


@pytest.mark.parametrize("path", READ_NAMES)
def test_a_file_for_machines_keeps_every_name(path: str) -> None:
    assert READ_NAMES[path](content(path)) == NAMES


def test_a_file_for_excel_keeps_every_name_and_starts_none_like_a_formula() -> None:
    expected = [neutralise(name) for name in NAMES]
    lines = [row["Kluster"] for row in from_csv(content("clusters-excel.csv"), ";")]
    cells = [row["Kluster"] for row in from_workbook(content("clusters.xlsx"))]
    assert lines == cells == expected
    assert not [line for line in lines if line.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]


class Report(HTMLParser):
    """What a browser makes of the report: the headings, and every element that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "h3":
            self.headings.append("")
        self._inside = tag == "h3"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the form is the parser's
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.headings[-1] += data


def test_the_report_shows_every_name_and_runs_none() -> None:
    report = Report()
    report.feed(content("clusters.html").decode())
    assert report.headings == NAMES
    assert not report.elements & {"script", "img", "iframe", "object", "link", "base", "form", "input", "button", "details", "animate"}
    assert not [name for name in report.attributes if name.startswith("on")]


def test_map_and_table_get_every_name_as_data() -> None:
    wording = catalogue().wording["sv"]
    assert [json.loads(point)[5] for point in wording.points] == NAMES
    assert [json.loads(row)[1] for row in wording.rows] == NAMES
    assert [point[5] for point, _codes in json.loads(wording.preview)["clusters"]] == NAMES
    script = cluster_layer(list(wording.points), [], None, "", ["", "", "", "", ""])
    assert not set("<>&{}$`'") & set(script.state)


@pytest.mark.parametrize("number", range(0, len(NAMES), 7))
def test_a_name_that_is_searched_for_comes_back_from_its_address(number: int) -> None:
    wanted = Selection(text=search_text(NAMES[number]))
    query = {"q": [NAMES[number][:100]]}
    read, unknown = Selection.from_query(query, catalogue().known)
    assert (read.text, unknown) == (search_text(NAMES[number][:100]), ())
    answer = CLIENT.get(f"/api/clusters.json?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    found = [row["name"] for row in answer.json()["clusters"]]
    assert wanted.text == "" or not any(map(str.isalnum, NAMES[number][:100])) or NAMES[number] in found
