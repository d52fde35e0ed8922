"""Journeys without JavaScript, each made twice: in Chromium with scripts turned off, and by a program that knows HTTP and HTML only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest

from components.core.i18n import texts_in
from components.exports.formats import CLUSTER_FORMATS
from tests.browser.browser_driver import Visit, running_server_of_size
from tests.browser.readers import ChromiumReader, HttpReader, Reader

LONG = 1000  # clusters
SIGNATURES = {  # the first bytes of each format
    "_excel.csv": b"\xef\xbb\xbf",
    "_data.csv": b"id,",
    ".xlsx": b"PK",
    ".json": b"{",
    ".geojson": b"{",
    ".gpkg": b"SQLite format 3",
    ".parquet": b"PAR1",
    ".html": b"<!doctype html>",
    "_map.html": b"<!doctype html>",
}
READERS = ("Chromium", "HTTP")


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over a list of LONG clusters."""
    with running_server_of_size(tmp_path_factory.mktemp("long"), LONG) as address:
        yield address


@pytest.fixture(params=READERS)
def new_reader(request: pytest.FixtureRequest) -> Callable[[str], Reader]:
    """Make readers of the pages of a server."""
    if request.param == "HTTP":
        return HttpReader
    new_visit = request.getfixturevalue("new_visit")
    return lambda address: ChromiumReader(new_visit(address, java_script_enabled=False).page, address)


@pytest.fixture
def reader(new_reader: Callable[[str], Reader], server: str) -> Reader:
    return new_reader(server)


def query(reader: Reader) -> list[tuple[str, str]]:
    """Return the query of the page's URL, without empty values."""
    return parse_qsl(urlsplit(reader.url).query)


def test_filters_by_county_and_focus(reader: Reader) -> None:
    reader.open()
    assert len(reader.names) == 22 and reader.sentence == "Hela listan: 22 kluster i S3-piloten 2018."
    reader.check("region", "12")
    reader.check("region", "20")
    reader.submit()
    assert query(reader) == [("region", "20"), ("region", "12")]
    assert sorted(reader.names) == ["IUC Syd", "Mobile Heights", "Triple Steelix", "Visit Dalarna"]
    reader.check("focus", "tourism")
    reader.submit()
    assert query(reader) == [("region", "20"), ("region", "12"), ("focus", "tourism")]
    assert reader.names == ["Visit Dalarna"]
    reader.check("region", "20")  # off again
    reader.check("focus", "tourism")
    reader.submit()
    assert reader.names == ["Mobile Heights", "IUC Syd"]
    assert reader.sentence == "Skåne: 2 kluster (av de 22 i S3-piloten 2018)."


def test_steps_from_profile_to_profile(reader: Reader) -> None:
    """In the order of the table, as it is sorted and filtered; the links are named by the clusters."""
    reader.open("?region=14&sort=-name&cluster=smart-textiles")
    assert reader.names == ["Smart Textiles", "Agro Väst", "Aerospace Cluster Sweden"]
    reader.follow("Nästa: Agro Väst", "profile")
    reader.follow("Nästa: Aerospace Cluster Sweden", "profile")
    assert reader.texts("#profile h2") == ["Aerospace Cluster Sweden"]
    reader.follow("Föregående: Agro Väst", "profile")
    assert query(reader) == [("region", "14"), ("cluster", "agro-vast"), ("sort", "-name")]


def test_searches(reader: Reader) -> None:
    reader.open("?region=12&cluster=iuc-syd&lang=sv&sort=-name")
    reader.type("  tåg & båt ")
    reader.submit()
    assert dict(query(reader)) == {"region": "12", "q": "  tåg & båt ", "cluster": "iuc-syd", "lang": "sv", "sort": "-name"}
    assert reader.names == []
    reader.type("mobile")
    reader.submit()
    assert reader.names == ["Mobile Heights"]
    assert reader.title == "IUC Syd – S3-piloten 2018 – Klusterkartan"
    reader.type("")
    reader.submit()
    assert reader.names == ["Mobile Heights", "IUC Syd"]


def test_sorts(reader: Reader) -> None:
    reader.open("?region=12")
    for place, order in (("?region=12&sort=name", 1), ("?region=12&sort=-name", -1)):
        reader.follow("Kluster", "results")
        assert reader.place == place
        assert reader.names == ["IUC Syd", "Mobile Heights"][::order]


def test_pages_through_a_long_list(new_reader: Callable[[str], Reader], long_list: str) -> None:
    reader = new_reader(long_list)
    reader.open("?page=9")
    assert reader.texts("#results span")[-1:] == ["Rad 801–900 av 1\xa0000"]
    penultimate = reader.names
    reader.follow("Nästa", "results")
    assert reader.place == "?page=10" and len(reader.names) == 100
    assert reader.texts("#next") == ["Nästa"]
    reader.follow("Föregående", "results")
    assert reader.place == "?page=9" and reader.names == penultimate
    reader.follow(penultimate[0], "rows")
    assert reader.texts("#profile h2") == penultimate[:1] and reader.names == penultimate
    reader.check("region", "09")
    reader.submit()
    assert "page" not in dict(query(reader)) and 0 < len(reader.names) <= 100


def test_the_profile_of_a_county_precedes_a_long_table(new_visit: Callable[..., Visit], long_list: str) -> None:
    """Else it would be far below the window."""
    page = new_visit(long_list, java_script_enabled=False).page
    page.goto(f"{long_list}?region=01")
    county, table = page.locator("#region-profile").bounding_box(), page.locator(".list").bounding_box()
    assert county and table and county["y"] + county["height"] <= table["y"]


def test_opens_and_closes_a_cluster(reader: Reader) -> None:
    reader.open("?region=20")
    reader.follow("Triple Steelix", "rows")
    assert reader.place == "?region=20&cluster=triple-steelix"
    assert reader.texts("#profile h2") == ["Triple Steelix"] and reader.title == "Triple Steelix – S3-piloten 2018 – Klusterkartan"
    reader.follow("Georange", "profile")
    assert reader.place == "?region=20&cluster=georange"
    assert reader.texts("#profile em")[0] == "Ingår inte bland de kluster som visas."
    reader.follow("Stäng", "profile")
    assert reader.place == "?region=20" and reader.texts("#profile h2") == []
    reader.follow("Ta bort Dalarnas län")
    assert reader.place == "" and len(reader.names) == 22


def test_removes_chips_and_clears(reader: Reader) -> None:
    reader.open("?region=20&region=12&focus=tourism&q=dalarna&lang=sv")
    assert reader.names == ["Visit Dalarna"]
    reader.follow("Ta bort ”dalarna”")
    reader.follow("Ta bort Turism")
    assert dict(query(reader)).keys() == {"region", "lang"} and len(reader.names) == 4
    reader.follow("Ta bort Skåne län")
    assert reader.place == "?region=20&lang=sv"
    reader.follow("Rensa alla filter")
    assert reader.place == "?lang=sv" and len(reader.names) == 22
    assert reader.texts("#sentence .chips") == []


def test_an_empty_result_has_ways_out(reader: Reader) -> None:
    reader.open("?region=20&q=xyzzy")
    assert reader.names == [] and "inget av de 22 klustren" in reader.sentence
    reader.follow("Ta bort sökorden (ger 2 kluster)")
    assert reader.place == "?region=20" and len(reader.names) == 2
    reader.open("?region=20&q=xyzzy")
    reader.follow("Visa alla kluster")
    assert reader.place == "" and len(reader.names) == 22


def test_an_unknown_value_of_the_url_is_named(reader: Reader) -> None:
    reader.open("?region=99&focus=digital")
    assert reader.texts("#heading .notice") == ["En del av länken känns inte igen och har hoppats över: ”99”"]
    assert len(reader.names) == 7


def test_changes_the_language(reader: Reader) -> None:
    reader.open("compare?region=12&region=14")
    reader.follow("In English", "header")
    assert reader.place == "compare?region=12&region=14&lang=en" and reader.heading == "Compare counties"
    reader.follow("Map", "header")
    assert reader.place == "?region=12&region=14&lang=en" and ": 5 clusters (of the 22 " in reader.sentence
    reader.check("region", "14")
    reader.submit()
    assert dict(query(reader)) == {"region": "12", "lang": "en"} and ": 2 clusters (of the 22 " in reader.sentence
    reader.follow("På svenska", "header")
    assert reader.place == "?region=12&lang=sv" and ": 2 kluster (av de 22 " in reader.sentence


def test_downloads_each_format(reader: Reader) -> None:
    reader.open("?region=12")
    for fmt in CLUSTER_FORMATS:
        name, content = reader.download(fmt.name(texts_in("sv")), "summary")
        assert name.endswith(fmt.suffix) and content.startswith(SIGNATURES[fmt.suffix])
    assert len(CLUSTER_FORMATS) == len(SIGNATURES)


def test_compares_counties(reader: Reader) -> None:
    reader.open()
    reader.follow("Jämför län", "header")
    assert reader.place == "compare"
    reader.check("region", "12")
    reader.check("region", "14")
    reader.submit()
    assert urlsplit(reader.url).path == "/compare"
    assert reader.texts("#results h2")[1:3] == ["Skåne län", "Västra Götalands län"]
    reader.follow("Värmland, Skog och bioekonomi: 1 kluster", "results")
    assert reader.place == "?region=17&focus=forest-bioeconomy" and reader.names == ["Paper Province"]


def test_reads_about_the_programme_and_the_data(reader: Reader) -> None:
    reader.open("?focus=tourism")
    reader.follow("Om S3-piloten", "header")
    assert reader.place == "about?focus=tourism" and reader.heading == "Om S3-piloten"
    reader.follow("Om uppgifterna", "footer")
    assert reader.place == "data?focus=tourism" and reader.heading == "Om uppgifterna"
    name, content = reader.download("CSV (data)", "results")
    assert name.endswith("_data.csv") and content.count(b"\r\n") == 23  # the whole list
    reader.follow("Karta", "header")
    assert reader.names == ["Visit Dalarna"]


def test_fetches_open_data(reader: Reader) -> None:
    reader.open("open-data?region=12")
    name, content = reader.download("/api/clusters.csv?region=12", "results")
    assert name.endswith("_data.csv") and content.count(b"\r\n") == 3


def test_the_upload_says_that_it_needs_script(reader: Reader) -> None:
    reader.open()
    reader.follow("Egen lista", "header")
    assert reader.heading == "Egen lista"
    assert "Den här sidan kräver JavaScript, som är avstängt i din webbläsare." in reader.texts("#results")[0]
    name, content = reader.download("Hämta en mall", "results")
    assert name.endswith(".csv") and content


def test_the_filters_of_a_phone_open_without_script(new_visit: Callable[..., Visit], server: str) -> None:
    page = new_visit(server, java_script_enabled=False, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    page.goto(server)
    assert not page.locator("#search").is_visible()
    page.locator("#filters summary").click()
    page.locator("#search").fill("dalarna")
    page.locator("#search").press("Enter")
    page.wait_for_url("**?q=dalarna")
    assert "Visit Dalarna" in page.locator("#rows th [data-event]").all_text_contents()


def test_nothing_without_a_use_is_shown(new_visit: Callable[..., Visit], server: str) -> None:
    """Controls that only a script answers are not seen and not reached."""
    page = new_visit(server, java_script_enabled=False).page
    for path in ("", "own-list"):
        page.goto(server + path)
        scripted = page.locator("[data-copy], [data-print], [type=file]").all()
        assert scripted and not any(each.is_visible() for each in scripted)
