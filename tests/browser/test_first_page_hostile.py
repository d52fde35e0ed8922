"""Hostile names in first pages: they stay text in elements, attributes, title, JSON-LD and SVG."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from components.server.page_scripts import page_scripts
from data.selection_url import search_text
from tests.browser.browser_driver import Visit, has_logged_errors, running_server
from tests.hostile import LINES, executable_names, hostile_names, sample_of_hostile_names
from tests.html_tree import Element, tree_of
from tests.polling import get

NAMES = hostile_names()
TABLE_PAGES = -(-len(NAMES) // 100)
ALLOWED_BEGINNINGS = ("./", "/", "api/", "https://", "http://", "#", "datapackage.json", "dcat.rdf", "openapi.json")
JSON_LD = "application/ld+json"


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over a list of all hostile names, which are also descriptions. Its pages are never live."""
    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "clusters.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus", "description_sv"])
        writer.writerows([f"c-{number}", name, "12", "digital", name] for number, name in enumerate(NAMES))
    source, log = str(folder / "clusters.csv"), folder / "log.txt"
    with running_server(log, CLUSTERS_SOURCE=source, CLUSTERS_NAME=LINES[0], MAX_LIVE_VISITS="0") as address:
        yield address
    assert not has_logged_errors(log)


def page_of(url: str) -> Element:
    """Return a page, after a check that nothing in it could run or lead elsewhere."""
    page = tree_of(get(url, headers={"Accept-Language": "sv"}).text)
    for node in page:
        assert not [name for name in node.attributes if name.startswith("on") or name in {"srcdoc", "http-equiv", "autofocus"}]
        assert node.tag not in {"iframe", "object", "embed", "base", "style", "math", "img", "animate"}
        if node.tag == "a" and "href" in node.attributes:
            assert node.attributes["href"].startswith(ALLOWED_BEGINNINGS) and not node.attributes["href"].startswith("//")
        if node.tag == "script" and node.attributes.get("type") != JSON_LD:  # the loader, which is the same on every page
            assert not node.attributes and f"<script>{node.source}</script>" in page_scripts().tags
    return page


def tags(node: Element) -> list[str]:
    return [each.tag for each in node if each is not node]


def structure(page: Element) -> list[str]:
    """Return the tags of a page that no search changes."""
    return [tag for tag in tags(page) if tag in {"html", "head", "title", "meta", "link", "script", "body", "form", "input", "svg", "main"}]


def test_every_name_is_text_in_table_and_map(hostile_server: str) -> None:
    names = []
    for number in range(1, TABLE_PAGES + 1):
        page = page_of(f"{hostile_server}?page={number}")
        names += [cell.source for cell in page.one(id="rows").all("th")]
    assert names == list(NAMES)


def test_names_are_text_in_their_profiles(hostile_server: str) -> None:
    """Title, previews, description, JSON-LD and the profile hold it as it is; the page has the elements of any other profile."""
    without_rows = "region=09"
    usual = tags(page_of(f"{hostile_server}?cluster=c-0&{without_rows}"))
    for name in [*executable_names(), *sample_of_hostile_names()[::4]]:
        page = page_of(f"{hostile_server}?cluster=c-{NAMES.index(name)}&{without_rows}")
        assert tags(page) == usual, name
        assert page.one("title").source == f"{name} – {LINES[0]} – Klusterkartan"
        previews = {each.attributes["property"]: each.attributes["content"] for each in page.all("meta") if "property" in each.attributes}
        assert previews["og:title"] == f"{name} – {LINES[0]}"
        assert [json.loads(script.source)["name"] for script in page.all("script", type="application/ld+json")][-1] == name
        assert page.one(id="profile").one("h2").source == name


def test_every_search_is_text(hostile_server: str) -> None:
    usual = structure(page_of(f"{hostile_server}?q=xyzzy&region=09"))
    for line in filter(None, map(search_text, [*executable_names(), *LINES[::4]])):
        page = page_of(f"{hostile_server}?{urlencode({'q': line, 'region': '09'})}")
        assert page.one("input", type="search").attributes["value"] == line
        assert page.one("title").source.startswith(f"Sökningen ”{line}")
        assert structure(page) == usual


PARAMETERS = ["region", "focus", "cluster", "lang", "sort", "nothing"]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_unknown_value_is_text(hostile_server: str, parameter: str) -> None:
    """Each parameter gets another third of the lines, so each line stands in two of them."""
    for line in LINES[PARAMETERS.index(parameter) % 3 :: 3]:
        page = page_of(f"{hostile_server}?{urlencode({parameter: line, 'page': line, 'q': 'xyzzy'})}")
        assert tags(page.one(id="heading")) in (["h1", "p"], ["p", "h1", "p"])


def test_every_path_is_text(hostile_server: str) -> None:
    for line in LINES:
        assert tags(page_of(f"{hostile_server}x{urlencode({'': line})[1:]}")).count("script") == 0


def test_no_name_runs_in_a_browser(new_visit: Callable[..., Visit], hostile_server: str) -> None:
    visit = new_visit(hostile_server)
    for number in range(1, TABLE_PAGES + 1):
        visit.page.goto(f"{hostile_server}?page={number}")
        expect(visit.names.first).to_be_attached()
    for name in executable_names():
        visit.page.goto(f"{hostile_server}?cluster=c-{NAMES.index(name)}&{urlencode({'q': name})}")
        expect(visit.page.locator("#profile-heading")).to_have_text(name)
        assert visit.page.title().startswith(name[:10])
        visit.page.hover("#profile-heading")
