"""The page of the map: filters, search, chips, profiles, URL, lists that look like code, and lists that cannot be shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from components.core.assets import LEAFLET_VERSION, asset_version
from components.dataset.store import DatasetStore, dataset_store
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from data.languages import LANGUAGES
from tests.html_tree import ANY
from tests.http_server import free_port
from tests.page.app_driver import (
    Query,
    address,
    browse,
    choose,
    counties_on_map,
    emit,
    first_page,
    get,
    ids_on_map,
    map_arguments,
    map_content,
    opened,
    page_of,
    points_on_map,
    press,
    search,
)
from tests.page.page_facts import (
    CLUSTERS,
    IDS,
    Page,
    cells,
    chips,
    classes,
    columns,
    controls,
    digits,
    fact,
    fact_headings,
    file_query,
    files_offered,
    filter_keys,
    gaps,
    headings,
    ids_in_table,
    ignored_notice,
    labels,
    legends,
    marker_kinds,
    numbers,
    opened_row,
    pressed,
    query_of,
    read,
    rows_of,
    searched,
    sentence,
    toggles,
)

WriteList = Callable[[str], Path]
DIGITAL = [row["id"] for row in CLUSTERS if "digital" in row["focus"].split(";")]


def test_the_heading_has_the_numbers_of_the_dataset() -> None:
    assert headings(first_page())[0] == "22 kluster i S3-piloten 2018"


def test_all_clusters_are_on_the_map_in_table_and_summary() -> None:
    page = opened()
    assert ids_on_map(page) == ids_in_table(page) == IDS
    assert sentence(page) == "Hela listan: 22 kluster i S3-piloten 2018."
    assert numbers(page) == "Kluster 22 av 22 Län 16 av 21 Inriktningar 12 av 12"
    assert address(page) == {}


def test_the_map_makes_no_request_to_another_host() -> None:
    arguments = map_arguments(opened())
    files = [*arguments["js_links"], *arguments["css_links"]]
    assert files == [
        f"../../vendor/leaflet/{LEAFLET_VERSION}/leaflet.js",
        f"../../assets/{asset_version()}/map/frame_entry.js",
        f"../../vendor/leaflet/{LEAFLET_VERSION}/leaflet.css",
        f"../../assets/{asset_version()}/palette.css",
        f"../../assets/{asset_version()}/map/map.css",
    ]
    assert not re.search(r"(https?:)?//", arguments["script"] + arguments["feature_group"])


def test_every_county_on_the_map_has_its_count_as_tooltip() -> None:
    regions = {code: (tooltip, chosen) for code, tooltip, _level, chosen in counties_on_map(opened())}
    assert len(regions) == 21
    assert regions["14"] == ("Västra Götalands län: 3 av de 22 klustren", 0)
    assert regions["09"] == ("Gotlands län: inget av de 22 klustren", 0)


def test_the_legend_counts_the_counties_of_each_class() -> None:
    page = first_page()
    assert classes(page) == ["Inget av klustren (5 län)", "1 kluster (9 län)", "2 kluster (6 län)", "3 kluster (1 län)"]
    assert marker_kinds(page) == ["Kluster, i kommunens största tätort", "Kluster, någonstans i länet"]


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ("A,12,,55.7,13.2", ["Kluster, enligt listan"]),
        ("A,12,,55.7,13.2\nB,12,1281,,", ["Kluster, i kommunens största tätort eller enligt listan"]),
        ("A,12,,55.7,13.2\nB,12,,,", ["Kluster, enligt listan", "Kluster, någonstans i länet"]),
        ("A,,,,", []),
    ],
)
def test_the_legend_has_the_kinds_of_markers_that_occur(rows: str, kinds: list[str], write_list: WriteList) -> None:
    write_list(f"name,region_codes,municipality_code,lat,lon\n{rows}\n")
    assert marker_kinds(first_page()) == kinds


def test_a_chosen_county_leaves_the_same_clusters_everywhere() -> None:
    page = choose(opened(), "region", ["12"])
    assert ids_on_map(page) == ids_in_table(page) == ["mobile-heights", "iuc-syd"]
    assert sentence(page) == "Skåne: 2 kluster (av de 22 i S3-piloten 2018)."
    assert address(page) == {"region": "12"}


def test_the_map_marks_a_chosen_county() -> None:
    """The other counties keep the number of clusters that choosing them would give."""
    regions = counties_on_map(choose(opened(), "region", ["12"]))
    assert [(region[0], region[1]) for region in regions if region[3]] == [("12", "Skåne län: 2 av de 22 klustren")]
    assert ("14", "Västra Götalands län: 3 av de 22 klustren") in [(region[0], region[1]) for region in regions if not region[3]]


def test_a_chosen_focus_area_leaves_the_same_clusters_everywhere() -> None:
    page = choose(opened(), "focus", ["digital"])
    assert len(DIGITAL) == 7
    assert ids_on_map(page) == ids_in_table(page) == DIGITAL
    assert sentence(page) == "Digital teknik: 7 kluster (av de 22 i S3-piloten 2018)."
    assert address(page) == {"focus": "digital"}


def test_counties_add_up_and_focus_areas_narrow() -> None:
    page = choose(choose(opened(), "region", ["12", "17"]), "focus", ["digital"])
    assert ids_on_map(page) == ids_in_table(page) == ["mobile-heights", "compare"]
    assert sentence(page) == "Digital teknik i Skåne och Värmland: 2 kluster (av de 22 i S3-piloten 2018)."
    assert address(page) == {"region": ["12", "17"], "focus": "digital"}


def test_a_search_leaves_the_matching_clusters() -> None:
    page = search(opened(), "  LINKÖPING ")
    assert ids_on_map(page) == ids_in_table(page) == ["mjardevi-science-park", "aerospace-cluster-sweden"]
    assert sentence(page) == "Sökningen ”LINKÖPING”: 2 kluster (av de 22 i S3-piloten 2018)."
    assert address(page) == {"q": "LINKÖPING"}


def test_the_links_of_the_files_follow_the_choices() -> None:
    page = choose(choose(opened(), "region", ["12"]), "focus", ["digital"])
    assert file_query(page) == "?region=12&focus=digital"
    assert files_offered(page) == [fmt.url_path for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS)]


@pytest.mark.parametrize(("language", "name"), [("sv", "Karta som bild"), ("en", "Map as a picture")])
def test_the_map_can_be_had_as_a_picture(language: str, name: str) -> None:
    page = first_page({"lang": language, "region": "12"})
    (link,) = (each for each in page["summary"].one("div", "out").all("a") if each.text == name)
    assert link.attributes["href"] == f"api/map.png?region=12{'&lang=en' if language == 'en' else ''}"
    assert name not in first_page({"lang": language, "region": "09", "label": "gold"})["summary"].text


@pytest.mark.parametrize(("accept_language", "query"), [("", ""), ("en", "?lang=en")])
def test_files_are_in_the_language_of_the_page(accept_language: str, query: str) -> None:
    """They are Swedish by default, also for a browser with another language."""
    assert file_query(first_page({}, "", accept_language)) == query
    assert file_query(first_page({"lang": "sv", "page": "2"}, "", accept_language)) == ""


def test_files_are_in_the_order_of_the_table() -> None:
    """All their rows, on each page of the table."""
    assert file_query(first_page({"sort": "-name", "page": "2"})) == "?sort=-name"
    page = opened({"region": "12"})
    emit(page, ("sort", "name"))
    assert file_query(page) == "?region=12&sort=name"


def test_an_emptied_filter_leaves_the_address() -> None:
    page = choose(choose(opened(), "region", ["12"]), "region", [])
    assert address(page) == {} and ids_in_table(page) == IDS


def test_an_address_sets_every_part_of_the_page() -> None:
    page = opened({"region": ["17", "12"], "focus": "digital", "q": "uppkopplad", "cluster": "mobile-heights", "lang": "en"})
    assert pressed(page, "region") == ["12", "17"]
    assert pressed(page, "focus") == ["digital"]
    assert searched(page) == "uppkopplad"
    assert ids_on_map(page) == ids_in_table(page) == ["mobile-heights"]
    context = map_content(page)[3]
    assert (context["cluster"], context["version"]) == ("mobile-heights", page.message["version"])
    west, south, east, north = context["extent"]
    assert west < 386 < east and south < 6175 < north  # Lund, in kilometres of SWEREF 99 TM
    assert opened_row(page) == "mobile-heights"
    assert "Mobile Heights" in headings(page)
    assert sentence(page) == (
        "Digital technology in Skåne and Värmland, search “uppkopplad”: 1 cluster, none in Värmland (of the 22 in S3-piloten 2018)."
    )


def test_a_new_url_replaces_the_selection() -> None:
    page = browse(choose(opened(), "region", ["12"]), {"region": "17"})
    assert pressed(page, "region") == ["17"]
    assert ids_in_table(page) == ["compare", "paper-province"]


def test_an_outdated_url_of_a_slow_browser_is_ignored() -> None:
    page = choose(choose(opened({"region": "12"}), "region", ["12", "17"]), "region", ["12", "17", "14"])
    browse(page, {"region": ["12", "17"]})
    assert pressed(page, "region") == ["12", "17", "14"] and address(page) == {"region": ["12", "17", "14"]}


def test_a_choice_keeps_the_rest_of_the_address() -> None:
    page = choose(opened({"region": "12", "cluster": "compare", "lang": "en", "sort": "-name"}), "focus", ["digital"])
    assert address(page) == {"region": "12", "focus": "digital", "cluster": "compare", "lang": "en", "sort": "-name"}


def test_the_english_page_is_english() -> None:
    page = opened({"lang": "en"})
    assert "22 clusters in S3-piloten 2018" in read(page)
    assert sentence(page) == "The whole list: 22 clusters in S3-piloten 2018."
    assert numbers(page) == "Clusters 22 of 22 Counties 16 of 21 Focus areas 12 of 12"
    assert page["filters"].one("label", for_="search").text == "Search"
    assert legends(page)[:2] == ["County", "Industry focus"]
    assert labels(page) == [] and first_page({"lang": "en", "region": "12"})["sentence"].one("a", "clear").text == "Clear all filters"
    assert columns(page) == ["Cluster", "Counties", "Municipality", "Industry focus", "Label", "Status"]
    assert ["14", "Västra Götaland County: 3 of the 22 clusters", 3, 0] in counties_on_map(page)
    assert "Digital technology (7)" in toggles(page, "focus")


@pytest.mark.parametrize(
    ("accept_language", "query", "heading"),
    [
        ("", {}, "22 kluster i S3-piloten 2018"),
        ("en-GB,en;q=0.9", {}, "22 clusters in S3-piloten 2018"),
        ("en", {"lang": "sv"}, "22 kluster i S3-piloten 2018"),
        ("sv", {"lang": "en"}, "22 clusters in S3-piloten 2018"),
        ("fi", {"lang": "fi"}, "22 kluster i S3-piloten 2018"),
    ],
)
def test_the_language_is_that_of_the_url_or_the_browser(accept_language: str, query: Query, heading: str) -> None:
    assert headings(first_page(query, "", accept_language))[0] == heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_no_word_of_the_other_language(language: str) -> None:
    foreign = {"sv": r"\b(of|the|shown|Counties|not known)\b", "en": r"\b(av|och|visas|kluster|län|saknas|källa)\b"}[language]
    page = first_page({"lang": language, "cluster": "entreprenorsdrivet-foretagsnav"})
    table = page["results"].one("table", "clusters")
    assert table.one("tbody").content and not re.search(foreign, table.one("caption").text + table.one("thead").text)
    table.one("tbody").content.clear()
    text = " ".join(each.text for each in page.parts.values()) + " ".join(page.labels.values())
    assert not re.search(foreign, text.replace("På svenska", "").replace("In English", ""))


@pytest.mark.parametrize(
    ("query", "accept_language", "other"),
    [
        ({}, "", ("en", "In English", {"lang": ["en"]})),
        ({"region": "12", "lang": "en"}, "", ("sv", "På svenska", {"region": ["12"], "lang": ["sv"]})),
        ({"sort": "name"}, "en", ("sv", "På svenska", {"lang": ["sv"], "sort": ["name"]})),
    ],
)
def test_the_language_link_has_name_and_query(query: Query, accept_language: str, other: object) -> None:
    link = first_page(query, "", accept_language)["header"].one("a", "language")
    assert (link.attributes["hreflang"], link.text, query_of(link.attributes["href"])) == other
    assert link.attributes["lang"] == link.attributes["hreflang"]


def test_an_unknown_value_is_named_and_the_rest_is_used() -> None:
    page = first_page({"region": ["99", "12"], "focus": "<b>[x](http://a.se)</b>"})
    assert ignored_notice(page) == "En del av länken känns inte igen och har hoppats över: ”99”, ”<b>[x](http://a.se)</b>”"
    assert ids_in_table(page) == ["mobile-heights", "iuc-syd"]


def test_a_long_unknown_value_is_cut_and_only_five_are_named() -> None:
    page = first_page({"region": [f"{number}{'x' * 99}" for number in range(9)]})
    named = ignored_notice(page).split(": ")[1].split(", ")
    assert named == [f"”{number}{'x' * 39}”" for number in range(5)]


@pytest.mark.parametrize("number", ["2", "99", "0", "x"])
def test_a_page_of_the_table_that_does_not_exist_is_named(number: str) -> None:
    page = opened({"page": number})
    assert ignored_notice(page) == ignored_notice(first_page({"page": number}))
    assert ignored_notice(page) == f"En del av länken känns inte igen och har hoppats över: ”{number}”"
    choose(page, "region", ["12"])
    assert not ignored_notice(page) and address(page) == {"region": "12"}


def test_the_warning_goes_with_the_next_choice() -> None:
    page = opened({"region": "99"})
    assert ignored_notice(page)
    choose(page, "region", ["12"])
    assert not ignored_notice(page) and address(page) == {"region": "12"}


def test_counts_on_the_counties_follow_the_other_filters() -> None:
    page = choose(opened(), "focus", ["digital"])
    options = toggles(page, "region")
    assert len(options) == 21
    assert {"Skåne (1)", "Dalarna (0)", "Norrbotten (1)"} <= set(options)
    assert toggles(choose(page, "region", ["12"]), "region") == options  # a county adds, so it changes no other


def test_counts_on_the_focus_areas_follow_the_other_filters() -> None:
    options = toggles(choose(opened(), "region", ["20"]), "focus")
    assert len(options) == 12
    assert {"Stål, metall och gruvor (1)", "Turism (1)", "Digital teknik (0)"} <= set(options)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"region": "09", "focus": "digital"}, "Digital teknik på Gotland: inget av de 22 klustren i S3-piloten 2018."),
        ({"q": "xyzzy", "region": ["12", "09"]}, "Sökningen ”xyzzy” i Skåne samt på Gotland: inget av de 22 klustren i S3-piloten 2018."),
        ({"region": "12", "label": "gold"}, "Senast kända märkning guld i Skåne: inget av de 22 klustren i S3-piloten 2018."),
    ],
)
def test_the_sentence_of_an_empty_result_has_the_selection(query: Query, expected: str) -> None:
    assert sentence(first_page(query)) == expected


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ({"region": "12", "focus": "tourism"}, ["Ta bort inriktningen (ger 2 kluster)", "Ta bort länet (ger 1 kluster)"]),
        ({"region": "12", "label": "gold"}, ["Ta bort märkningen (ger 2 kluster)", "Ta bort länet (ger 1 kluster)"]),
        ({"region": "09", "focus": "digital"}, ["Ta bort länet (ger 7 kluster)"]),
        ({"q": "xyzzy"}, []),
        ({"q": "xyzzy", "region": "12"}, ["Ta bort sökorden (ger 2 kluster)"]),
        ({"q": "%%%", "region": "09"}, []),
    ],
)
def test_an_empty_result_offers_to_remove_filters(query: Query, offers: list[str]) -> None:
    """Each offer gives the number of clusters that it promises."""
    page = opened(query)
    assert sentence(page).endswith(": inget av de 22 klustren i S3-piloten 2018.") and files_offered(page) == []
    assert not page["results"].all("table") and ("region" in query or ids_on_map(page) == [])  # a county has the nearest ones
    assert [label for label in labels(page) if label != "Stäng"] == [*offers, "Visa alla kluster"]
    for offer in [*offers, "Visa alla kluster"]:
        after = press(opened(query), offer)
        assert len(ids_on_map(after)) == len(ids_in_table(after)) == (digits(offer) or [22])[0]


def test_showing_all_keeps_the_open_profile_and_the_language() -> None:
    page = opened({"region": "12", "focus": "tourism", "label": "gold", "q": "uppkopplad", "cluster": "compare", "lang": "en"})
    press(page, "Show all clusters")
    assert ids_in_table(page) == IDS
    assert address(page) == {"cluster": "compare", "lang": "en"}
    assert [pressed(page, key) for key in filter_keys(page)] == [[]] * len(filter_keys(page)) and searched(page) == ""


def test_each_choice_is_a_chip() -> None:
    assert chips(first_page()) == []
    assert chips(first_page({"q": "a", "region": ["14", "12"], "focus": "digital", "label": "gold"})) == [
        ["text", "", "”a”"],
        ["region", "12", "Skåne län"],
        ["region", "14", "Västra Götalands län"],
        ["focus", "digital", "Digital teknik"],
        ["label", "gold", "Guld"],
    ]


@pytest.mark.parametrize("text", ["Sydsverige", "SE22", "kluster i Sydsverige"])
def test_the_name_of_an_area_is_one_chip_and_stays_one_in_the_url(text: str) -> None:
    page = first_page({"q": text})
    assert [name for *_, name in chips(page)] == ["Sydsverige"] and pressed(page, "region") == ["10", "12"]
    assert file_query(page) == "?q=Sydsverige" and chips(first_page({"q": "Sydsverige", "label": "bronze"}))[0][-1] == "Sydsverige"


@pytest.mark.parametrize("query", [{"q": "Skåne och Blekinge"}, {"q": "Skåne Blekinge"}, {"region": ["10", "12"]}])
def test_counties_that_are_named_one_by_one_are_a_chip_each(query: dict[str, str | list[str]]) -> None:
    page = first_page(query)
    assert [name for *_, name in chips(page)] == ["Blekinge län", "Skåne län"] and file_query(page) == "?region=10&region=12"


def test_a_label_leaves_the_same_clusters_everywhere() -> None:
    page = opened({"label": ["gold", "silver"]})
    assert ids_on_map(page) == ids_in_table(page) == ["smart-textiles", "agro-vast", "paper-province", "visit-dalarna"]
    assert pressed(page, "label") == ["silver", "gold"] and toggles(page, "label") == ["Brons (18)", "Silver (3)", "Guld (1)"]
    assert sentence(page) == "Senast kända märkning silver eller guld: 4 kluster (av de 22 i S3-piloten 2018)."
    assert file_query(page) == "?label=silver&label=gold"


def test_a_profile_closes_and_leaves_the_address() -> None:
    page = press(opened({"cluster": "compare", "focus": "digital"}), "Stäng")
    assert address(page) == {"focus": "digital"} and len(headings(page)) == 1


def test_a_profile_names_unknown_facts_in_one_line() -> None:
    """The sources that were searched are behind one press; each names its fact."""
    page = first_page({"cluster": "entreprenorsdrivet-foretagsnav"})
    assert gaps(page) == "Uppgift saknas om: webbplats, säte, medlemmar, EU-ekosystem, startår."
    assert fact_headings(page) == ["Län", "Senast kända status", "Senast kända märkning", "Inriktning", "Märkning i S3-piloten"]
    sources = [each.text.partition(".")[0] for each in page["results"].one("div", "gaps").all("div", "source")]
    assert list(dict.fromkeys(sources)) == ["Webbplats", "Säte", "Medlemmar", "EU-ekosystem", "Grundat"]
    assert fact(page, "Senast kända märkning").startswith("Brons (troligen 2018; okänt om den gäller)")
    assert fact(page, "Märkning i S3-piloten").startswith("Brons (2018)")
    assert fact(page, "Senast kända status").startswith("Okänt i dag. Senaste spår: 2018.")
    assert [each.text for each in page["results"].all("em")] == [] and gaps(first_page({"cluster": "paper-province"})) == ""


def test_a_profile_marks_inferred_values() -> None:
    page = first_page({"cluster": "datacenter"})
    assert fact(page, "Säte").startswith("Luleå (troligen)") and fact(page, "Grundat").startswith("2018 (troligen)")
    assert "troligen" not in fact(page, "Län")
    assert fact(first_page({"cluster": "datacenter", "lang": "en"}), "Seat").startswith("Luleå (probably)")


def test_a_profile_begins_with_where_to_turn_and_where_it_is() -> None:
    page = first_page({"cluster": "paper-province"})
    profile = page["results"].one("div", "profile")
    website = profile.one("a", "button")
    assert website.text == "Besök webbplatsen paperprovince.com"
    assert website.attributes | {"class": ""} == {"class": "", "href": "https://paperprovince.com", "rel": "noreferrer"}
    order = ["Säte", "Län", "Senast kända status", "Senast kända märkning", "Medlemmar", "Inriktning", "EU-ekosystem", "Grundat"]
    assert fact_headings(page) == [*order, "Märkning i S3-piloten", "Även känt som"]
    elements = list(profile)
    assert elements.index(website) < elements.index(profile.one("dl"))


def test_sources_are_behind_a_press_that_names_its_fact() -> None:
    page = first_page({"cluster": "paper-province"})
    folded = page["results"].one("div", "profile").all("details", "sources")
    assert all("open" not in each.attributes and each.all("div", "source") for each in folded)
    names = [each.one("summary").attributes["aria-label"] for each in folded]
    assert names[:4] == ["Källa: beskrivning", "Källa: webbplats", "Källor: säte", "Källa: län"]
    assert len(set(names)) == len(names)
    assert sum(len(each.all("div", "source")) for each in folded) == len(page["results"].one("div", "profile").all("div", "source"))


def test_a_profile_has_the_known_facts() -> None:
    page = first_page({"cluster": "automation-smaland"})
    assert fact(page, "Län").startswith("Jönköpings län")
    assert fact(page, "Grundat").startswith("2012")
    assert fact(page, "Medlemmar").startswith("20 (troligen 2016)")
    assert fact(page, "Senast kända märkning").startswith("Brons (2018-09-24; gick ut 2020-09-24)")
    assert page["results"].one("div", "website").one("a", "button").text == "Besök webbplatsen automationsmaland.se"


@pytest.mark.parametrize("cluster", CLUSTERS, ids=IDS)
def test_a_profile_links_every_citation_of_its_cluster(cluster: dict[str, str]) -> None:
    page = first_page({"cluster": cluster["id"]})
    assert cluster["name"] in read(page) and cluster["description_sv"] in read(page)
    linked = {each.attributes["href"] for each in page["results"].one("div", "profile").all("a", href=ANY)}
    source_urls = {row["source_url"] for row in rows_of("citations") if row["subject"] == cluster["id"] and row["source_url"]}
    assert source_urls
    assert {urlsplit(url).hostname for url in source_urls} <= {urlsplit(url).hostname for url in linked}


def test_a_cluster_without_seat_stands_somewhere_in_its_county() -> None:
    """The map and the profile both say so."""
    page = opened({"cluster": "iuc-syd"})
    in_county = [point[0] for point in points_on_map(page) if point[6] == "Någonstans i länet"]
    assert in_county == [row["id"] for row in CLUSTERS if not row["municipality_code"]]
    assert "säte" in gaps(page) and fact(page, "Län").startswith("Skåne län På kartan: någonstans i länet.")


def test_a_cluster_with_seat_stands_in_its_town() -> None:
    assert fact(first_page({"cluster": "compare"}), "Säte").startswith("Karlstad På kartan: i tätorten Karlstad.")


HOSTILE = [
    "${alert(1)}",
    "`${alert(1)}`",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "=1+1",
    "{{7*7}}",
    "{% raw %}",
    "*a* [b](javascript:alert(1)) :material/close: $x$",
    "å" * 300,
]


@pytest.fixture
def hostile(write_list: WriteList) -> list[str]:
    """Show a list of clusters whose names look like code; return their ids."""
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow(["id", "name", "region_codes", "focus"])
    ids = [f"c{number}" for number in range(len(HOSTILE))]
    writer.writerows([cluster_id, name, "Skåne", "digital"] for cluster_id, name in zip(ids, HOSTILE, strict=True))
    write_list(content.getvalue())
    return ids


def test_hostile_names_reach_the_table_as_they_are(hostile: list[str]) -> None:
    page = first_page()
    assert "9 kluster i list.csv" in read(page)
    table = page["results"].one("tbody", id="rows")
    assert [each.texts[0] for each in table.all("th")] == HOSTILE
    assert ids_in_table(page) == hostile


def test_hostile_names_reach_the_map_as_data(hostile: list[str]) -> None:
    page = opened()
    assert [(point[0], point[4]) for point in points_on_map(page)] == list(zip(hostile, HOSTILE, strict=True))
    script = map_arguments(page)["feature_group"]
    assert not set("<>&$`'") & set(script) and script.count("{") == script.count("}") == 1  # around the record of names


def test_a_hostile_name_is_only_text_in_its_profile(hostile: list[str]) -> None:
    for cluster_id, name in zip(hostile, HOSTILE, strict=True):
        page = first_page({"cluster": cluster_id})
        assert page["results"].one("h2", id="profile-heading").texts == [name]
        assert {each.tag for each in page.all()}.isdisjoint({"img", "script"})


@pytest.mark.usefixtures("hostile")
def test_a_hostile_search_is_only_text() -> None:
    page = search(opened(), "<img src=x onerror=alert(1)>")
    assert sentence(page).startswith("Sökningen ”<img src=x onerror=alert(1)>”: 1 kluster (av de 9 i ")
    assert searched(page) == "<img src=x onerror=alert(1)>" and not page.all("img")


BROKEN = {
    "unknown county": "id,name,region_codes,focus\na,A,Atlantis,digital\n",
    "missing column": "id,name,focus\na,A,digital\n",
    "empty": "",
    "a page": "<!doctype html><title>Logga in</title>",
}
ERRORS = [
    (
        "Listan över kluster kan inte visas just nu: 1 fel i filen måste rättas först. Den som ansvarar för "
        "listan kan köra `python -m data.check FILE` för att se vad som är fel och var."
    ),
    (
        "The list of clusters cannot be shown at the moment: 1 error in its file must be corrected first. The person "
        "responsible for the list can run `python -m data.check FILE` to see what is wrong and where."
    ),
]
UNREADABLE = [
    "Listan över kluster går inte att läsa just nu. Webbplatsen fortsätter att försöka.",
    "The list of clusters cannot be read at the moment. The website keeps trying.",
]


RETRY = ["Försök igen", "Try again"]


def unavailable_page() -> Page:
    """Return the page in place of all others, which is the same as first page and as live page."""
    response = get()
    assert response.status_code == 503
    first, live = page_of(response), opened()
    assert {name: each.text for name, each in first.parts.items()} == {name: each.text for name, each in live.parts.items()}
    assert not live.app.get("component_instance")
    return first


def errors(page: Page) -> list[str]:
    """Return the notices without the text of their buttons."""
    return [each.texts[0].strip() for each in page["results"].all("p", "notice")]


@pytest.mark.parametrize(
    ("name", "expected"), [("unknown county", ERRORS), ("missing column", ERRORS), ("a page", UNREADABLE), ("empty", UNREADABLE)]
)
def test_a_broken_list_shows_errors_in_both_languages_only(name: str, expected: list[str], write_list: WriteList) -> None:
    write_list(BROKEN[name])
    page = unavailable_page()
    assert errors(page) == expected
    assert labels(page) == RETRY
    assert headings(page) == ["Klusterkartan"]
    assert {part for part, element in page.parts.items() if element.text} == {"results", "footer"}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_errors_of_a_broken_list_have_no_paths_or_code(content: str, write_list: WriteList) -> None:
    file = write_list(content)
    text = read(unavailable_page())
    assert str(file.parent) not in text and file.name not in text and "Traceback" not in text and "/" not in text


def test_a_missing_list_shows_errors(write_list: WriteList) -> None:
    write_list("").unlink()
    assert errors(unavailable_page()) == UNREADABLE


@pytest.mark.parametrize("source", ["http://127.0.0.1:{port}/list.csv", "postgresql://reader:x@127.0.0.1:{port}/register"])
def test_an_unreachable_source_shows_errors(source: str, set_settings: Callable[..., None]) -> None:
    set_settings(CLUSTERS_SOURCE=source.format(port=free_port()))
    page = unavailable_page()
    assert errors(page) == UNREADABLE and labels(page) == RETRY


def test_a_list_before_its_first_reading_shows_a_notice(write_list: WriteList, monkeypatch: pytest.MonkeyPatch) -> None:
    write_list("")
    monkeypatch.setattr(DatasetStore, "_poll", lambda _store: None)
    page = unavailable_page()
    assert errors(page) == ["Listan över kluster läses in.", "The list of clusters is loading."] and labels(page) == RETRY


@pytest.mark.parametrize("name", ["unknown county", "empty"])
def test_retry_shows_a_corrected_list(name: str, write_list: WriteList) -> None:
    """The links load the page that is open; a live page shows the list with its next run."""
    write_list(BROKEN[name])
    page = opened({"region": "12"})
    assert len(errors(page)) == 2
    assert all(control.attributes["href"] == "" and "data-reload" in control.attributes for control in controls(page))
    write_list("id,name,region_codes,focus\na,A,Skåne,digital\n")
    dataset_store().refresh()
    page.run()
    assert not errors(page) and ids_on_map(page) == ["a"]
    for shown in (page, first_page({"region": "12"})):
        assert ids_in_table(shown) == ["a"] and pressed(shown, "region") == ["12"]
        assert "1 kluster i list.csv" in read(shown)


@pytest.mark.parametrize(
    ("area", "names"), [("Håbo", ["A", "E Håbo"]), ("Habo", ["B"]), ("Kalmar kommun", ["C"]), ("Kalmar län", ["C", "D"])]
)
def test_a_search_for_an_area_finds_its_clusters_and_those_that_name_it(area: str, names: list[str], write_list: WriteList) -> None:
    write_list("name,region,municipality\nA,03,Håbo\nB,06,Habo\nC,08,Kalmar\nD,08,\nE Håbo,12,Lund\n")
    assert sorted(row[0] for row in cells(first_page({"q": area}))) == names


@pytest.mark.parametrize("north", [0.0, 0.001])
def test_all_clusters_of_one_municipality_are_on_the_map(north: float, write_list: WriteList) -> None:
    """Also those at the same coordinates: they are one symbol."""
    write_list("name,region,lat,lon\n" + "".join(f"Nummer {number},12,{55.7 + number * north:.3f},13.2\n" for number in range(40)))
    assert len(ids_on_map(opened())) == 40
