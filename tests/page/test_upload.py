"""Uploads: the report of a file, and the whole page over an upload; other visitors do not see it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette

from components.api.routes import api_routes
from components.app_pages.upload import upload_html
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.dataset.upload_reader import MAX_PROBLEMS_KEPT, read_upload
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from data.files.kinds import LIST_ENDINGS
from data.languages import LANGUAGES
from data.selection import Selection
from tests.components.asgi_client import Client
from tests.html_tree import ANY, tree_of
from tests.page.app_driver import (
    LivePage,
    Query,
    address,
    choose,
    counties_on_map,
    emit,
    first_page,
    follow,
    ids_on_map,
    opened,
    points_on_map,
    press,
    search,
    upload_file,
    uploaded,
)
from tests.page.page_facts import (
    IDS,
    Page,
    cells,
    fact,
    fact_headings,
    file_urls,
    filter_keys,
    footer_pages,
    gaps,
    headings,
    ids_in_table,
    labels,
    menu,
    numbers,
    opened_row,
    pressed,
    query_of,
    read,
    sentence,
    toggles,
    upload_notice,
)

FORGET = {"sv": "Glöm listan", "en": "Forget the list"}
HEADERS = {"sv": "Rad Kolumn Vad som står där Vad som är tillåtet", "en": "Row Column Value What is allowed"}
LIST = (
    "Namn;Län;Kommun;Bransch;Webbplats;Märkning;Beskrivning;Telefon\n"
    "Vindkraft Syd;Skåne;Lund;Vindkraft;https://vind.example.se;Guld;Torn i motvind;1\n"
    "Digitala Väst;Västra Götaland, Skåne;;Digital teknik; ;;;2\n"
    "Fjällen;;;Vindkraft, Turism;;;;3\n"
)
UPLOADED_IDS = ["vindkraft-syd", "digitala-vast", "fjallen"]

Problems = list[tuple[str, str, str, str]]


def opened_with_upload(content: str | bytes, query: Query | None = None, path: str = "") -> LivePage:
    return upload_file(opened(query, path), content)


def reported_problems(page: Page) -> Problems:
    """Return the problems of the report, each as row, column, value and allowed values."""
    reports = page["results"].one("section", aria_labelledby="report").all("tbody")
    rows = [["".join(cell.texts) for cell in row.all("td")] for report in reports for row in report.all("tr")]
    return [(row, column, value, allowed) for row, column, value, allowed in rows]


def recognised_columns(page: Page) -> dict[str, str]:
    report = page["results"].one("section", aria_labelledby="report")
    return {
        "".join(heading.texts): name.text
        for listed in report.all("dl")
        for heading, name in zip(listed.all("dt"), listed.all("dd"), strict=True)
    }


def fetch(url: str) -> httpx.Response:
    """Fetch a file that a page offers."""
    return Client(Starlette(routes=api_routes(""))).get(f"/{url}")


def test_every_format_that_an_archive_may_hold_can_be_chosen() -> None:
    page = upload_html(View(current_dataset(), current_dataset().match(Selection()), texts_in("sv")))
    (accepted,) = [field.attributes["accept"] for field in tree_of(page).all("input") if field.attributes.get("type") == "file"]
    assert {".csv", ".html", ".jsonl", ".zip", ".gz", *LIST_ENDINGS} - {*accepted.split(",")} == {".parquet"}


# Lists that cannot be shown, each with its problems in Swedish and in English.
INVALID: Mapping[str, tuple[str | bytes, Problems, Problems]] = {
    "empty": (
        "",
        [("", "", "", "en rubrikrad och minst en rad under den")],
        [("", "", "", "a header row and at least one row below it")],
    ),
    "header only": (
        "namn;län\n",
        [("", "", "", "minst en rad under rubrikraden")],
        [("", "", "", "at least one row below the header")],
    ),
    "no place": (
        "namn;bransch\nA;Turism\n",
        [("1", "Län", "ingenting", "en kolumn med län, kommun, ort eller koordinater; radens rubriker är: namn, bransch")],
        [
            (
                "1",
                "Counties",
                "nothing",
                "a column with county, municipality, town or coordinates; the headings of the row are: namn, bransch",
            )
        ],
    ),
    "neither": (
        "a;b\n1;2\n",
        [
            ("1", "Kluster", "ingenting", "en kolumn med namn under en rubrik som Namn, Kluster eller Företag; radens rubriker är: a, b"),
            ("1", "Län", "ingenting", "en kolumn med län, kommun, ort eller koordinater; radens rubriker är: a, b"),
        ],
        [
            (
                "1",
                "Cluster",
                "nothing",
                "a column of names with a heading such as Name, Cluster or Company; the headings of the row are: a, b",
            ),
            ("1", "Counties", "nothing", "a column with county, municipality, town or coordinates; the headings of the row are: a, b"),
        ],
    ),
    "no county": (
        "Namn;Län\nA;Atlantis\n",
        [
            ("2", "Län", "Atlantis", 'ett svenskt län, till exempel "Skåne", "Region Skåne", "Skåne län", "12" eller "SE224"'),
        ],
        [
            ("2", "Län", "Atlantis", 'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"'),
        ],
    ),
    "no name": (
        "Namn;Län\n;Skåne\n",
        [("2", "Namn", "ingenting", "ett namn; en rad utan namn utelämnas")],
        [("2", "Namn", "nothing", "a name; a row without one is left out")],
    ),
    "password": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        [("", "", "filen är skyddad med lösenord", "en fil utan lösenord: öppna den i Excel, ta bort lösenordet och spara igen")],
        [
            (
                "",
                "",
                "the file is protected by a password",
                "a file without a password: open it in Excel, remove the password and save it again",
            )
        ],
    ),
    "web page": (
        "<!DOCTYPE html><title>Logga in</title>",
        [
            (
                "",
                "",
                "en webbsida, vad filnamnet än säger",
                "en lista i tabellform: öppna sidan i en webbläsare, kopiera tabellen till Excel och spara den som arbetsbok (.xlsx)",
            )
        ],
        [
            (
                "",
                "",
                "a web page, whatever its name says",
                "a list as a table: open the page in a browser, copy the table into Excel and save it as a workbook (.xlsx)",
            )
        ],
    ),
    "no workbook": (
        b"PK\x03\x04",
        [("", "", "filen är skadad, eller hämtades eller sparades inte till slutet", "en arbetsbok (.xlsx) som går att öppna")],
        [("", "", "the file is damaged, or was not fetched or saved to its end", "a workbook (.xlsx) that can be opened")],
    ),
    "too many rows": (
        "namn;län\n" + "A;12\n" * 100_001,
        [("", "", "fler än 100\u00a0000 rader", "högst 100\u00a0000 rader")],
        [("", "", "more than 100,000 rows", "at most 100,000 rows")],
    ),
    "too many bytes": (
        b" " * 20_000_001,
        [("", "", "mer än 20\u00a0000\u00a0000 byte", "en fil på högst 20\u00a0000\u00a0000 byte")],
        [("", "", "more than 20,000,000 bytes", "a file of at most 20,000,000 bytes")],
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", INVALID)
def test_problems_are_reported_by_row_in_both_languages(name: str, language: str) -> None:
    content, swedish, english = INVALID[name]
    page = opened_with_upload(content, {"lang": language}, "own-list")
    assert reported_problems(page) == (swedish if language == "sv" else english)
    assert HEADERS[language] in read(page)
    assert {"sv": "Listan kan inte visas än.", "en": "The list cannot be shown yet."}[language] in read(page)


# Lists that are shown, each with its values left out and interpreted, in Swedish and in English.
NOTED: Mapping[str, tuple[str, Problems, Problems]] = {
    "a wrong county": (
        "Namn;Län\nA;Skåne\n\nB;Skåme\nC;Skåme\n",
        [
            (
                "4 och 1 till",
                "Län",
                "Skåme",
                'ett svenskt län, till exempel "Skåne", "Region Skåne", "Skåne län", "12" eller "SE224"Menade du Skåne?',
            )
        ],
        [
            (
                "4 and 1 more",
                "Län",
                "Skåme",
                'a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"Did you mean Skåne?',
            )
        ],
    ),
    "another county's municipality": (
        "Namn;Län;Kommun\nA;Skåne;Umeå\n",
        [("2", "Kommun", "Umeå", "en kommun i Skåne (12); Umeå (2480) ligger i Västerbotten (24)")],
        [("2", "Kommun", "Umeå", "a municipality in Skåne (12); Umeå (2480) is in Västerbotten (24)")],
    ),
    "wrong cells": (
        "Namn;Län;Kommun;Webbplats;Grundat;Medlemmar;Märkning;Latitud;Longitud\nA;12;Atlantis;javascript:alert(1);1492;0;platina;12,5;3\n",
        [
            ("2", "Kommun", "Atlantis", 'en svensk kommun, till exempel "Lund" eller "1281", eller ingenting'),
            ("2", "Webbplats", "javascript:alert(1)", "en webbadress med http:// eller https://, till exempel https://www.example.se"),
            ("2", "Grundat", "1492", "ett årtal från 1800 till 2100"),
            ("2", "Medlemmar", "0", "ett heltal från 1 till 9\u00a0999\u00a0999, eller ingenting när det inte är känt"),
            ("2", "Märkning", "platina", "brons, silver eller guld"),
            (
                "2",
                "Latitud",
                "12,5; 3",
                "latitud 55 till 69,2 och longitud 10,5 till 24,3 (WGS 84), eller meter i SWEREF 99 TM, inom Sverige",
            ),
        ],
        [
            ("2", "Kommun", "Atlantis", 'a Swedish municipality, such as "Lund" or "1281", or nothing'),
            ("2", "Webbplats", "javascript:alert(1)", "a web address with http:// or https://, such as https://www.example.se"),
            ("2", "Grundat", "1492", "a year from 1800 to 2100"),
            ("2", "Medlemmar", "0", "a whole number from 1 to 9,999,999, or nothing when it is not known"),
            ("2", "Märkning", "platina", "bronze, silver or gold"),
            (
                "2",
                "Latitud",
                "12,5; 3",
                "latitude 55 to 69.2 and longitude 10.5 to 24.3 (WGS 84), or metres of SWEREF 99 TM, within Sweden",
            ),
        ],
    ),
    "half a place": (
        "Namn;Län;Latitud;Longitud\nA;12;55,7;\n",
        [("2", "Latitud", "55,7", "både latitud och longitud, eller ingetdera")],
        [("2", "Latitud", "55,7", "both latitude and longitude, or neither")],
    ),
    "left out, then interpreted": (
        "Namn;Länskod;Medlemmar\nA;1;0\nB;1;ca 40\n",
        [
            ("2", "Medlemmar", "0", "ett heltal från 1 till 9\u00a0999\u00a0999, eller ingenting när det inte är känt"),
            ("2 och 1 till", "Länskod", "1", "lästes som 01 Stockholm"),
            ("3", "Medlemmar", "ca 40", "lästes som 40"),
        ],
        [
            ("2", "Medlemmar", "0", "a whole number from 1 to 9,999,999, or nothing when it is not known"),
            ("2 and 1 more", "Länskod", "1", "read as 01 Stockholm"),
            ("3", "Medlemmar", "ca 40", "read as 40"),
        ],
    ),
    "twice": (
        "namn;namn;län\nA;B;Skåne\n",
        [("", "namn", "", "rubriken finns mer än en gång; bara en av kolumnerna läses")],
        [("", "namn", "", "the heading occurs more than once; only one of these columns is read")],
    ),
    "same id": (
        "id;Namn;Län\na;A;12\na;B;12\n",
        [("3", "id", "a", "samma id som på rad 2; sidan bildar ett annat")],
        [("3", "id", "a", "the same id as in row 2; the page makes another one")],
    ),
    "hidden": (
        "Namn;Län\nA\u202eB;12\n",
        [("2", "Namn", "A\u202eB", "lästes utan osynliga tecken (U+202E)")],
        [("2", "Namn", "A\u202eB", "read without invisible characters (U+202E)")],
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", NOTED)
def test_what_is_left_out_and_interpreted_is_reported_and_the_rest_shown(name: str, language: str) -> None:
    content, swedish, english = NOTED[name]
    page = opened_with_upload(content, {"lang": language}, "own-list")
    assert reported_problems(page) == (swedish if language == "sv" else english)
    assert {"sv": "lästes in. Visa listan på kartan", "en": "Show the list on the map"}[language] in read(page)


@pytest.mark.parametrize(
    ("language", "numbers_of_kinds"),
    [
        ("sv", "1 rad togs precis som den är. 3 uppgifter tolkades. 1 uppgift utelämnades."),
        ("en", "1 row was taken exactly as it is. 3 values were interpreted. 1 value was left out."),
    ],
)
def test_the_three_kinds_are_counted(language: str, numbers_of_kinds: str) -> None:
    content = "Namn;Länskod;Medlemmar\nA;1;0\nB;1;ca 40\nC;12;40\n"
    assert numbers_of_kinds in read(opened_with_upload(content, {"lang": language}, "own-list"))


@pytest.mark.parametrize(
    ("content", "button"),
    [
        ("namn;län\nA;Skåne", None),
        ("namn;län\nA;Scania", "Hämta filen med tolkningarna utmärkta"),
        ("namn;län\nA;Scania\nB;Atlantis", "Hämta filen med felen utmärkta"),
    ],
)
def test_the_file_to_fetch_is_called_by_what_is_marked_in_it(content: str, button: str | None) -> None:
    text = read(opened_with_upload(content, {}, "own-list"))
    assert (button or "") in text and text.count("Hämta filen med") == (1 if button else 0)


def test_a_list_that_is_taken_as_it_is_has_no_report_of_kinds() -> None:
    assert "togs precis" not in read(opened_with_upload(LIST, {}, "own-list"))


def test_a_misspelt_heading_is_noted_with_the_nearest_one() -> None:
    page = opened_with_upload("Namn;Län;Hemsda\nA;12;x\n", {}, "own-list")
    assert recognised_columns(page)["Hemsda"] == "behålls som den är – Menade du Hemsida?"


def test_rows_left_out_are_on_the_page_about_the_data_without_their_values() -> None:
    page = opened_with_upload("Namn;Län;Kommun\nA;12;Hemlig gata 3\nB;12;Lund\n", {}, "data")
    text = read(page)
    assert "I 1 av listans 2 rader kunde något inte tolkas och är därför utelämnat." in text and "Hemlig gata" not in text


def test_an_upload_with_problems_leaves_the_current_dataset() -> None:
    page = opened_with_upload("Namn;Län\nA;Atlantis\n")
    assert ids_in_table(page) == IDS and not labels(page)


def test_a_hundred_problems_are_listed_and_the_rest_counted() -> None:
    rows = "".join(f"A;x{number}\n" for number in range(MAX_PROBLEMS_KEPT + 7))
    page = opened_with_upload(f"Namn;Län\n{rows}", {}, "own-list")
    assert len(reported_problems(page)) == MAX_PROBLEMS_KEPT == 100 and "och 7 till" in read(page)


def test_a_hundred_notes_are_listed_and_the_rest_counted() -> None:
    rows = "".join(f"A{number};12;x{number}\n" for number in range(107))
    page = opened_with_upload(f"Namn;Län;Medlemmar\n{rows}", {}, "own-list")
    assert len(reported_problems(page)) == 100 and "och 7 till" in read(page)


def test_a_long_value_is_cut_in_the_report() -> None:
    page = opened_with_upload(f"{'rubrik' * 100};Namn;Län\n1;A;12\n1;A;{'x' * 9000}\n", {}, "own-list")
    ((_, _, value, _),) = reported_problems(page)
    assert value == "x" * 80 + "…" and max(map(len, recognised_columns(page))) == 81


def test_values_of_the_file_are_text_in_the_report() -> None:
    page = opened_with_upload("Namn;<b>x</b>;Län\nA;1;12\nA;1;<img src=x onerror=window.ran=1>\n", {}, "own-list")
    assert reported_problems(page)[0][2] == "<img src=x onerror=window.ran=1>"
    assert recognised_columns(page)["<b>x</b>"] == "behålls som den är"
    assert not page.all("img")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            {
                "Namn": "Kluster",
                "Län": "Län",
                "Kommun": "Kommun",
                "Bransch": "Inriktning",
                "Webbplats": "Webbplats",
                "Märkning": "Märkning",
                "Beskrivning": "Beskrivning",
                "Telefon": "behålls som den är",
            },
        ),
        (
            "en",
            {
                "Namn": "Cluster",
                "Län": "Counties",
                "Kommun": "Municipality",
                "Bransch": "Industry focus",
                "Webbplats": "Website",
                "Märkning": "Label",
                "Beskrivning": "Description",
                "Telefon": "kept as it is",
            },
        ),
    ],
)
def test_the_report_has_the_meaning_of_each_heading(language: str, expected: dict[str, str]) -> None:
    page = opened_with_upload(LIST, {"lang": language}, "own-list")
    assert recognised_columns(page) == expected and reported_problems(page) == []
    read_in = {"sv": "3 kluster lästes in. Visa listan på kartan", "en": "Read from the file: 3 clusters. Show the list on the map"}
    assert headings(page)[1] == "lista.csv" and read_in[language] in read(page)


def test_one_cluster_is_reported_in_the_singular() -> None:
    assert "1 kluster lästes in. Visa listan på kartan" in read(opened_with_upload("namn,län\nA,12\n", {}, "own-list"))


def test_a_good_list_is_shown_by_every_component() -> None:
    page = opened_with_upload(LIST)
    assert headings(page)[0] == "3 kluster i lista.csv" and "Din egen lista, lista.csv." in read(page)
    assert ids_in_table(page) == UPLOADED_IDS and ids_on_map(page) == UPLOADED_IDS[:2]  # the third has no location
    assert sentence(page) == "Hela listan: 3 kluster i lista.csv."
    assert numbers(page) == "Kluster 3 av 3 Län 2 av 21 Inriktningar 3 av 3"
    assert set(toggles(page, "focus")) == {"Vindkraft (2)", "Digital teknik (1)", "Turism (1)"}
    assert {"Skåne (2)", "Västra Götaland (1)"} <= set(toggles(page, "region")) and toggles(page, "label")[-1] == "Guld (1)"
    assert ["12", "Skåne län: 2 av de 3 klustren"] in [region[:2] for region in counties_on_map(page)]
    assert cells(page)[0] == ["Vindkraft Syd \N{NO-BREAK SPACE}", "Skåne", "Lund", "Vindkraft", "Guld", "1"]
    assert page["results"].one("tr", id="row-vindkraft-syd").one("a", rel=ANY).attributes["href"] == "https://vind.example.se"
    assert [point[0] for point in points_on_map(page)] == UPLOADED_IDS[:2]  # whole: the page has not fetched those of an upload
    assert page.message["version"] == ""


def test_filters_leave_the_same_clusters_of_an_upload() -> None:
    page = choose(opened_with_upload(LIST), "focus", ["vindkraft"])
    assert ids_on_map(page) == ["vindkraft-syd"] and ids_in_table(page) == ["vindkraft-syd", "fjallen"]
    assert sentence(page) == "Vindkraft: 2 kluster (av de 3 i lista.csv)."
    assert ids_in_table(search(opened_with_upload(LIST), "motvind")) == ["vindkraft-syd"]


def test_an_upload_has_files_of_its_own() -> None:
    page = choose(opened_with_upload(LIST, {"lang": "en"}), "region", ["12"])
    urls = [urlsplit(url) for url in file_urls(page)]
    dataset, paths = uploaded(page), [fmt.path for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS)]
    assert dataset and [url.path for url in urls] == [f"api/uploads/{dataset.origin.upload_token}/{path}" for path in paths]
    assert {url.query for url in urls} == {"region=12&lang=en"}
    for url in file_urls(page):
        answer = fetch(url)
        assert answer.status_code == 200 and answer.content
    (rows,) = (fetch(url).json() for url in file_urls(page) if "clusters.json" in url)
    assert [row["id"] for row in rows["clusters"]] == ["vindkraft-syd", "digitala-vast"]


def test_the_files_of_an_upload_go_with_it() -> None:
    page = opened_with_upload(LIST)
    (url,) = (url for url in file_urls(page) if url.endswith("clusters.csv"))
    token = url.split("/")[2]
    assert len(token) == 32 and fetch(url.replace(token, token[::-1])).status_code == 404
    assert fetch(url).status_code == 200
    upload_file(page, LIST, "ny.csv")
    (new_url,) = (url for url in file_urls(page) if url.endswith("clusters.csv"))
    assert fetch(url).status_code == 404 and fetch(new_url).status_code == 200
    press(page, FORGET["sv"])
    assert uploaded(page) is None and fetch(new_url).status_code == 404


REFERENCES = ["reference"] * 3  # text, APA and BibTeX


def test_the_address_of_an_upload_is_not_to_be_copied() -> None:
    copied = [[each.attributes["data-copy"] for each in page.all(data_copy=ANY)] for page in (opened_with_upload(LIST), first_page())]
    assert copied[0] == ["citation", *REFERENCES]
    assert copied[1] == ["address", "citation", *REFERENCES, "code", "code"]


@pytest.mark.parametrize("path", ["", "compare", "data", "accessibility", "own-list"])
def test_no_page_of_an_upload_links_to_the_files_of_the_current_dataset(path: str) -> None:
    page = opened_with_upload(LIST, {}, path)
    urls = [each.attributes["href"] for each in page.all("a", href=ANY) if "api/" in each.attributes["href"]]
    own = [url for url in urls if url.startswith("api/uploads/")]
    assert [url for url in urls if url not in own] == (["api/template.csv?lang=sv"] if path == "own-list" else [])
    assert bool(own) == (path in {"", "compare", "own-list"})


@pytest.mark.parametrize(("language", "name"), [("sv", "Spara som en karta att skicka"), ("en", "Save as a map to send")])
def test_an_upload_can_be_saved_as_a_map_to_send(language: str, name: str) -> None:
    for path, part, query in (("", "summary", "?region=12"), ("own-list", "results", "?")):
        page = opened_with_upload(LIST, {"lang": language, "region": "12"}, path)
        (link,) = (each for each in page[part].all("a") if each.text == name)
        assert "/clusters-map.html?" in f"{link.attributes['href']}?" and "download" in link.attributes
        assert ("region=12" in link.attributes["href"]) == ("region" in query)  # the page of the upload has the whole list
    assert name not in first_page({"lang": language})["summary"].text


@pytest.mark.parametrize("path", ["", "compare", "data", "accessibility", "own-list"])
def test_every_page_of_an_upload_has_the_banner(path: str) -> None:
    page = opened_with_upload(LIST, {"lang": "en"}, path)
    assert upload_notice(page).startswith("You are viewing your own list, lista.csv. Nobody else can see it.")
    assert FORGET["en"] in labels(page)
    assert menu(page) == ["", "compare", "own-list"] and footer_pages(page) == ["accessibility", "data", "cookies"]
    assert "rättelse" not in page["footer"].text and "correction" not in page["footer"].text
    assert upload_notice(first_page({}, path)) == ""


@pytest.mark.parametrize("path", ["", "own-list"])
def test_an_upload_stays_in_another_language(path: str) -> None:
    page = choose(opened_with_upload(LIST, {}, path), "region", ["12"])
    follow(page, page["header"].one("a", "language"))
    assert page.language == "en" and page.path == path and address(page) == {"region": "12", "lang": "en", "list": "own"}
    assert upload_notice(page).startswith("You are viewing your own list, lista.csv. Nobody else can see it.")
    assert sentence(page) == "Skåne: 2 clusters (of the 3 in lista.csv)."


def test_the_links_of_an_uploads_pages_keep_it() -> None:
    page = opened_with_upload(LIST, {}, "own-list")
    follow(page, next(each for each in page["results"].all("a") if each.text == "Visa listan på kartan"))
    assert page.path == "" and ids_in_table(page) == UPLOADED_IDS
    follow(page, next(each for each in page["results"].one("tbody").all("a") if each.text == "Fjällen"))
    assert opened_row(page) == "fjallen"


def test_an_upload_does_not_change_the_current_dataset() -> None:
    before, rows = current_dataset(), list(current_dataset().clusters["id"])
    opened_with_upload(LIST)
    assert current_dataset() is before and list(current_dataset().clusters["id"]) == rows == IDS
    assert ids_in_table(opened()) == IDS


def test_discarding_an_upload_drops_the_codes_it_alone_knew() -> None:
    page = opened_with_upload(LIST)
    choose(page, "focus", ["vindkraft"])
    emit(page, ("set_option", "region", "12", True), ("set_option", "label", "gold", True), ("open", "vindkraft-syd"))
    assert ids_in_table(page) == ["vindkraft-syd"] and "Vindkraft Syd" in headings(page)
    press(page, FORGET["sv"])
    assert pressed(page, "focus") == [] and "Vindkraft Syd" not in headings(page)
    assert sentence(page) == "Senast kända märkning guld i Skåne: inget av de 22 klustren i S3-piloten 2018." and FORGET[
        "sv"
    ] not in labels(page)


@pytest.mark.parametrize("path", ["compare", "data", "own-list"])
def test_an_upload_can_be_discarded_on_every_page(path: str) -> None:
    page = choose(opened_with_upload(LIST), "focus", ["vindkraft"])
    press(emit(page, ("open_page", path)), FORGET["sv"])
    assert "open-data" in menu(page)
    assert ids_in_table(emit(page, ("open_page", ""))) == IDS


def test_the_address_holds_the_selection_after_a_new_list() -> None:
    page = opened_with_upload(LIST, {"focus": "textile", "region": "12", "cluster": "georange"})
    assert address(page) == {"region": "12", "list": "own"}
    choose(page, "focus", ["vindkraft"])
    assert address(page) == {"region": "12", "focus": "vindkraft", "list": "own"}
    press(page, FORGET["sv"])
    assert address(page) == {"region": "12"}


def test_a_second_upload_replaces_the_first() -> None:
    page = choose(opened_with_upload(LIST), "focus", ["vindkraft"])
    upload_file(page, "Namn;Län;Bransch\nX;20;Vindkraft\nY;20;Sol\n", "andra.csv")
    assert ids_in_table(page) == ["x"]  # a code that both know stays chosen
    upload_file(page, "Namn;Län;Bransch\nZ;20;Sol\n", "tredje.csv")
    assert ids_in_table(page) == ["z"] and pressed(page, "focus") == []
    upload_file(page, "fel", "fjärde.csv")
    assert ids_in_table(page) == IDS


PLAIN = "Namn;Län\nA;\nB;12\n"


@pytest.mark.parametrize("path", ["", "compare", "data", "accessibility", "own-list"])
@pytest.mark.parametrize("query", [{}, {"region": ["12", "14"]}, {"region": "12", "q": "b"}, {"label": "gold", "lang": "en"}])
def test_every_page_works_with_names_and_counties_only(path: str, query: Query) -> None:
    page = opened_with_upload(PLAIN, query, path)
    assert headings(page)
    if not path:
        assert filter_keys(page) == ["region", "theme"]  # the theme is the county's
        assert "focus" not in address(page)


def test_a_profile_has_no_facts_for_which_its_list_has_no_column() -> None:
    """A county is a column of the list: where it is not known, the profile says so."""
    page = opened_with_upload(PLAIN)
    emit(page, ("open", "a"))
    assert fact_headings(page) == [] and gaps(page) == "Uppgift saknas om: län."
    assert "Finns inte på kartan: varken säte eller län är känt." in read(page)
    emit(page, ("open", "b"))
    assert fact_headings(page) == ["Län"] and gaps(page) == ""
    assert fact(page, "Län") == "Skåne län På kartan: någonstans i länet."


def test_no_page_counts_columns_that_the_list_does_not_have() -> None:
    page = opened_with_upload(PLAIN, {}, "data")
    assert [row.text for row in page["results"].one("table", "coverage").one("tbody").all("tr")] == ["Län 1 av 2 kluster"]
    compared = read(opened_with_upload(PLAIN, {"region": ["12", "14"]}, "compare"))
    assert "Inriktning" not in compared and "Skåne län" in compared


def test_an_empty_county_is_shown_beside_an_unplaced_cluster() -> None:
    page = opened_with_upload(PLAIN, {"region": "20"})
    assert "Dalarnas län" in headings(page) and "None" not in read(page)


def test_a_list_without_any_county_is_shown() -> None:
    page = opened_with_upload("Namn;Län\nA;\nB;\n")
    assert ids_in_table(page) == ["a", "b"] and ids_on_map(page) == [] and headings(page)[0] == "2 kluster i lista.csv"


def test_an_uploaded_namesake_does_not_take_over_the_sources() -> None:
    page = opened_with_upload("Namn;Län;Beskrivning\nPaper Province;17;Något annat\n")
    emit(page, ("open", "paper-province"))
    profile = list(page["results"].one("div", "profile"))
    (of_the_county,) = (number for number, each in enumerate(profile) if each.tag == "h3" and each.text.startswith("Prioriteringar i"))
    assert "Något annat" in [each.text for each in profile[:of_the_county]]
    assert "source" not in [css_class for each in profile[:of_the_county] for css_class in each.classes]
    assert "source" in [css_class for each in profile[of_the_county:] for css_class in each.classes]


def test_a_file_name_is_shown_as_text() -> None:
    name = "../../etc/`passwd` <b>[x](http://a.se)</b>.csv"
    page = upload_file(opened({}, "own-list"), LIST, name)
    assert headings(page)[1] == name and f"Du ser din egen lista, {name}." in upload_notice(page)
    assert not page.all("b")


def test_the_result_of_an_upload_stays_in_its_session() -> None:
    page = opened_with_upload(LIST)
    assert uploaded(page) and not uploaded(opened())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_can_be_uploaded_in_either_language(language: str) -> None:
    page = opened({"lang": language}, "own-list")
    assert (
        page["results"].one("input", type="file").attributes["accept"]
        == ".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,.json,.jsonl,.ndjson,.geojson,.gpkg,.html,.htm,.zip,.gz"
    )
    (url,) = (each.attributes["href"] for each in page["results"].all("a", "download"))
    assert query_of(url) == {"lang": [language]}
    result = read_upload("mall.csv", fetch(url).content)
    assert result.problems == () and result.unused == () and result.dataset and len(result.dataset.clusters) == 1


def test_clusters_without_a_county_are_named_in_the_report() -> None:
    text = read(opened_with_upload("Namn;Län;Medlemmar\nEtt;Skåne;5\nNorr;;5\nTotalt;;10\n", {}, "own-list"))
    assert "2 kluster lästes in." in text and "1 av dem saknar län: Norr" in text
    assert "saknar län" not in read(opened_with_upload("Namn;Län\nEtt;Skåne\n", {}, "own-list"))


def test_the_more_usual_of_two_headings_is_used() -> None:
    text = read(opened_with_upload("Namn;Länskod;Län;Kommun;Kommunkod\nEtt;12;Skåne;Malmö stad;1280\n", {}, "own-list"))
    assert "1 kluster lästes in." in text
