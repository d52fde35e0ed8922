"""Readers of the pages without scripts: Chromium with JavaScript turned off, and a program that knows HTTP and HTML only."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import httpx
from playwright.sync_api import Page, expect

from tests.html_tree import ANY, Element, tree_of
from tests.polling import get

ACCEPT_LANGUAGE = "sv-SE,sv;q=0.9"
SELECTOR_STEP = re.compile(r"(\w+)?(?:#([\w-]+))?(?:\.([\w-]+))?(?:\[([\w-]+)\])?")


class Reader(ABC):
    """A visitor without JavaScript. Names of links are those that assistive technology gives; `part` is the id of a part of the page."""

    address: str

    @abstractmethod
    def open(self, path: str = "") -> None:
        """Open a URL of the app."""

    @property
    @abstractmethod
    def url(self) -> str:
        """The URL of the page."""

    @property
    @abstractmethod
    def title(self) -> str:
        """The title of the page."""

    @abstractmethod
    def follow(self, name: str, part: str = "page") -> None:
        """Press the first link of a part with this name, and read the page to which it leads."""

    @abstractmethod
    def download(self, name: str, part: str = "page") -> tuple[str, bytes]:
        """Press the first link of a part with this name; return the name of the file and its content."""

    @abstractmethod
    def check(self, name: str, code: str) -> None:
        """Press a checkbox of the filters."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Replace the text in the search field by typing."""

    @abstractmethod
    def submit(self) -> None:
        """Press the button of the filters, and read the page to which the form leads."""

    @abstractmethod
    def texts(self, selector: str) -> list[str]:
        """Return the texts of the elements `#part tag`, `#part .class` or `#part`, in their order."""

    @property
    def place(self) -> str:
        """Path and query of the page, below the app's URL."""
        return self.url.removeprefix(self.address)

    @property
    def names(self) -> list[str]:
        """The names of the clusters in the table."""
        return self.texts("#rows th [data-event]")

    @property
    def sentence(self) -> str:
        """The sentence that sums up the selection."""
        return self.texts("#sentence .sentence")[0]

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return self.texts("#heading h1")[0]


class ChromiumReader(Reader):
    """Reader in a tab of Chromium whose scripts are off."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def open(self, path: str = "") -> None:
        self.page.goto(self.address + path)

    @property
    def url(self) -> str:
        return self.page.url

    @property
    def title(self) -> str:
        return self.page.title()

    def follow(self, name: str, part: str = "page") -> None:
        with self.page.expect_event("domcontentloaded"):
            self.page.locator(f"#{part}").get_by_role("link", name=name, exact=True).first.click()

    def download(self, name: str, part: str = "page") -> tuple[str, bytes]:
        for details in self.page.locator(f"#{part} #all-formats:not([open]) summary").all():
            details.click()
        link = self.page.locator(f"#{part}").get_by_role("link", name=name, exact=True).first
        with self.page.expect_download() as started:
            link.click()
        return started.value.suggested_filename, started.value.path().read_bytes()

    def check(self, name: str, code: str) -> None:
        self.page.locator(f'#filters input[name="{name}"][value="{code}"]').click()

    def type(self, text: str) -> None:
        self.page.locator("#search").fill(text)

    def submit(self) -> None:
        with self.page.expect_event("domcontentloaded"):
            self.page.locator("#filters button[type=submit]").last.click()  # below the choices

    def texts(self, selector: str) -> list[str]:
        expect(self.page.locator("#footer")).to_be_attached()  # the end of the page
        return [text.strip() for text in self.page.locator(selector).all_text_contents()]


class HttpReader(Reader):
    """Reader that fetches pages, follows their links and submits their form, as the standard of HTML says."""

    def __init__(self, address: str) -> None:
        self.address = address

    def open(self, path: str = "") -> None:
        self._read(self.address + path)

    def _read(self, url: str) -> None:
        response = self._get(url)
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        self._url, self.page = str(response.url), tree_of(response.text)
        self._boxes = {
            (box.attributes["name"], box.attributes["value"]): "checked" in box.attributes
            for box in self.page.all("input", type="checkbox")
        }
        self._text = next((field.attributes["value"] for field in self.page.all("input", type="search")), "")

    def _get(self, url: str) -> httpx.Response:
        response = get(url, headers={"Accept": "text/html,*/*", "Accept-Language": ACCEPT_LANGUAGE}, follow_redirects=True)
        response.raise_for_status()
        return response

    @property
    def url(self) -> str:
        return self._url

    @property
    def title(self) -> str:
        return self.page.one("title").source

    def _link(self, name: str, part: str) -> Element:
        links = self.page.one(id=part).all("a", href=ANY)
        return next(link for link in links if (link.attributes.get("aria-label") or link.text) == name)

    def follow(self, name: str, part: str = "page") -> None:
        link = self._link(name, part)
        assert "download" not in link.attributes
        self._read(urljoin(self._url, link.attributes["href"]))

    def download(self, name: str, part: str = "page") -> tuple[str, bytes]:
        link = self._link(name, part)
        assert "download" in link.attributes
        response = self._get(urljoin(self._url, link.attributes["href"]))
        (file_name,) = re.findall(r'filename="([^"]+)"', response.headers["content-disposition"])
        return file_name, response.content

    def check(self, name: str, code: str) -> None:
        self._boxes[name, code] = not self._boxes[name, code]

    def type(self, text: str) -> None:
        self._text = text

    def submit(self) -> None:
        form = self.page.one("form", role="search")
        assert form.attributes["method"] == "get"
        values = [value for node in form.all("input") for value in self._submitted(node)]
        self._read(urlsplit(urljoin(self._url, form.attributes["action"]))._replace(query=urlencode(values)).geturl())

    def _submitted(self, node: Element) -> list[tuple[str, str]]:
        """Return name and value of an input, unless it is a checkbox that is off."""
        name, value = node.attributes["name"], node.attributes["value"]
        if node.attributes["type"] == "checkbox":
            return [(name, value)] if self._boxes[name, value] else []
        return [(name, self._text if node.attributes["type"] == "search" else value)]

    def texts(self, selector: str) -> list[str]:
        found = [self.page]
        for step in selector.split(" "):
            found = [node for each in found for node in each.all(**_conditions(step))]
        return [node.text for node in found]


def _conditions(step: str) -> dict[str, Any]:
    """Return the arguments of `Element.all` for a tag, an id, a class and an attribute, each at most once and in this order."""
    parts = SELECTOR_STEP.fullmatch(step)
    assert parts, step
    tag, id_, css_class, attribute = (part or "" for part in parts.groups())
    return {"tag": tag, "css_class": css_class} | ({"id": id_} if id_ else {}) | ({attribute: ANY} if attribute else {})
