"""Page for a URL that is none of the app's pages."""

from __future__ import annotations

import pytest

from components.content.pages.page_info import page_infos
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.document.not_found import UnknownUrl, not_found_html
from data.languages import LANGUAGES, Language
from data.licences import CC0, CC_BY
from data.selection import Selection
from tests.components.document.html_elements import attribute_of, elements_of
from tests.hostile import LINES
from tests.views import view_of

STYLE = "/kluster/assets/page/page.css"


def page(language: Language = "sv", path: str = "nowhere") -> str:
    return not_found_html(language, UnknownUrl(path, "/kluster/", "https://a.se/kluster/"), view_of(Selection(language=language)), [STYLE])


@pytest.mark.parametrize(("language", "heading"), [("sv", "Sidan finns inte"), ("en", "Page not found")])
def test_the_page_says_in_the_language_that_there_is_none(language: Language, heading: str) -> None:
    elements = elements_of(page(language))
    assert [each.text for each in elements if each.tag == "h1"] == [heading]
    assert [each.text for each in elements if each.tag == "title"] == [f"{heading} – Klusterkartan"]
    assert attribute_of(elements, "html", "lang") == [language]
    assert attribute_of(elements, "meta", "content", name="robots") == ["noindex"]
    assert attribute_of(elements, "link", "href", rel="stylesheet") == [STYLE]
    assert not [each for each in elements if each.tag in {"script", "style", "img"}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_links_all_pages_and_the_other_language(language: Language) -> None:
    links = {each.text: each.attributes["href"] for each in elements_of(page(language)) if each.tag == "a"}
    query = f"?lang={language}"
    infos = page_infos(current_dataset(), texts_in(language))
    other = {"På svenska": "/kluster/nowhere?lang=sv"} if language == "en" else {"In English": "/kluster/nowhere?lang=en"}
    assert links == {
        "Klusterkartan": f"/kluster/{query}",
        **{each.name: f"/kluster/{path}{query}" for path, each in infos.items()},
        **other,
        "CC0 1.0": CC0.url,
        "CC BY 4.0": CC_BY.url,
    }


def test_without_a_dataset_the_page_leads_to_the_map() -> None:
    elements = elements_of(not_found_html("en", UnknownUrl("nowhere", "/", "https://a.se/"), None, []))
    assert {each.text: each.attributes["href"] for each in elements if each.tag == "a"}["Go to the map"] == "/?lang=en"


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "javascript:alert(1)", "a/../../b", "sida å?x#y"])
def test_a_path_never_leads_to_another_site(path: str) -> None:
    (url,) = attribute_of(elements_of(page(path=path)), "a", "href", hreflang="en")
    assert url.startswith("/kluster/") and not url.startswith("/kluster//")
    assert "\\" not in url and url.count("?") == 1 and "#" not in url


def test_a_hostile_path_stays_text() -> None:
    tags = [each.tag for each in elements_of(page())]
    for line in LINES:
        assert [each.tag for each in elements_of(page(path=line))] == tags
