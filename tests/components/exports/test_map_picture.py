"""Arrangement of a picture: nothing leaves it, nothing covers anything else, whatever the texts."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.lists import write
from components.dataset.view import View
from components.exports.map_picture import card_svg, map_svg
from components.exports.picture_text import text_width
from data.selection import Selection
from tests.hostile import hostile_names
from tests.operator_settings import override_settings
from tests.views import view_of

SVG = "{http://www.w3.org/2000/svg}"
BASE = "https://kluster.example.se/karta/"
LONG = Selection(
    regions=("12", "14", "01", "25"),
    focus=("digital",),
    labels=("bronze", "silver", "gold"),
    text="hållbara produktionssystem för framtidens cirkulära och biobaserade industri i norra Sverige med mera",
)
SELECTIONS = (
    Selection(),
    Selection(language="en"),
    Selection(regions=("12",)),
    Selection(focus=("digital",)),
    Selection(regions=("09",), labels=("gold",)),
    Selection(cluster="paper-province"),
    LONG,
    replace(LONG, language="en"),
)
DRAW: dict[str, Callable[[View], str]] = {
    "sheet": lambda view: map_svg(view, BASE, 1200),
    "strip": lambda view: map_svg(view, BASE, 400),
    "card": card_svg,
}


@pytest.fixture
def long_list(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write(10_000, file)
    with override_settings(CLUSTERS_SOURCE=path, CLUSTERS_NAME="Register över kluster i hela landet " * 6):
        yield


@pytest.fixture
def hostile_list(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus"])
        writer.writerows([f"c-{number}", name, "12", "digital"] for number, name in enumerate(hostile_names()[:300]))
    with override_settings(CLUSTERS_SOURCE=path, CLUSTERS_NAME="<b>" + "x" * 200):
        yield


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - the project's own markup


def lines_of(root: ET.Element) -> list[tuple[str, float, float, float, float]]:
    """Return text, left, top, right and bottom of each line outside the map."""
    lines = []
    for text in root.findall(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        width = text_width(text.text or "", size, is_bold="font-weight" in text.attrib)
        lines.append((text.text or "", x, y - 0.7 * size, x + width, y + 0.2 * size))
    return lines


def holds(svg: str) -> None:
    """Assert that the lines of text are inside the picture and beside each other and the map."""
    root = parsed(svg)
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    lines = lines_of(root)
    for text, left, top, right, bottom in lines:
        assert 0 < left < right < width and 0 < top < bottom < height, text
    for one, other in combinations(lines, 2):
        assert one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2], (one, other)
    map_left, map_top = map(float, re.findall(r"translate\((\S+) (\S+)\)", svg)[0])
    assert all(right <= map_left or bottom <= map_top or map_left < width / 2 for _, _, _, right, bottom in lines)


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", DRAW)
def test_texts_of_a_selection_hold(name: str, selection: Selection) -> None:
    holds(DRAW[name](view_of(selection)))


@pytest.mark.usefixtures("long_list")
@pytest.mark.parametrize("name", DRAW)
def test_texts_of_a_long_list_with_a_long_name_hold(name: str) -> None:
    for selection in (Selection(), Selection(regions=("12",), language="en"), LONG):
        holds(DRAW[name](view_of(selection)))
    root = parsed(DRAW[name](view_of()))
    circles = [circle for circle in root.iter(f"{SVG}circle") if circle.get("class") == "place"]
    assert len(circles) == len(view_of().dataset.locations.locations) > 200
    assert any("10\u00a0000 av 10\u00a0000" in text for text, *_ in lines_of(root))


@pytest.mark.usefixtures("hostile_list")
@pytest.mark.parametrize("name", DRAW)
def test_hostile_names_hold(name: str) -> None:
    for number in range(0, 300, 10):
        svg = DRAW[name](view_of(Selection(cluster=f"c-{number}")))
        holds(svg)
        assert parsed(svg)[0].text == re.sub(r"\r\n?", "\n", hostile_names()[number])


@pytest.mark.parametrize("name", DRAW)
def test_the_day_of_the_data_is_never_cut(name: str, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,Ett,12,digital\n")
    with override_settings(CLUSTERS_NAME="Ett mycket långt namn på en lista " * 10):
        day = view_of().dataset.date
        assert any(day in text for text, *_ in lines_of(parsed(DRAW[name](view_of()))))


def test_only_the_map_has_names_of_counties() -> None:
    """The preview of a link is small: on its map names would be specks."""
    names = {
        name: [text for text in parsed(draw(view_of())).iter(f"{SVG}text") if text.get("class") == "name"] for name, draw in DRAW.items()
    }
    assert len(names["sheet"]) == len(names["strip"]) > 10 and not names["card"]


def test_the_open_cluster_is_in_the_legend_and_lies_on_top() -> None:
    root = parsed(map_svg(view_of(Selection(cluster="compare")), "", 1200))
    markers = [circle for circle in root.iter(f"{SVG}circle") if len(circle)]
    assert (markers[-1].attrib["class"], markers[-1][0].text) == ("cluster opened", "Compare")
    assert [text for text, *_ in lines_of(root)].count("Compare") == 2  # title and legend


def test_a_chosen_county_has_an_outline_of_its_own() -> None:
    counties = list(parsed(map_svg(view_of(Selection(regions=("12",))), "", 1200)).iter(f"{SVG}path"))
    outlines = {(path.attrib["stroke"], path.attrib["stroke-width"]) for path in counties}
    assert len(outlines) == 2 and (counties[-1][0].text or "").startswith("Skåne län")


def test_a_file_without_a_url_names_none() -> None:
    view = view_of()
    assert "kluster.example.se/karta" in map_svg(view, BASE, 1200) and "kluster.example.se" not in map_svg(view, "", 1200)


def test_characters_that_xml_does_not_allow_are_left_out(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,Ett,12,digital\n")
    with override_settings(CLUSTERS_NAME="List\x0b\x02an"):
        for draw in DRAW.values():
            assert any("Listan" in text for text, *_ in lines_of(parsed(draw(view_of()))))
