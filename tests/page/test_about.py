"""Page about the list that is shown: the programme of a shipped list, or the known facts about an operator's list."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from components.app_pages.about_list import about_list_html
from data.languages import LANGUAGES
from data.selection import Selection
from tests.html_tree import ANY
from tests.page.app_driver import first_page, get, opened
from tests.page.page_facts import footer_pages, headings, menu, query_of, read, urls
from tests.views import view_of

README = (Path(__file__).resolve().parents[2] / "data" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("language", "heading"), [("sv", "Om Vinnväxt"), ("en", "About Vinnväxt")])
def test_vinnvaxt_has_an_article_of_its_own(set_settings: Callable[..., None], language: str, heading: str) -> None:
    set_settings(CLUSTERS_SOURCE="vinnvaxt")
    for page in (first_page({"lang": language}, "about"), opened({"lang": language}, "about")):
        assert headings(page)[0] == heading and "about" in menu(page)
        assert "S3-piloten" not in read(page) and "Tillväxtverket" not in read(page) and "$" not in read(page)


def test_sources_of_the_article_on_vinnvaxt_are_those_of_the_data(set_settings: Callable[..., None]) -> None:
    set_settings(CLUSTERS_SOURCE="vinnvaxt")
    linked = [{url for url in urls(first_page({"lang": language}, "about")) if "//" in url} for language in LANGUAGES]
    assert linked[0] == linked[1] and len(linked[0]) == 3
    assert all(f"<{url}>" in README for url in linked[0])
    for url in urls(first_page({}, "about")) - linked[0]:
        assert get(url.removeprefix("./").partition("?")[0], query_of(url)).status_code == 200


def test_the_article_on_vinnvaxt_gives_the_winners_by_round(set_settings: Callable[..., None]) -> None:
    set_settings(CLUSTERS_SOURCE="vinnvaxt")
    counts = dict(re.findall(r"^  \| (20\d\d) \| (\d) \|", README, re.MULTILINE))
    numbers = {"3": "three", "4": "four", "5": "five"}
    text = read(first_page({"lang": "en"}, "about"))
    assert dict(re.findall(r"(20\d\d): (\w+) \(", text)) == {year: numbers[each] for year, each in counts.items()}
    rows = len((Path(__file__).resolve().parents[2] / "data" / "vinnvaxt.csv").read_text("utf-8").splitlines()) - 1
    assert f"that is {sum(map(int, counts.values()))} winners. The list has the {rows} whose" in text


def test_an_operators_list_has_a_page_of_known_facts(write_list: Callable[[str], Path], set_settings: Callable[..., None]) -> None:
    write_list("name,region\nOne,12\nTwo,14\n")
    set_settings(CLUSTERS_NAME="Länets <register>", CLUSTERS_LICENCE="CC-BY-4.0", OPERATOR_NAME="Region Exempel")
    page = first_page({}, "about")
    text = page["results"].text
    assert headings(page)[0] == "Om listan" and "about" in menu(page)
    facts = "Listans namn Länets <register> Utgivare Region Exempel Källa En fil som läses in på nytt när den ändras Uppgifternas datum 20"
    assert text.startswith(facts) and "Rader 2 Licens CC BY 4.0 Den som driver webbplatsen ansvarar för listans innehåll." in text
    assert page["results"].all("a", href="./data") and "list.csv" not in text


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("register:2026.csv", "A file that is read again"),
        ("https://kluster.example.se/list.csv", "A file on the web that is read again"),
        ("postgresql://kalle:hemligt@db.example.se/register", "A database table that is read again"),
    ],
)
def test_the_kind_of_the_source_is_said(
    source: str, kind: str, write_list: Callable[[str], Path], set_settings: Callable[..., None]
) -> None:
    write_list("name,region\nOne,12\n")
    view = view_of(Selection(language="en"))
    set_settings(CLUSTERS_SOURCE=source)
    page = about_list_html(view)
    assert f"<dd>{kind}" in page and "hemligt" not in page and "2026.csv" not in page


def test_unknown_facts_about_a_list_are_named(write_list: Callable[[str], Path]) -> None:
    write_list("name,region\nOne,12\n")
    text = first_page({"lang": "en"}, "about")["results"].text
    assert "Publisher No organisation is named" in text and "Rows 1 Licence Licence not stated" in text
    assert "responsible" not in text and "There is no information on how the list was made." in text


@pytest.mark.parametrize(
    ("licence", "terms"),
    [("", "Ingen nyckel behövs."), ("CC0-1.0", "Fritt att använda, "), ("https://a.se/villkor", "Ingen nyckel behövs.")],
)
def test_only_a_list_with_a_known_licence_is_free_to_use(
    write_list: Callable[[str], Path], set_settings: Callable[..., None], licence: str, terms: str
) -> None:
    write_list("name,region\nOne,12\n")
    set_settings(CLUSTERS_LICENCE=licence)
    text = read(first_page({}, "open-data"))
    assert f"för Excel, Power BI och egna program. {terms}" in text and ("Fritt att använda" in text) == (licence == "CC0-1.0")


@pytest.mark.parametrize("path", ["", "compare", "about", "data", "open-data", "own-list", "cookies"])
@pytest.mark.parametrize("source", ["vinnvaxt", "a list"])
def test_pages_of_another_list_do_not_speak_of_the_pilot(
    write_list: Callable[[str], Path], set_settings: Callable[..., None], source: str, path: str
) -> None:
    write_list("name,region\nOne,12\n")
    if source == "vinnvaxt":
        set_settings(CLUSTERS_SOURCE="vinnvaxt")
    whole = get(path).text
    assert "S3-piloten" not in whole and "s3-piloten" not in whole
    assert "Tillväxtverket" not in whole
    assert footer_pages(first_page({}, path)) == ["accessibility", "data", "cookies"]
    assert first_page({}, path)["footer"].all("a", href=ANY)
