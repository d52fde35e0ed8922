"""Facts on a page, read from the HTML of its parts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import data
from data.languages import Language
from tests.html_tree import ANY, Element

DATA = Path(data.__file__).parent
PARTS = ("header", "heading", "filters", "sentence", "legend", "map-note", "summary", "embed", "results", "footer")


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((DATA / f"{table}.csv").read_text("utf-8"))))


CLUSTERS = rows_of("clusters")
IDS = [row["id"] for row in CLUSTERS]


@dataclass
class Page:
    """A page as the browser shows it.

    Attributes:
        path: Its path.
        language: Its language.
        parts: An element around the HTML of each part, by the part's name.
        labels: Texts that the scripts show by themselves.
    """

    path: str = ""
    language: Language = "sv"
    parts: dict[str, Element] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, part: str) -> Element:
        return self.parts[part]

    def all(self, tag: str = "", css_class: str = "", **attributes: object) -> list[Element]:
        """Return the elements of all parts with this tag, class and attributes."""
        return [each for name in PARTS for each in self[name].all(tag, css_class, **attributes)]


def read(page: Page) -> str:
    """Return the text of the heading and of the content."""
    return f"{page['heading'].text} {page['results'].text}"


def headings(page: Page) -> list[str]:
    return [each.text for name in ("heading", "results") for each in page[name] if each.tag in {"h1", "h2"}]


def notices(page: Page) -> list[str]:
    """Return the notices of the content."""
    return [each.text for each in page["results"].all("p", "notice")]


def ignored_notice(page: Page) -> str:
    """Return the notice with the values of the URL that were ignored, or ""."""
    return "".join(each.text for each in page["heading"].all("p", role="alert"))


def upload_notice(page: Page) -> str:
    """Return the notice that an upload is shown, or ""."""
    return "".join(each.one("p").text for each in page["heading"].all("div", "upload"))


def menu(page: Page) -> list[str]:
    """Return the paths of the menu."""
    return [each.attributes["data-event"].removeprefix("open_page:") for each in page["header"].one("nav").all("a")]


def current_entries(page: Page) -> list[str]:
    """Return the path of the menu's entry for the page that is shown; none for a page of the footer."""
    return [each.attributes["data-event"].removeprefix("open_page:") for each in page["header"].all("a", aria_current="page")]


def footer_pages(page: Page) -> list[str]:
    """Return the paths of the pages that the footer links."""
    return [each.attributes["data-event"].removeprefix("open_page:") for each in page["footer"].all("a", data_event=ANY)]


def links(page: Page) -> dict[str, str]:
    """Return the URL of each link of the content by its text."""
    return {each.text: each.attributes["href"] for each in page["results"].all("a", href=ANY)}


def urls(page: Page) -> set[str]:
    """Return the URLs of all links of the content."""
    return {each.attributes["href"] for each in page["results"].all("a", href=ANY)}


def query_of(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def outline(page: Page) -> dict[str, list[Any]]:
    """Return the content of a page, to compare a first page with a live one: nested lists of tags, attributes and texts for each part.

    Without the parts that the script writes: queries of links in header and footer, URLs in references and examples, codes of frames.
    """
    return {name: _outline(page[name], without_queries=name in {"header", "footer"}) for name in PARTS}


def _outline(element: Element, *, without_queries: bool) -> list[Any]:
    content: list[Any] = []
    for each in element.content:
        if isinstance(each, str):
            content.append(" ".join(each.split()))
            continue
        attributes = dict(each.attributes)
        if without_queries and "href" in attributes:
            attributes["href"] = attributes["href"].partition("?")[0]
        is_written = attributes.get("class") == "page-url" or "data-embed" in attributes or "data-site" in attributes
        content.append([each.tag, attributes, [] if is_written else _outline(each, without_queries=without_queries)])
    return content


# Filters


def legends(page: Page) -> list[str]:
    return [each.text for each in page["filters"].all("legend")]


def filter_keys(page: Page) -> list[str]:
    """Return the query parameters of the filters with toggles."""
    return list(dict.fromkeys(each.attributes["name"] for each in page["filters"].all("input", type="checkbox")))


def toggles(page: Page, key: str) -> list[str]:
    """Return the texts of the toggles of a filter."""
    return [each.text for each in page["filters"].all("label", "toggle") if each.all("input", name=key)]


def pressed(page: Page, key: str) -> list[str]:
    """Return the codes of a filter that are chosen, in the order of its toggles."""
    return [each.attributes["value"] for each in page["filters"].all("input", type="checkbox", name=key, checked=ANY)]


def searched(page: Page) -> str:
    """Return the text in the search field."""
    return page["filters"].one("input", type="search").attributes["value"]


# Summary


def sentence(page: Page) -> str:
    return page["sentence"].one("p", "sentence").text


def numbers(page: Page) -> str:
    return " ".join(each.text for each in page["summary"].all("dl", "numbers"))


def chips(page: Page) -> list[list[str]]:
    """Return key, code and name of each chip."""
    found = [each for row in page["sentence"].all("div", "chips") for each in row.all("a") if "clear" not in each.classes]
    return [[*each.attributes["data-event"].removeprefix("remove_option:").split(":"), each.text] for each in found]


def file_urls(page: Page) -> list[str]:
    """Return the URLs of the files that are offered for the selection."""
    return [each.attributes["href"] for listed in page["summary"].all("details", id="all-formats") for each in listed.all("a")]


def files_offered(page: Page) -> list[str]:
    """Return the URLs, without their query, of the files that are offered for the selection."""
    return [url.partition("?")[0] for url in file_urls(page)]


def file_query(page: Page) -> str:
    """Return the query of all files that are offered, with its question mark."""
    (query,) = {url[len(url.partition("?")[0]) :] for url in file_urls(page)}
    return query


# Legend, map and table


def classes(page: Page) -> list[str]:
    """Return the entries of the legend for the classes of the counties."""
    return [each.text for each in page["legend"].all("ul")[0].all("li")]


def marker_kinds(page: Page) -> list[str]:
    return [each.text for markers in page["legend"].all("ul")[1:] for each in markers.all("li")]


def columns(page: Page) -> list[str]:
    return [each.text for each in page["results"].one("table", "clusters").one("thead").all("th")]


def rows(page: Page) -> list[Element]:
    """Return the rows of the table; none where the page has no table."""
    return [row for body in page["results"].all("tbody", id="rows") for row in body.all("tr")]


def ids_in_table(page: Page) -> list[str]:
    return [row.attributes["id"].removeprefix("row-") for row in rows(page)]


def cells(page: Page) -> list[list[str]]:
    """Return the texts of the table."""
    return [[cell.text for cell in row if cell.tag in {"th", "td"}] for row in rows(page)]


def opened_row(page: Page) -> str:
    """Return the id of the row whose profile is open, or ""."""
    return "".join(row.attributes["id"].removeprefix("row-") for row in rows(page) if row.all("a", aria_current="true"))


def order(page: Page) -> dict[str, str]:
    """Return the order of the column that the table is sorted by, by the column's heading; nothing in the order of the list."""
    return {each.text: each.attributes["aria-sort"] for each in page["results"].all("th", aria_sort=ANY)}


def row_range(page: Page) -> str:
    """Return which rows a table in pages shows, or "" where it has one page."""
    return "".join(each.one("span", role="status").text for each in page["results"].all("nav", "pages"))


# Profile, report and controls


def fact(page: Page, heading: str) -> str:
    """Return the text of the profile's fact with this heading."""
    elements = list(page["results"].one("div", "profile"))
    (position,) = (number for number, each in enumerate(elements) if each.tag == "dt" and each.text == heading)
    return next(each.text for each in elements[position:] if each.tag == "dd")


def fact_headings(page: Page) -> list[str]:
    """Return the headings of the profile's facts, in their order."""
    return [each.text for each in page["results"].one("div", "profile").all("dt")]


def gaps(page: Page) -> str:
    """Return the line of the profile that names unknown facts, or ""."""
    return "".join(each.one("p").text for each in page["results"].all("div", "gaps"))


def controls(page: Page) -> list[Element]:
    """Return the buttons and the links that look so, of heading and content, without those that turn the pages of the table."""
    return [
        each
        for name in ("heading", "results")
        for each in page[name].all(data_event=ANY) + page[name].all(data_reload=ANY)
        if {"button", "close"} & {*each.classes} and "id" not in each.attributes
    ]


def labels(page: Page) -> list[str]:
    return [each.text for each in controls(page)]


def digits(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]
