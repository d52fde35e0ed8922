"""SVG map: links of counties and symbols, and texts of a list as plain text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from benchmarks.lists import write
from components.content.maps.map_extent import selection_extent
from components.content.maps.shown_clusters import shown_clusters
from components.dataset.county_shapes import county_drawing, county_middles
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.svg_map import svg_map_html
from data.selection import Selection
from data.selection_url import to_selection
from geo.symbol_sizes import MIN_RADIUS_PX
from tests.conftest import WriteList
from tests.hostile import hostile_names
from tests.operator_settings import override_settings
from tests.views import view_of

SELECTIONS = (
    Selection(),
    Selection(regions=("12",)),
    Selection(regions=("25", "12"), cluster="compare"),
    Selection(focus=("digital",), language="en"),
    Selection(text="automation"),
    Selection(regions=("09",)),
)


XLINK = "http://www.w3.org/1999/xlink"
IN_COUNTY = " Någonstans i länet"  # after a line break, which a parser of XML reads as a space in attributes


def elements(view: View) -> ET.Element:
    """Return the map as a parser of XML reads it."""
    return ET.fromstring(f'<root xmlns:xlink="{XLINK}">{svg_map_html(view)}</root>')[0]  # noqa: S314 - the project's own markup


def shapes(view: View, class_name: str) -> list[tuple[ET.Element, str]]:
    """Return the shapes whose classes begin with this one, each with the URL of the link around it; `title` reads the link's title."""
    links = [link for link in elements(view).iter("a") if link[0].attrib["class"].split()[0] == class_name]
    for link in links:
        link[0].set("title", link.attrib[f"{{{XLINK}}}title"])
    return [(link[0], link.attrib["href"]) for link in links]


def read(url: str) -> Selection:
    """Return the selection that a URL of the map opens."""
    assert url.startswith("./")
    selection, unknown = to_selection(parse_qs(url.removeprefix("./").removeprefix("?")), current_dataset().known)
    assert not unknown
    return selection


def title(shape: ET.Element) -> str:
    return shape.attrib["title"]


def located(view: View) -> list[str]:
    """Return the ids of the clusters that are shown and whose position is known."""
    clusters = view.dataset.clusters[shown_clusters(view).mask]
    return sorted(clusters.loc[clusters["place"].notna(), "id"])


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("long") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write(10_000, file)
    with override_settings(CLUSTERS_SOURCE=path):
        yield


@pytest.mark.parametrize("selection", SELECTIONS)
def test_each_county_has_a_link_that_toggles_it(selection: Selection) -> None:
    toggled = []
    for shape, url in shapes(view_of(selection), "region"):
        (code,) = set(read(url).regions) ^ set(selection.regions)
        assert read(url).to_filters()[1:] == selection.to_filters()[1:]
        assert (read(url).cluster, read(url).language) == (selection.cluster, selection.language)
        assert shape.attrib["data-chosen"] == ("1" if code in selection.regions else "0")
        toggled.append(code)
    assert set(toggled) == set(county_drawing(selection_extent(view_of(selection))).counties) >= set(selection.regions)
    assert selection.regions or len(toggled) == 21


@pytest.mark.parametrize("selection", SELECTIONS)
def test_each_located_cluster_has_a_symbol_that_leads_to_its_profile(selection: Selection) -> None:
    """A symbol for several clusters, as in Karlstad, leads to the search for their place."""
    view = view_of(selection)
    linked = [read(url) for shape, url in shapes(view, "cluster") if not title(shape).startswith("2 ")]
    searched = [read(url) for shape, url in shapes(view, "cluster") if title(shape).startswith("2 ")]
    assert {opened.to_filters() for opened in linked} <= {selection.to_filters()}
    found = [view_of(each) for each in searched]
    assert all(each.match.count == len(located(each)) for each in found)
    assert sorted([*(opened.cluster for opened in linked), *(code for each in found for code in located(each))]) == located(view)
    assert shapes(view, "place") == []


def test_counties_have_the_class_and_number_of_the_live_map() -> None:
    levels = {title(shape): shape.attrib["data-level"] for shape, _ in shapes(view_of(Selection(regions=("25", "12"))), "region")}
    assert (
        levels["Skåne län: 2 av de 22 klustren"],
        levels["Stockholms län: 1 av de 22 klustren"],
        levels["Gotlands län: inget av de 22 klustren"],
    ) == ("2", "1", "0")


def test_chosen_counties_and_the_opened_cluster_lie_on_top() -> None:
    view = view_of(Selection(regions=("01", "17"), cluster="compare"))
    assert [title(shape) for shape, _ in shapes(view, "region")][-2:] == [
        "Stockholms län: 1 av de 22 klustren",
        "Värmlands län: 2 av de 22 klustren",
    ]
    assert [(title(shape), shape.attrib["class"]) for shape, _ in shapes(view, "cluster")][-1] == (
        "2 kluster Compare Paper Province",
        "cluster opened",
    )
    assert elements(view)[1].attrib["class"] == "filtered"


def test_symbols_somewhere_in_a_county_say_so() -> None:
    in_county = [title(shape) for shape, _ in shapes(view_of(), "cluster") if "approximate" in shape.attrib["class"]]
    assert len(in_county) == 4
    assert all(IN_COUNTY in text for text in in_county)


def test_clusters_of_one_town_are_one_symbol_with_their_number() -> None:
    texts = {title(shape): shape.tail for shape, _ in shapes(view_of(), "cluster")}
    assert "2 kluster Compare Paper Province" in texts and not any(text.startswith("Compare") for text in texts)
    numbers = [text.text for text in elements(view_of()).iter("text") if text.attrib["class"].split()[0] == "number"]
    assert numbers == ["2"] * 3


def test_a_screen_reader_gets_one_image() -> None:
    image, drawing, scale = elements(view_of(Selection(regions=("12",))))
    assert (image.attrib["role"], image.attrib["aria-label"]) == ("img", "Karta. Skåne: 2 kluster (av de 22 i S3-piloten 2018).")
    assert (drawing.attrib["aria-hidden"], scale.attrib["aria-hidden"]) == ("true", "true")
    assert {link.attrib["tabindex"] for link in drawing.iter("a")} == {"-1"}


def test_names_of_all_sweden_stay_where_they_are() -> None:
    selections = [Selection(), Selection(focus=("digital",), language="en"), Selection(text="automation"), Selection(regions=("12", "25"))]
    names = [[(line.text, line.attrib["x"]) for line in elements(view_of(selection)).iter("tspan")] for selection in selections]
    assert names[1:] == names[:1] * 3


def test_towns_have_a_dot_and_a_smaller_type_than_counties() -> None:
    image = elements(view_of())[1]
    texts = [(text.attrib["class"].split()[0], "".join(text.itertext())) for text in image.iter("text")]
    assert {("county", "Norrbotten"), ("town", "Stockholm"), ("town", "Kiruna")} <= set(texts)
    dots = [dot for dot in image.iter("circle") if dot.attrib["class"] == "dot"]
    assert len(dots) == sum(kind == "town" for kind, _ in texts) >= 10


def test_a_chosen_county_fills_the_map_and_its_towns_are_named() -> None:
    image = elements(view_of(Selection(regions=("10",))))[1]
    left, top, width, height = map(float, image.attrib["viewBox"].split())
    assert width < 170 and height < 120
    assert {"Karlskrona", "Ronneby", "Karlshamn", "Sölvesborg", "Blekinge"} <= {"".join(text.itertext()) for text in image.iter("text")}
    symbols = [shape for shape, _ in shapes(view_of(Selection(regions=("10",))), "cluster")]
    assert all(left < float(symbol.attrib["cx"]) < left + width for symbol in symbols)
    assert all(top < float(symbol.attrib["cy"]) < top + height for symbol in symbols)


@pytest.mark.parametrize(("selection", "scale"), [(Selection(), "200 km"), (Selection(regions=("09",)), "20 km")])
def test_the_scale_bar_has_a_round_length(selection: Selection, scale: str) -> None:
    bar = elements(view_of(selection))[2]
    assert (bar.text, bar.attrib["style"]) == (scale, f"--km:{scale.removesuffix(' km')}")


@pytest.mark.usefixtures("long_list")
def test_a_long_list_has_a_circle_for_each_county_that_chooses_it() -> None:
    circles = shapes(view_of(), "place")
    assert len(circles) == 21 and shapes(view_of(), "cluster") == []
    assert sorted(code for _, url in circles for code in read(url).regions) == sorted(current_dataset().known.regions)
    radii = [float(shape.attrib["style"].removeprefix("--r:")) for shape, _ in circles]
    assert radii == sorted(radii, reverse=True)
    counts = [int(title(shape).split(": ")[1].replace("\N{NO-BREAK SPACE}", "").removesuffix(" kluster")) for shape, _ in circles]
    assert sum(counts) == len(located(view_of()))
    in_proportion = [radius**2 / count for radius, count in zip(radii, counts, strict=True) if radius > MIN_RADIUS_PX]
    assert in_proportion == pytest.approx([in_proportion[0]] * len(in_proportion), rel=0.1)


@pytest.mark.usefixtures("long_list")
def test_a_long_list_has_a_circle_for_each_municipality_in_a_chosen_county() -> None:
    """It chooses its municipality."""
    circles = {title(shape).split(":")[0]: read(url) for shape, url in shapes(view_of(Selection(regions=("12",))), "place")}
    assert circles["Lund"] == Selection(regions=("12",), municipalities=("1281",))
    found = view_of(circles["Lund"])
    assert {found.dataset.locations.names[code] for code in found.dataset.clusters.loc[found.match.mask, "location_code"]} == {"Lund"}


@pytest.mark.usefixtures("long_list")
def test_few_matches_of_a_long_list_are_shown_one_by_one() -> None:
    view = view_of(Selection(regions=("09",)))
    assert 0 < view.match.count <= 300
    assert shapes(view, "place") == []


def test_names_of_a_list_stay_text(write_list: WriteList) -> None:
    names = hostile_names()[:30]
    rows = "".join(
        f'c-{number},"{name.replace(chr(34), 2 * chr(34))}",{code},digital\n'
        for number, (name, code) in enumerate(zip(names, 2 * list(county_middles()), strict=False))
    )
    write_list(f"id,name,region_codes,focus\n{rows}")
    named = "\n".join(title(symbol) for symbol, _ in shapes(view_of(), "cluster"))
    assert [name for name in names if " ".join(name.split()) not in " ".join(named.split())] == []
    assert {element.tag for element in elements(view_of()).iter()} == {
        "div",
        "span",
        "svg",
        "a",
        "path",
        "g",
        "text",
        "tspan",
        "circle",
    }


def test_clusters_without_a_location_have_no_marker(write_list: WriteList) -> None:
    write_list("id,name,region_codes,focus\na,Alfa,,digital\n")
    assert located(view_of()) == [] == shapes(view_of(), "cluster")


def test_style_sheet_styles_each_class() -> None:
    style = (Path(svg_map_html.__code__.co_filename).parents[1] / "frontend" / "page" / "svg_map.css").read_text("utf-8")
    assert all(f".svg-map .{name}" in style for name in ("region", "cluster.approximate", "cluster.opened", "number", "filtered"))
    assert ".svg-map :is(.cluster, .place)" in style
