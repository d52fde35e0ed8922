"""Previews of shared links, as a program reads them that fetches a URL of the real server and runs no script."""

from __future__ import annotations

import struct
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.html_tree import Element, tree_of
from tests.polling import get

SELECTIONS = {  # URL -> subject of title and description, in Swedish and English
    "": ("22 kluster", "22 clusters"),
    "?region=12": ("Skåne", "Skåne"),
    "?region=12&region=14": ("Västra Götaland", "Västra Götaland"),
    "?focus=digital": ("igital teknik", "igital"),
    "?ecosystem=textile": ("extil", "extile"),
    "?label=gold": ("uld", "old"),
    "?q=robot": ("obot", "obot"),
    "?cluster=paper-province": ("Paper Province", "Paper Province"),
    "compare?region=12&region=14": ("Skåne", "Skåne"),
    "open-data?region=12": ("data", "data"),
}
CASES = [(url, language, text) for url, texts in SELECTIONS.items() for language, text in zip(("sv", "en"), texts, strict=True)]


def fetched(url: str, **headers: str) -> Element:
    response = get(url, headers=headers)
    assert response.status_code == 200
    return tree_of(response.text).one("head")


def in_language(url: str, language: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}lang={language}"


@pytest.mark.parametrize(("url", "language", "text"), CASES)
def test_a_shared_link_has_a_preview(server: str, url: str, language: str, text: str) -> None:
    head = fetched(server + in_language(url, language))
    named = {
        each.attributes.get("property") or each.attributes.get("name"): each.attributes.get("content", "") for each in head.all("meta")
    }
    (title,) = head.all("title")
    assert text in title.source and title.source == f"{named['og:title']} – Klusterkartan"
    assert named["description"] == named["og:description"] and 20 < len(named["description"]) <= 300
    assert named["og:locale"] == {"sv": "sv_SE", "en": "en_GB"}[language]
    assert named["og:site_name"] == "Klusterkartan" and named["twitter:card"] == "summary_large_image"
    picture = get(named["og:image"])
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert struct.unpack(">II", picture.content[16:24]) == (1200, 630)


@pytest.mark.parametrize(("url", "language", "text"), CASES)
def test_canonical_and_alternate_urls_lead_to_the_same_page(server: str, url: str, language: str, text: str) -> None:
    """The canonical URL names itself, and each language is the page in that language."""
    del text
    head = fetched(server + in_language(url, language))
    (canonical,) = (link.attributes["href"] for link in head.all("link", rel="canonical"))
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in head.all("link", rel="alternate")}
    assert alternates.keys() == {"sv", "en", "x-default"} and alternates[language] == canonical
    assert urlsplit(canonical).path == urlsplit(server + url).path
    assert dict(parse_qsl(urlsplit(canonical).query)) | {"lang": language} == dict(parse_qsl(urlsplit(url).query)) | {"lang": language}
    for code, alternate in alternates.items():
        other = fetched(alternate, **{"Accept-Language": "sv"})
        assert {link.attributes["hreflang"]: link.attributes["href"] for link in other.all("link", rel="alternate")} == alternates
        shown = "sv" if code == "x-default" else code
        assert [link.attributes["href"] for link in other.all("link", rel="canonical")] == [alternates[shown]]
