"""Map as a list: the counties and their symbols, from north to south, as links."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

from benchmarks.lists import write
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.map_list import map_list_html
from data.selection import Selection
from data.selection_url import to_selection
from tests.html_tree import Element, tree_of
from tests.operator_settings import override_settings
from tests.views import view_of


def counties(view: View) -> list[Element]:
    return [item for item in tree_of(map_list_html(view)).all("li") if "id" in item.attributes]


def first_link(item: Element) -> Element:
    return item.all("a")[0]


def read(link: Element) -> Selection:
    """Return the selection that a link opens."""
    selection, unknown = to_selection(parse_qs(link.attributes["href"].removeprefix("./?")), current_dataset().known)
    assert not unknown
    return selection


def test_it_goes_from_north_to_south() -> None:
    listed = counties(view_of())
    texts = [first_link(item).text for item in listed]
    assert len(texts) == 21
    assert texts[:2] == ["Norrbottens län: 2 av de 22 klustren", "Västerbottens län: 1 av de 22 klustren"]
    assert texts[-2:] == ["Blekinge län: 1 av de 22 klustren", "Skåne län: 2 av de 22 klustren"]
    clusters = [link.attributes["data-event"] for item in listed for link in item.all("a")[1:]]
    assert len(clusters) == len(set(clusters)) == 22
    assert listed[1].text.startswith("Västerbottens län: 1 av de 22 klustren Georange I tätorten Malå, Brons (2018)")


def test_a_county_is_added_or_removed_and_says_so() -> None:
    selection = Selection(regions=("12", "25"), focus=("digital",))
    listed = {item.attributes["id"]: first_link(item) for item in counties(view_of(selection))}
    assert {name for name, link in listed.items() if link.attributes.get("aria-current") == "true"} == {"listed-12", "listed-25"}
    assert set(read(listed["listed-12"]).regions) == {"25"}
    assert set(read(listed["listed-14"]).regions) == {"12", "14", "25"}
    assert read(listed["listed-14"]).focus == ("digital",)


def test_a_cluster_opens_its_profile_and_says_that_it_is_open() -> None:
    view = view_of(Selection(regions=("12",), cluster="mobile-heights"))
    (county,) = (item for item in counties(view) if len(item.all("a")) > 1)
    current = [link for link in county.all("a")[1:] if "aria-current" in link.attributes]
    assert [link.text for link in current] == ["Mobile Heights, nu OpenTech"]
    assert {read(link).cluster for link in county.all("a")[1:]} == {"mobile-heights", "iuc-syd"}


def test_of_too_many_clusters_it_has_the_municipalities_in_view(tmp_path: Path) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        write(10_000, file)
    with override_settings(CLUSTERS_SOURCE=tmp_path / "list.csv"):
        assert all(len(item.all("a")) == 1 for item in counties(view_of()))
        skane = next(item for item in counties(view_of(Selection(regions=("12",)))) if item.attributes["id"] == "listed-12")
        links = skane.all("a")[1:]
        assert len(links) > 5
        assert all(link.attributes["data-municipality"].startswith("12") for link in links)
        assert all(read(link).municipalities == (link.attributes["data-municipality"],) for link in links)
