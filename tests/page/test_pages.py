from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from components.content.pages.page_info import page_infos
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from data.cluster_codes import LABELS, STATUSES
from data.filters import PUBLIC_DIMENSIONS
from data.languages import Language
from data.text import sort_key
from tests.html_tree import ANY, Element
from tests.page.app_driver import Query, address, emit, first_page, follow, get, opened
from tests.page.page_facts import (
    CLUSTERS,
    IDS,
    Page,
    chips,
    current_entries,
    fact,
    fact_headings,
    file_urls,
    footer_pages,
    headings,
    labels,
    links,
    menu,
    notices,
    numbers,
    pressed,
    query_of,
    read,
    rows_of,
    sentence,
    urls,
)

REGIONS = rows_of("regions")
COUNTIES = {row["code"]: row for row in REGIONS}
FOCUS = {row["code"]: row for row in rows_of("focus_areas")}
NAMES = {row["id"]: row["name"] for row in CLUSTERS}
LANGUAGES = ("sv", "en")
TITLES = {
    ("", "sv"): "22 kluster i S3-piloten 2018",
    ("compare", "sv"): "Jämför län",
    ("about", "sv"): "Om S3-piloten",
    ("data", "sv"): "Om uppgifterna",
    ("open-data", "sv"): "Öppna data",
    ("own-list", "sv"): "Egen lista",
    ("accessibility", "sv"): "Tillgänglighetsredogörelse",
    ("cookies", "sv"): "Kakor och personuppgifter",
    ("", "en"): "22 clusters in S3-piloten 2018",
    ("compare", "en"): "Compare counties",
    ("about", "en"): "About S3-piloten",
    ("data", "en"): "About the data",
    ("open-data", "en"): "Open data",
    ("own-list", "en"): "Your list",
    ("accessibility", "en"): "Accessibility statement",
    ("cookies", "en"): "Cookies and personal data",
}


@pytest.mark.parametrize(("path", "language"), TITLES)
def test_each_page_has_a_path_a_heading_and_an_entry(path: str, language: str) -> None:
    """The menu has the pages of the main job, the footer those about the site itself."""
    page = first_page({"lang": language}, path)
    assert headings(page)[0] == TITLES[path, language]
    assert page.path == path
    assert menu(page) == ["", "compare", "about", "own-list", "open-data"]
    assert footer_pages(page) == ["accessibility", "data", "cookies"]
    assert current_entries(page) == [path][: path in menu(page)]
    linked = page["header"].one("nav").all("a") + page["footer"].all("a", data_event=ANY)
    assert all(each.attributes["href"].endswith(f"?lang={language}") for each in linked)


@pytest.mark.parametrize("path", [path for path, language in TITLES if language == "sv"])
def test_the_selection_stays_on_all_pages(path: str) -> None:
    query: Query = {"region": ["12", "14"], "focus": "digital", "label": "bronze", "q": "uppkopplad", "cluster": "compare", "lang": "en"}
    page = opened(query, path)
    page.run()
    assert address(page) == query
    follow(page, page["header"].one("a", "name"))
    assert address(page) == query and page.path == ""
    assert page.message["query"].startswith("?region=12&region=14&focus=digital&label=bronze&q=uppkopplad")
    as_lists = {name: [values] if isinstance(values, str) else values for name, values in query.items()}
    first = first_page(query, path)
    assert all(
        query_of(each.attributes["href"]) == as_lists
        for each in first["header"].one("nav").all("a") + first["footer"].all("a", data_event=ANY)
    )


@pytest.mark.parametrize("path", ["about", "data", "accessibility", "cookies"])
def test_an_article_page_has_sentence_and_chips(path: str) -> None:
    page = first_page({"region": "12", "label": "bronze"}, path)
    assert sentence(page) == "Senast kända märkning brons i Skåne: 2 kluster (av de 22 i S3-piloten 2018)."
    assert chips(page) == [["region", "12", "Skåne län"], ["label", "bronze", "Brons"]]
    assert not numbers(page) and not file_urls(page)
    assert not first_page({}, path)["sentence"].text and not page["summary"].text


def test_label_links_of_the_about_page_clear_all_filters() -> None:
    """A label leads to all of its clusters, whichever filters are in use, in the visitor's language."""
    codes = {dimension.name: current_dataset().known.of(dimension)[0] for dimension in PUBLIC_DIMENSIONS}
    page = first_page({**codes, "q": "uppkopplad", "cluster": "compare", "lang": "en"}, "about")
    assert {f"./?label={label}&lang=en" for label in LABELS} <= urls(page)
    assert {f"./?status={status}&lang=en" for status in STATUSES} <= urls(page)


def test_a_link_opens_its_page_and_selection() -> None:
    page = opened({"focus": "digital"})
    emit(page, ("follow_link", "about", "?focus=digital&lang=en"))
    assert headings(page)[0] == "About S3-piloten" and address(page) == {"focus": "digital", "lang": "en"}
    emit(page, ("follow_link", "", "?focus=textile"))
    assert sentence(page) == "Textil och mode: 1 kluster (av de 22 i S3-piloten 2018)."
    assert pressed(page, "focus") == ["textile"]


def test_a_link_to_an_unknown_page_is_ignored() -> None:
    page = emit(opened(), ("follow_link", "nowhere", ""))
    assert headings(page)[0] == TITLES["", "sv"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cluster", CLUSTERS, ids=IDS)
def test_a_profile_shows_the_facts_of_the_list(cluster: dict[str, str], language: str) -> None:
    page = first_page({"cluster": cluster["id"], "lang": language})
    texts = texts_in(language)
    facts = {
        "Industry focus": ", ".join(FOCUS[code][f"label_{language}"] for code in cluster["focus"].split(";"))
        + " "
        + cluster[f"focus_text_{language}"],
        "Counties": " ".join(
            row[f"county_{language}"] for code in cluster["region_codes"].split(";") for row in REGIONS if row["code"] == code
        ),
        "Founded": cluster["founded"],
        "Members": cluster["members"],
    }
    if cluster["aliases"]:
        facts["Also known as"] = cluster["aliases"].replace(";", ", ")
    assert cluster[f"description_{language}"] in read(page)
    for heading, value in facts.items():
        name = texts.gettext(heading)
        probably = texts.gettext("%s (probably)").removeprefix("%s")
        assert fact(page, name).replace(probably, "").startswith(value) if value else name not in fact_headings(page)
    domains = [each.one("span").text for each in page["results"].all("a", href=cluster["website"], css_class="button")]
    assert domains == [re.sub(r"^https?://(www\.)?|[/:].*$", "", cluster["website"])] * bool(cluster["website"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region["code"])
def test_a_region_shows_the_facts_of_the_list(region: dict[str, str], language: str) -> None:
    page = first_page({"region": region["code"], "lang": language})
    assert region[f"county_{language}"] in headings(page)
    text = read(page)
    for value in (
        *region[f"priorities_{language}"].split(";"),
        region["body"],
        region["nuts3_code"],
        region["nuts2_code"],
        region["nuts2_name"],
    ):
        assert value in text
    for row in CLUSTERS:
        assert any(text.startswith(row["name"]) for text in links(page)) >= (region["code"] in row["region_codes"].split(";"))
    assert {row["source_url"] for row in rows_of("citations") if row["subject"] == region["code"] and row["source_url"]} <= urls(page)


def test_a_region_without_clusters_says_so_and_names_the_nearest() -> None:
    page = first_page({"region": "09"})
    assert read(page).count("Fågelvägen från residensstaden Visby. Mjärdevi Science Park Linköping, ca 180 km") == 1
    assert "Inget av de 22 klustren i S3-piloten 2018. Inriktningar" in read(page)
    nearest = [name for name in links(page) if name in NAMES.values()]
    assert nearest == ["Mjärdevi Science Park", "Aerospace Cluster Sweden", "Urban ICT Arena"]


def test_a_region_without_a_match_names_the_nearest_match() -> None:
    page = first_page({"region": "12", "label": "gold"})
    assert "Närmaste kluster Fågelvägen från residensstaden Malmö. Paper Province Karlstad, ca " in read(page)
    assert "Inget som matchar dina filter. Inriktningar" in read(page)


def test_a_region_with_clusters_names_the_nearest_outside() -> None:
    text = read(first_page({"region": "06"}))
    assert "Automation Småland Närmast utanför länet Fågelvägen från residensstaden Jönköping. Smart Textiles Borås, ca 73 km" in text
    text = read(first_page({"region": "10", "lang": "en"}))
    note = "Nearest outside the county As the crow flies, from the county seat Karlskrona."
    assert f"{note} Interior Cluster about " in text and " km, to a point in its county " in text


def test_a_region_links_to_the_comparison_with_its_neighbours() -> None:
    page = first_page({"region": "06", "focus": "digital"})
    assert "Jämför med grannlänen Halland, Kalmar, Kronoberg, Västra Götaland, Östergötland" in read(page)
    url = "./compare?region=13&region=06&region=08&region=07&region=14&region=05&focus=digital"
    assert links(page)["Jämför med grannlänen"] == url
    assert links(first_page({"region": "25"}))["Jämför med grannlänet"] == "./compare?region=25&region=24"
    assert "Jämför med" not in read(first_page({"region": "09"}))


def test_two_filtered_regions_open_no_profile() -> None:
    assert len(headings(first_page({"region": ["12", "14"]}))) == 1


def test_a_profile_links_nearest_and_similar_clusters() -> None:
    page = first_page({"cluster": "paper-province", "lang": "en"})
    assert (
        "Nearest other clusters As the crow flies, between the towns. Compare in the same town Tillverkningstekniskt centrum about 58 km"
        in read(page)
    )
    page = first_page({"cluster": "triple-steelix", "region": "20"})
    assert "Samma inriktning Georange Stål, metall och gruvor" in read(page)
    assert links(page)["Georange"] == "./?region=20&cluster=georange"


def test_a_label_after_its_last_day_is_expired() -> None:
    assert "expired 2020-09-24" in fact(first_page({"cluster": "automation-smaland", "lang": "en"}), "Latest known label")


@pytest.mark.parametrize(("cluster", "language"), [(row["id"], language) for row in CLUSTERS for language in LANGUAGES])
def test_a_citation_that_agrees_is_not_quoted(cluster: str, language: str) -> None:
    text = fact(first_page({"cluster": cluster, "lang": language}), texts_in(language).gettext("Latest known label"))
    assert not re.search(r"\((bronze|silver|gold|2[0-9-]+)\)", text)


def test_a_citation_that_differs_is_quoted() -> None:
    differing = fact(first_page({"cluster": "mobile-heights", "lang": "en"}), "Founded")
    assert differing.startswith("2009 ") and "(2007)" in differing and "(2009)" not in differing


def test_a_profile_marks_the_nearest_priority_of_its_county() -> None:
    page = first_page({"cluster": "paper-province"})
    text = read(page)
    assert "Skoglig bioekonomi närmast klustrets inriktning; vår egen klassning" in text
    assert text.count("närmast klustrets inriktning; vår egen klassning") == 2  # in the newer list and in the earlier one
    sources = [row for row in rows_of("citations") if row["subject"] == "17" and row["field"] == "priorities" and row["note_sv"]]
    assert sources and all(row["note_sv"] in text for row in sources)
    assert "ingen av dem ligger nära klustrets inriktning" in read(first_page({"cluster": "urban-ict-arena"}))


def test_a_distance_from_somewhere_in_a_county_says_so() -> None:
    text = read(first_page({"cluster": "iuc-syd"}))
    note = "Närmaste andra kluster Fågelvägen från en punkt i länet, eftersom sätet inte är känt."
    assert f"{note} Mobile Heights ca 40 km, till tätorten" in text


def test_regions_stand_side_by_side_with_their_common_facts() -> None:
    page = first_page({"region": ["05", "14", "25"]}, "compare")
    counties = ["Norrbottens län", "Västra Götalands län", "Östergötlands län"]
    matrix = ["Län och inriktningar", "Kluster per inriktning"]
    assert headings(page) == ["Jämför län", "Gemensamt", *counties, "Lägg till ett grannlän", *matrix]
    text = read(page)
    assert "Gemensamt Inriktningar Digital teknik Norrbottens län och Östergötlands län Flyg och rymd alla länen" in text
    assert "Kluster Aerospace Cluster Sweden alla länen" in text
    assert links(page)["Norrbottens län"] == "./?region=25"


def test_shared_priorities_are_compared_by_theme() -> None:
    """Gotland has "Livsmedel", Jönköping "Livsmedel och livsmedelsförädling"."""
    text = read(first_page({"region": ["06", "09"]}, "compare"))
    counties = "Gotlands län och Jönköpings län"
    shared = f"Gemensamma prioriteringar, efter tema Besöksnäring {counties} Livsmedel {counties} Indelningen i teman är vår egen."
    assert shared in text
    assert "Gemensamma prioriteringar, efter tema Inga" in read(first_page({"region": ["08", "09"]}, "compare"))


@pytest.mark.parametrize(
    ("codes", "messages"),
    [
        ([], ["Börja med att välja ett län i filtren. Grannlänen är sedan ett tryck bort."]),
        (["12"], ["Välj ett län till att jämföra med."]),
        (["12", "14"], []),
        (["04", "05", "14", "17", "18", "19", "20"], []),  # Örebro County and its neighbours
        (
            ["04", "05", "12", "14", "17", "18", "19", "20"],
            ["Du kan jämföra högst sju län. Ta bort några för att se jämförelsen."],
        ),
    ],
)
def test_two_to_seven_regions_are_compared(codes: list[str], messages: list[str]) -> None:
    page = first_page({"region": codes}, "compare")
    assert notices(page) == messages
    assert ("Gemensamt" in headings(page)) == (2 <= len(codes) <= 7)


@pytest.mark.parametrize(
    ("codes", "added"),
    [
        ([], {}),
        (["12"], {"Blekinge": ["12", "10"], "Kronoberg": ["12", "07"], "Halland": ["12", "13"]}),
        (["25", "24"], {"Jämtland": ["25", "24", "23"], "Västernorrland": ["25", "24", "22"]}),
        (["09"], {}),  # an island
        (["04", "05", "14", "17", "18", "19", "20"], {}),  # no room for more
    ],
)
def test_neighbours_of_the_chosen_counties_can_be_added(codes: list[str], added: dict[str, list[str]]) -> None:
    page = first_page({"region": codes, "focus": "digital", "cluster": "compare"}, "compare")
    found = {
        each.text: query_of(each.attributes["href"]) for part in page["results"].all("section", "neighbouring") for each in part.all("a")
    }
    assert {name: sorted(query["region"]) for name, query in found.items()} == {name: sorted(query) for name, query in added.items()}
    assert all(query["focus"] == ["digital"] for query in found.values())


@pytest.mark.parametrize("codes", [[], ["12"], ["12", "13"]])
def test_the_chosen_counties_are_marked_in_the_matrix(codes: list[str]) -> None:
    matrix = first_page({"region": codes}, "compare")["results"].one("table", "matrix")
    names = {row["code"]: row["name"] for row in rows_of("regions")}
    assert {each.text for each in matrix.all("a", aria_current="true")} == {names[code] for code in codes}
    assert {each.one("th").text for each in matrix.all("tr", "chosen")} == {names[code] for code in codes}


@pytest.mark.parametrize(("language", "first"), [("sv", "Automation och robotik"), ("en", "Aerospace")])
def test_the_focus_areas_of_the_matrix_are_in_alphabetical_order(language: Language, first: str) -> None:
    names = [each.text for each in first_page({"lang": language}, "compare")["results"].one("table", "matrix").one("thead").all("th")][1:-1]
    assert names[0] == first and names == sorted(names, key=lambda name: sort_key(name, language))


def matrix_of(page: Page) -> dict[str, list[str]]:
    """Return the numbers of each row by its heading."""
    matrix = page["results"].one("table", "matrix")
    rows = matrix.one("tbody").all("tr") + matrix.one("tfoot").all("tr")
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


def test_the_matrix_counts_clusters_per_county_and_focus() -> None:
    """A cluster in several counties or focus areas counts in each."""
    matrix = matrix_of(first_page({}, "compare"))
    pairs = Counter((region, focus) for row in CLUSTERS for region in row["region_codes"].split(";") for focus in row["focus"].split(";"))
    belong = Counter(region for row in CLUSTERS for region in row["region_codes"].split(";"))
    assert len(matrix) == 22
    for region in REGIONS:
        counts = [pairs[region["code"], focus] for focus in FOCUS]
        assert matrix[region["name"]] == [str(count) for count in (*counts, belong[region["code"]])]
    totals = Counter(focus for row in CLUSTERS for focus in row["focus"].split(";"))
    assert matrix["Alla län"] == [str(count) for count in (*(totals[focus] for focus in FOCUS), 22)]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("query", [{}, {"q": ["stål"]}])
def test_the_matrix_has_the_counties_in_the_order_of_the_filter(language: str, query: dict[str, list[str]]) -> None:
    """Also those without a cluster: one alphabet."""
    page = first_page({**query, "lang": [language]}, "compare")
    names = [row.one("th").text for row in page["results"].one("table", "matrix").one("tbody").all("tr")]
    buttons = [label.text.rpartition(" (")[0] for label in page["filters"].all("fieldset")[0].all("label")]
    assert names == buttons and len(names) == 21


def test_a_cell_of_the_matrix_leads_to_its_county_and_focus() -> None:
    matrix = first_page({}, "compare")["results"].one("table", "matrix")
    codes = {row["name"]: row["code"] for row in rows_of("regions")}
    for row in matrix.one("tbody").all("tr"):
        for focus, cell in zip(FOCUS, row.all("td"), strict=False):  # the last cell is the total
            for link in cell.all("a"):
                assert query_of(link.attributes["href"]) == {"region": [codes[row.one("th").text]], "focus": [focus]}


def test_the_matrix_follows_label_and_text() -> None:
    """Each cell links to its clusters."""
    page = first_page({"label": "gold", "region": "12", "lang": "en"}, "compare")
    assert matrix_of(page)["Värmland"] == [*("0" * 5), "1", *("0" * 6), "1"]  # forest and bioeconomy
    cell = page["results"].one("a", aria_label="Värmland, Forest and bioeconomy: 1 cluster")
    assert cell.attributes["href"] == "./?region=17&focus=forest-bioeconomy&label=gold&lang=en"


def test_an_empty_result_has_offers_instead_of_the_matrix() -> None:
    page = first_page({"q": "xyzzy"}, "compare")
    assert headings(page) == ["Jämför län"]
    assert labels(page) == ["Visa alla kluster"]


def test_the_bars_are_the_focus_areas_with_the_longest_first() -> None:
    (listed,) = first_page({}, "compare")["results"].all("ul", "bars")
    shares = [each.attributes["style"].removeprefix("--share:").removesuffix("%") for each in listed.all("span", "bar")]
    bars = list(zip(shares, [each.all("span")[-1].text for each in listed.all("li")], strict=True))
    assert bars == [("100", "7"), ("43", "3"), *[("29", "2")] * 3, *[("14", "1")] * 7]


def test_the_data_page_counts_known_values() -> None:
    page = first_page({}, "data")
    text = read(page)
    for heading, column in {"Säte": "municipality_code", "Webbplats": "website", "Grundat": "founded", "Medlemmar": "members"}.items():
        assert f"{heading} {sum(1 for row in CLUSTERS if row[column])} av 22 kluster" in text
    sources = [row for row in rows_of("citations") if row["subject"] in IDS]
    assert f"Angiven {sum(1 for row in sources if row['confidence'] == 'stated')} står i källan" in text
    differing = [row for row in sources if row["note_sv"].startswith("Källorna skiljer sig")]
    assert len(differing) == 11
    for row in differing:
        assert row["note_sv"].partition(": ")[2][1:] in text


def test_the_accessibility_statement_names_the_operator(set_settings: Callable[..., None]) -> None:
    unnamed = first_page({}, "accessibility")["results"].text
    assert unnamed.startswith("Den här webbplatsen är en demonstration: ingen ansvarig organisation är angiven.")
    assert "Inga kontaktuppgifter är angivna." in unnamed and "Kontakta oss" not in unnamed
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_CONTACT="https://www.example.se/kontakt")
    page = first_page({}, "accessibility")
    assert page["results"].text.startswith("Region Exempel ansvarar") and "https://www.example.se/kontakt" in read(page)


@pytest.mark.parametrize("name", ["*Region* _Exempel_", "1. [Region](https://a.se)", "# Region <b>"])
def test_the_name_of_the_operator_is_no_markdown(set_settings: Callable[..., None], name: str) -> None:
    set_settings(OPERATOR_NAME=name)
    for path in ("accessibility", "cookies"):
        assert f"{name} ansvarar" in first_page({}, path)["results"].text


@pytest.mark.parametrize("article", ["about", "accessibility", "cookies"])
def test_articles_have_equal_structure_in_both_languages(article: str) -> None:
    """The numbers of headings and links are the same."""
    shapes = []
    for language in LANGUAGES:
        shown: Element = first_page({"lang": language}, article)["results"].one("article")
        targets = [each.attributes["href"].replace(f"lang={language}", "") for each in shown.all("a", href=ANY)]
        shapes.append(([each.tag for each in shown if re.fullmatch("h[1-6]", each.tag)], targets))
    assert shapes[0] == shapes[1] and all(shapes[0])


@pytest.mark.parametrize("article", ["about", "accessibility", "cookies"])
def test_links_of_articles_lead_somewhere(article: str) -> None:
    page = first_page({"region": "12", "lang": "en"}, article)
    own = {url for url in urls(page) if not url.startswith(("https://", "http://", "mailto:"))}
    assert own
    for url in own:
        assert get(url.removeprefix("./").partition("?")[0], query_of(url)).status_code == 200


def test_pages_are_named_in_both_languages() -> None:
    assert current_dataset().known
    names = [[info.name for info in page_infos(current_dataset(), texts_in(language)).values()] for language in ("sv", "en")]
    assert names == [
        [
            "Karta",
            "Jämför län",
            "Om S3-piloten",
            "Egen lista",
            "Öppna data",
            "Tillgänglighet",
            "Om uppgifterna",
            "Kakor och personuppgifter",
        ],
        [
            "Map",
            "Compare counties",
            "About S3-piloten",
            "Your list",
            "Open data",
            "Accessibility",
            "About the data",
            "Cookies and personal data",
        ],
    ]
