"""Words for the rows of an own list: where they are members, no page and no file calls them clusters."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from components.content.pages.page_description import page_description
from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_title
from components.content.profiles.bibliography import references
from components.content.search.suggestions import suggestions
from components.content.wording.row_words import row_words
from components.core.i18n import NAME, NAME_IN_ENGLISH, texts_in
from components.core.urls import UPLOAD_PATH
from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.list_names import ListNames
from components.dataset.origin import Origin
from components.dataset.view import View
from components.document.page_parts import PageState, page_parts
from components.document.script_labels import script_labels
from components.exports.context import ExportContext
from components.exports.file_names import file_name, rows_word
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from components.exports.map_picture import card_svg, map_svg
from components.exports.metadata import file_metadata
from components.map.layers import BaseMap
from components.map.live_map import ASSET_URLS
from components.map.shape_files import shapes_json
from components.widgets.map_list import map_list_html
from components.widgets.svg_map import svg_map_html
from data.files.limits import UPLOAD_LIMITS
from data.languages import LANGUAGES, Language
from data.list_files import read_list
from data.lists import to_tables
from data.selection_url import to_selection
from tests.components.exports.stand_alone_file import data_of, stand_alone_map
from tests.html_tree import tree_of

MEMBERS, OWN_WORDS = ListNames("Våra medlemmar", "member"), ListNames("Kunder", "other", "kund", "kunder")
WORD = re.compile("[ck]luster", re.IGNORECASE)
BIBTEX_KEY = re.compile("@misc{[^,]*")  # has the parameters of the URL
SHOWN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "content", "data-column")
PATHS = ["", "compare", UPLOAD_PATH, "data", "accessibility", "cookies"]
# Texts that may name clusters beside an own list: names, examples of lists, and the accessibility statement, which is on the site.
ALLOWED = (
    NAME,
    NAME_IN_ENGLISH,
    "Cluster Management Excellence",
    "En rad för varje kluster, företag eller liknande",
    "One row for each cluster, company or the like",
    "har kartans län och kluster som länkar",
    "has its counties and clusters as links",
    "The symbols of the clusters can be reached",
)
HEADING = "Namn;Län;Kommun;Branschinriktning;Märkning;Webbplats;Anställda;Ort på karta"
ROWS = (
    "Ljungby Maskin;Kronobergs län;Ljungby;Livsmedel;Guld;https://maskin.example.se;12;a",
    "Ystad Mejeri;Skåne;Ystad;Livsmedel, Digital teknik;;;40;b",
    "Lunds Data;Skåne, Kronobergs län;Lund;Digital teknik;;;3;a",
    "Malmö Teknik;Skåne;;Digital teknik;;;;b",
    "Norra Skog;Norrbotten;;Skog;;;7;a",
)


def own_list(names: ListNames, rows: int = len(ROWS)) -> Dataset:
    """Return an own list; of more rows than ROWS all further ones are in Lund."""
    further = [f"Nummer {number};Skåne;Lund;Livsmedel;;;1;a" for number in range(len(ROWS), rows)]
    cells = read_list("lista.csv", "\n".join([HEADING, *ROWS, *further]).encode(), UPLOAD_LIMITS)
    origin = Origin(names.title, upload_token="secret", day="2026-11-27", names=names)  # noqa: S106 - of a test
    return build_dataset(origin, to_tables(cells, keeps_columns=True))


def view_of(dataset: Dataset, language: Language, query: dict[str, list[str]]) -> View:
    selection, unknown = to_selection({**query, "lang": [language], "list": ["own"]}, dataset.known)
    assert not unknown
    return View(dataset, dataset.match(selection), texts_in(language))


def shown_texts(html: str) -> Iterator[str]:
    """Yield the text of a page, and the texts of its attributes that are read or shown."""
    tree = tree_of(html)
    yield tree.text
    for element in tree:
        yield from (value for name, value in element.attributes.items() if name in SHOWN_ATTRIBUTES)


def found_words(text: str) -> list[str]:
    """Return each "cluster" in a text with the words around it."""
    text = BIBTEX_KEY.sub("", text)
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [text[max(0, match.start() - 40) : match.end() + 40] for match in WORD.finditer(text)]


def words_of_html(html: str) -> list[str]:
    return [found for text in shown_texts(html) for found in found_words(text)]


QUERIES: list[dict[str, list[str]]] = [
    {},
    {"region": ["12"]},
    {"region": ["12", "07", "06"], "focus": ["digital"]},
    {"region": ["12", "07"], "label": ["gold"]},
    {"region": ["25"], "focus": ["digital"]},
    {"cluster": ["ljungby-maskin"]},
    {"cluster": ["lunds-data"], "region": ["25"]},
    {"q": ["lju"]},
    {"q": ["zzz"]},
    {"q": ["hörby"]},
    {"municipality": ["1278"]},
    {"q": ["lund skog"]},
    {"q": ["besöksnäring"]},
]


@pytest.fixture(scope="module", params=[(MEMBERS, len(ROWS)), (MEMBERS, 320), (OWN_WORDS, len(ROWS))], ids=["members", "many", "own words"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    return own_list(*request.param)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_no_page_of_an_own_list_calls_its_rows_clusters(dataset: Dataset, path: str, language: Language) -> None:
    for query in QUERIES:
        view = view_of(dataset, language, query)
        info = page_infos(dataset, view.texts)[path]
        texts = [info.name, info.tagline, page_title(info, view), page_description(info, view)]
        assert [found for text in texts for found in found_words(text)] == [], query
        parts = page_parts(view, PageState(info, is_live=True))
        found = {name: words for name, html in parts.items() if (words := words_of_html(_without_kinds(html)))}
        assert found == {}, query


def _without_kinds(html: str) -> str:
    """Return a page without the menu of words for a row, which offers clusters too."""
    return re.sub(r"<option value=\"cluster\".*?</option>", "", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_map_nor_script_calls_the_rows_clusters(dataset: Dataset, language: Language) -> None:
    for query in QUERIES:
        view = view_of(dataset, language, query)
        assert words_of_html(svg_map_html(view) + map_list_html(view)) == [], query
        assert [found for each in suggestions(view, "") for found in found_words(f"{each.name} {each.kind}")] == []
        assert [found for each in references(view) for found in found_words(each.start + each.end)] == []
        assert found_words(json.dumps(script_labels(view.texts, ""), ensure_ascii=False)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_live_map_gets_the_words_and_titles_without_articles(dataset: Dataset, language: Language) -> None:
    texts = texts_in(language)
    words = row_words(dataset, texts)
    script = BaseMap(ASSET_URLS, language, words).arguments
    assert script.endswith(f", {json.dumps(words, ensure_ascii=False, separators=(',', ':'))}")
    assert found_words(json.dumps(json.loads(shapes_json(language))["labels"]["counties_of_rows"], ensure_ascii=False)) == []
    assert len(BaseMap(ASSET_URLS, language).arguments) < len(script)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_an_own_list_calls_its_rows_clusters(dataset: Dataset, language: Language) -> None:
    for query in QUERIES:
        view = view_of(dataset, language, query)
        metadata = file_metadata(ExportContext(view, ""))
        pictures = [map_svg(view, "", width) for width in (1200, 400)] + [card_svg(view)]
        texts = [
            *(text for name, text in metadata.items() if name != "query"),
            *(text for svg in pictures for text in re.findall(r">([^<]+)<", svg)),
        ]
        texts += [file_name(view, rows_word(view), fmt.suffix) for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS)]
        assert [found for text in texts for found in found_words(text)] == [], query
        by_format = {fmt.path: fmt for fmt in CLUSTER_FORMATS}
        context = ExportContext(view, "")
        report = _content(by_format["clusters.html"].write(context, metadata)).decode()
        assert words_of_html(report) == [], query
        book = openpyxl.load_workbook(io.BytesIO(_content(by_format["clusters.xlsx"].write(context, metadata))))
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        assert [found for text in [*book.sheetnames, *cells] for found in found_words(text)] == [], query


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stand_alone_map_does_not_call_the_rows_clusters(dataset: Dataset, language: Language) -> None:
    for query in QUERIES[:2]:
        file = stand_alone_map(view_of(dataset, language, query))
        assert words_of_html(file) == []
        data = data_of(file)
        assert found_words(json.dumps([data["texts"], data["strings"], data["csv_name"]], ensure_ascii=False)) == []


def test_a_word_of_the_visitors_may_look_like_a_placeholder() -> None:
    """A per cent sign in it is no placeholder."""
    dataset = own_list(replace(OWN_WORDS, one="100 %(x)s", many="100 %s"))
    html = svg_map_html(view_of(dataset, "sv", {}))
    assert "1 av 5 100 %s" in html


def _content(chunks: Any) -> bytes:
    return chunks if isinstance(chunks, bytes) else b"".join(chunks)
