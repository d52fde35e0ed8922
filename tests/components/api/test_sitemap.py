"""Sitemap: valid by its protocol, with every page and selection of one value, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest

from components.api import sitemap
from components.content.pages.page_info import page_infos
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from data.languages import LANGUAGES
from data.selection_url import to_selection
from tests.components.api.file_readers import CLIENT

SITEMAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
BASE = "http://klusterkartan.test/"


def entries() -> list[ET.Element]:
    root = ET.fromstring(CLIENT.get("/sitemap.xml").content)  # noqa: S314 - our own
    assert root.tag == f"{SITEMAP}urlset" and all(each.tag == f"{SITEMAP}url" for each in root)
    return list(root)


def text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{SITEMAP}{name}") or ""


def test_every_page_county_focus_area_and_cluster_is_there_twice() -> None:
    urls = [text(entry, "loc") for entry in entries()]
    pages = page_infos(current_dataset(), texts_in("sv"))
    assert len(urls) == len(set(urls)) == 2 * (len(pages) + 21 + 12 + 22)
    assert {f"{BASE}{path}?lang={language}" for path in pages for language in LANGUAGES} <= set(urls)
    assert {f"{BASE}?region=12&lang=sv", f"{BASE}?focus=digital&lang=en", f"{BASE}?cluster=paper-province&lang=sv"} <= set(urls)


def test_every_url_is_a_page_whose_query_is_known() -> None:
    dataset = current_dataset()
    for entry in entries():
        url = urlsplit(text(entry, "loc"))
        assert f"{url.scheme}://{url.netloc}/" == BASE and url.path.removeprefix("/") in page_infos(dataset, texts_in("sv"))
        assert to_selection(parse_qs(url.query), dataset.known)[1] == ()


def test_every_entry_has_its_day_and_names_all_languages() -> None:
    urls = {text(entry, "loc") for entry in entries()}
    for entry in entries():
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.iter(f"{XHTML}link")}
        assert list(links) == ["sv", "en", "x-default"] and text(entry, "loc") in links.values()
        assert {links["sv"], links["en"]} <= urls
        assert text(entry, "lastmod") == current_dataset().date


def test_the_urls_are_those_of_the_operator(set_settings: Callable[..., None]) -> None:
    set_settings(PUBLIC_ADDRESS="https://kluster.example.se/karta")
    assert all(text(entry, "loc").startswith("https://kluster.example.se/karta/") for entry in entries())


def test_a_long_list_keeps_the_limit_of_the_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MAX_URLS", 100)
    assert len(entries()) == 100


def test_without_a_dataset_there_is_no_sitemap(write_list: Callable[[str], Path]) -> None:
    write_list("nothing\n")
    assert CLIENT.get("/sitemap.xml").status_code == 503
