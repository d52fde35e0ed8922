"""Head of whole pages, read by an HTML parser."""

from __future__ import annotations

import csv
import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_title
from components.core.assets import FRONTEND, asset_url
from components.document.head import head_html
from data.languages import LANGUAGES, Language
from data.selection import Selection
from data.selection_url import search_text
from tests.components.api.file_readers import CLIENT
from tests.components.document.html_elements import Element, attribute_of, elements_of
from tests.hostile import LINES, hostile_names
from tests.operator_settings import override_settings
from tests.views import view_of

BASE = "https://kluster.example.se/karta/"
MAX_PREVIEW_BYTES = 300_000  # larger pictures are left out of previews by WhatsApp
SELECTIONS = {  # with the canonical query, but for the language
    Selection(): "",
    Selection(regions=("12",)): "region=12",
    Selection(regions=("12", "14")): "region=12&region=14",
    Selection(focus=("digital",)): "focus=digital",
    Selection(focus=("digital",), regions=("14",)): "region=14&focus=digital",
    Selection(ecosystems=("textile",)): "ecosystem=textile",
    Selection(themes=("food",)): "theme=food",
    Selection(labels=("bronze", "gold")): "label=bronze&label=gold",
    Selection(text="robot & co"): "q=robot+%26+co",
    Selection(cluster="paper-province"): "cluster=paper-province",
    Selection(cluster="paper-province", regions=("12",), text="papper"): "cluster=paper-province",
}
CASES = [(replace(selection, language=language), query) for selection, query in SELECTIONS.items() for language in LANGUAGES]


def head(selection: Selection, path: str = "") -> list[Element]:
    view = view_of(selection)
    return elements_of(head_html(view, page_infos(view.dataset, view.texts)[path], BASE))


def url_of(query: str, language: Language | Literal[""] = "") -> str:
    parameters = "&".join(filter(None, [query, language and f"lang={language}"]))
    return f"{BASE}?{parameters}" if parameters else BASE


@pytest.mark.parametrize(("selection", "query"), CASES)
def test_the_head_names_the_page_once(selection: Selection, query: str) -> None:
    elements, view = head(selection), view_of(selection)
    assert [each.text for each in elements if each.tag == "title"] == [page_title(page_infos(view.dataset, view.texts)[""], view)]
    (description,) = attribute_of(elements, "meta", "content", name="description")
    assert 20 < len(description) <= 300
    assert attribute_of(elements, "link", "href", rel="canonical") == [url_of(query, selection.language)]


@pytest.mark.parametrize(("selection", "query"), CASES)
def test_the_head_links_both_languages(selection: Selection, query: str) -> None:
    links = {each.attributes["hreflang"]: each.attributes["href"] for each in head(selection) if each.attributes.get("rel") == "alternate"}
    assert links == {"sv": url_of(query, "sv"), "en": url_of(query, "en"), "x-default": url_of(query)}


@pytest.mark.parametrize(("selection", "query"), CASES)
def test_a_shared_link_has_a_preview(selection: Selection, query: str) -> None:
    elements = head(selection)
    preview = {each.attributes["property"]: each.attributes["content"] for each in elements if "property" in each.attributes}
    assert all(preview.values())
    assert preview["og:title"] + " – Klusterkartan" == next(each.text for each in elements if each.tag == "title")
    assert [preview["og:description"]] == attribute_of(elements, "meta", "content", name="description")
    locales = ("sv_SE", "en_GB") if selection.language == "sv" else ("en_GB", "sv_SE")
    assert (preview["og:locale"], preview["og:locale:alternate"]) == locales
    assert preview["og:url"] == url_of(query, selection.language)
    assert preview["og:image"] == f"{BASE}api/card.png?{'&'.join(filter(None, [query, f'lang={selection.language}']))}"
    assert preview["og:image:alt"].endswith(f": {preview['og:title']}")
    assert {"og:site_name", "og:type"} <= preview.keys()
    assert attribute_of(elements, "meta", "content", name="twitter:card") == ["summary_large_image"]


@pytest.mark.parametrize(("selection", "query"), CASES)
def test_json_ld_describes_the_data_and_the_open_cluster(selection: Selection, query: str) -> None:
    scripts = [json.loads(each.text) for each in head(selection) if each.tag == "script"]
    assert all(each["@context"] == "https://schema.org" for each in scripts)
    types = ["Dataset", "Organization"] if selection.cluster else ["Dataset"]
    assert [each["@type"] for each in scripts] == types and scripts[0]["inLanguage"] == selection.language
    if selection.cluster:
        assert scripts[1] == {
            "@context": "https://schema.org",
            "@type": "Organization",
            "@id": url_of(query),
            "name": "Paper Province",
            "alternateName": ["The Paper Province ekonomisk förening"],
            "description": attribute_of(head(selection), "meta", "content", name="description")[0],
            "url": "https://paperprovince.com",
            "foundingDate": "1999",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Karlstad",
                "addressRegion": "Värmlands län" if selection.language == "sv" else "Värmland County",
                "addressCountry": "SE",
            },
            "knowsAbout": ["Skog och bioekonomi" if selection.language == "sv" else "Forest and bioeconomy"],
        }


INDEXED = [
    Selection(),
    Selection(page=3),
    Selection(regions=("12",)),
    Selection(focus=("digital",)),
    Selection(labels=("gold",), language="en"),
    Selection(cluster="paper-province"),
    Selection(cluster="paper-province", regions=("12", "14"), focus=("digital",)),  # its canonical URL is that of the profile
]
NOT_INDEXED = [
    Selection(text="robot"),
    Selection(text="papper", cluster="paper-province"),
    Selection(regions=("12", "14")),
    Selection(regions=("12",), focus=("digital",)),
    Selection(sort="name"),
    Selection(regions=("04",)),  # no cluster
]


@pytest.mark.parametrize("selection", INDEXED)
def test_search_engines_list_pages_profiles_and_single_filters(selection: Selection) -> None:
    assert attribute_of(head(selection), "meta", "content", name="robots") == []


@pytest.mark.parametrize("selection", NOT_INDEXED)
def test_search_engines_stop_at_searches_combinations_and_empty_pages(selection: Selection) -> None:
    """Their links lead to ever more combinations."""
    assert attribute_of(head(selection), "meta", "content", name="robots") == ["noindex, nofollow"]


def test_search_engines_list_a_page_that_does_not_show_the_selection() -> None:
    assert attribute_of(head(Selection(regions=("12", "14")), "about"), "meta", "content", name="robots") == []
    assert attribute_of(head(Selection(regions=("12", "14")), "compare"), "meta", "content", name="robots") == ["noindex, nofollow"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("compare", "?region=12&label=gold&lang=sv"),
        ("open-data", "?region=12&label=gold&lang=sv"),
        ("about", "?lang=sv"),
        ("data", "?lang=sv"),
    ],
)
def test_a_canonical_url_keeps_the_shown_part_of_the_selection(path: str, query: str) -> None:
    selection = Selection(regions=("12",), labels=("gold",), cluster="paper-province", sort="name", page=2)
    assert attribute_of(head(selection, path), "link", "href", rel="canonical") == [f"{BASE}{path}{query}"]
    assert [each.tag for each in head(selection, path)].count("script") == 1


def test_the_canonical_url_keeps_the_page_of_the_table_and_not_its_order(write_list: Callable[[str], Path]) -> None:
    write_list("id,name,region_codes\n" + "".join(f"n-{number},N {number},12\n" for number in range(150)))
    selection = Selection(regions=("12",), sort="name", page=2)
    assert attribute_of(head(selection), "link", "href", rel="canonical") == [f"{BASE}?region=12&lang=sv&page=2"]
    assert attribute_of(head(replace(selection, cluster="n-1")), "link", "href", rel="canonical") == [f"{BASE}?cluster=n-1&lang=sv"]


def test_browsers_get_the_colours_and_the_icons_from_the_host_of_the_page() -> None:
    elements = head(Selection())
    assert attribute_of(elements, "meta", "content", name="theme-color") == ["#ffffff", "#14181c"]
    icons = [each.attributes["href"] for each in elements if "icon" in each.attributes.get("rel", "")]
    files = ["page/icon.svg", "page/apple-touch-icon.png"]
    assert icons == ["./favicon.png", *map(asset_url, files)]
    assert all((FRONTEND / file).is_file() for file in files)


@pytest.mark.parametrize(("selection", "query"), CASES)
def test_the_preview_shows_a_picture_of_the_selection_in_the_stated_size(selection: Selection, query: str) -> None:
    del query
    preview = {each.attributes["property"]: each.attributes["content"] for each in head(selection) if "property" in each.attributes}
    answer = CLIENT.get(f"/{preview['og:image'].removeprefix(BASE)}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, preview["og:image:type"])
    assert struct.unpack(">II", answer.content[16:24]) == (int(preview["og:image:width"]), int(preview["og:image:height"])) == (1200, 630)
    assert len(answer.content) < MAX_PREVIEW_BYTES


@pytest.mark.parametrize(("path", "query"), [("compare", "region=12&label=gold&"), ("open-data", "region=12&label=gold&"), ("about", "")])
def test_the_picture_of_a_page_follows_the_filters_if_the_page_does(path: str, query: str) -> None:
    selection = Selection(regions=("12",), labels=("gold",), cluster="paper-province", sort="name", page=2)
    assert attribute_of(head(selection, path), "meta", "content", property="og:image") == [f"{BASE}api/card.png?{query}lang=sv"]


def test_the_picture_of_the_map_has_neither_page_nor_order_of_the_table() -> None:
    selection = Selection(regions=("12",), sort="name", page=2)
    assert attribute_of(head(selection), "meta", "content", property="og:image") == [f"{BASE}api/card.png?region=12&lang=sv"]


@pytest.mark.parametrize("path", page_infos(view_of().dataset, view_of().texts))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_names_the_software_that_draws_the_page(path: str, language: Language) -> None:
    view = view_of(Selection(language=language))
    html = head_html(view, page_infos(view.dataset, view.texts)[path], BASE)
    assert "streamlit" not in html.casefold()


@pytest.fixture(scope="module")
def _hostile_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("hostile") / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus", "description_sv", "eu_ecosystems"])
        writer.writerows([f"c-{number}", name, "12", "digital", name, ""] for number, name in enumerate(hostile_names()))
    with override_settings(CLUSTERS_SOURCE=path):
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("_hostile_list")
def test_a_hostile_name_stays_text() -> None:
    tags = [each.tag for each in head(Selection(cluster="c-0"))]
    for number, name in enumerate(hostile_names()):
        elements = head(Selection(cluster=f"c-{number}"))
        assert [each.tag for each in elements] == tags
        assert [each.text for each in elements if each.tag == "title"] == [f"{name} – list.csv – Klusterkartan"]
        assert attribute_of(elements, "meta", "content", property="og:title") == [f"{name} – list.csv"]
        assert json.loads(elements[-1].text)["name"] == name


def test_a_hostile_search_stays_text() -> None:
    tags = [each.tag for each in head(Selection(text="x"))]
    for text in filter(None, map(search_text, LINES)):
        elements = head(Selection(text=text))
        assert [each.tag for each in elements] == tags
        (title,) = (each.text for each in elements if each.tag == "title")
        assert title.startswith(f"Sökningen ”{text}”: ")
