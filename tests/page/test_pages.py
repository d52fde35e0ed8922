from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from components.content.page_info import page_infos
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from data.cluster_columns import LABELS
from data.filters import DIMENSIONS
from tests.page.app_driver import (
    CLUSTERS,
    IDS,
    Query,
    address,
    emit,
    fact,
    headings,
    markup,
    opened,
    part,
    parts_of,
    read,
    rows_of,
    run,
    sentence,
)

REGIONS = rows_of("regions")
COUNTIES = {row["code"]: row for row in REGIONS}
FOCUS = {row["code"]: row for row in rows_of("focus_areas")}
NAMES = {row["id"]: row["name"] for row in CLUSTERS}
LANGUAGES = ("sv", "en")
TITLES = {
    ("", "sv"): "22 kluster i 16 av Sveriges 21 län",
    ("compare", "sv"): "Jämför län",
    ("about", "sv"): "Om S3-piloten",
    ("data", "sv"): "Om uppgifterna",
    ("open-data", "sv"): "Öppna data",
    ("own-list", "sv"): "Egen lista",
    ("accessibility", "sv"): "Tillgänglighetsredogörelse",
    ("", "en"): "22 clusters in 16 of Sweden's 21 counties",
    ("compare", "en"): "Compare counties",
    ("about", "en"): "About S3-piloten",
    ("data", "en"): "About the data",
    ("open-data", "en"): "Open data",
    ("own-list", "en"): "Your own list",
    ("accessibility", "en"): "Accessibility statement",
}


def links(page: AppTest) -> dict[str, str]:
    """Return the URL of each link by its text."""
    anchors = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', "".join(markup(page)))
    return {unescape(text): unescape(target) for target, text in anchors}


@pytest.mark.parametrize(("path", "language"), TITLES)
def test_each_page_has_a_path_a_heading_and_a_menu_entry(path: str, language: str) -> None:
    page = opened({"lang": language}, path)
    assert headings(page)[0] == TITLES[path, language]
    menu = part(page, "header")
    assert menu["path"] == path and list(menu["labels"]["pages"]) == [
        "",
        "compare",
        "about",
        "data",
        "open-data",
        "own-list",
        "accessibility",
    ]
    assert menu["query"] == ("?lang=en" if language == "en" else "")


@pytest.mark.parametrize("path", [path for path, language in TITLES if language == "sv"])
def test_the_selection_stays_on_all_pages(path: str) -> None:
    query: Query = {"region": ["12", "14"], "focus": "digital", "label": "bronze", "q": "lund", "cluster": "compare", "lang": "en"}
    page = run(opened(query, path))
    assert address(page) == query
    emit(page, ("open_page", ""))
    assert address(page) == query
    assert part(page, "header")["query"].startswith("?region=12&region=14&focus=digital&label=bronze&q=lund")


@pytest.mark.parametrize("path", ["about", "data", "accessibility"])
def test_an_article_page_has_sentence_and_chips(path: str) -> None:
    page = opened({"region": "12", "label": "bronze"}, path)
    content = part(page, "summary")
    assert content["sentence"] == "2 av 22 kluster visas, i Skåne, inom digital teknik och tillverkning, med märkningen Brons."
    assert content["chips"] == [["region", "12", "Skåne län"], ["label", "bronze", "Brons"]]
    assert not content["numbers"] and not content["query"]
    assert "summary" not in parts_of(opened({}, path))


def test_label_links_of_the_about_page_clear_all_filters() -> None:
    """A label leads to all of its clusters, whichever filters are in use, in the visitor's language."""
    codes = {dimension.name: current_dataset().known.of(dimension)[0] for dimension in DIMENSIONS}
    page = opened({**codes, "q": "lund", "cluster": "compare", "lang": "en"}, "about")
    assert all(f"](./?label={label}&lang=en)" in page.markdown[0].value for label in LABELS)


def test_a_link_opens_its_page_and_selection() -> None:
    page = opened({"focus": "digital"})
    emit(page, ("follow_link", "about", "?focus=digital&lang=en"))
    assert headings(page)[0] == "About S3-piloten" and address(page) == {"focus": "digital", "lang": "en"}
    emit(page, ("follow_link", "", "?focus=textile"))
    assert sentence(page) == "1 av 22 kluster visas, i Västra Götaland, inom textil och mode."
    assert page.pills(key="focus").value == ["textile"]


def test_a_link_to_an_unknown_page_is_ignored() -> None:
    page = emit(opened(), ("follow_link", "nowhere", ""))
    assert headings(page)[0] == TITLES["", "sv"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cluster", CLUSTERS, ids=IDS)
def test_a_profile_shows_what_the_list_says(cluster: dict[str, str], language: str) -> None:
    page = opened({"cluster": cluster["id"], "lang": language})
    texts = texts_in(language)
    unknown = texts.gettext("Not known")
    facts = {
        "Industry focus": ", ".join(FOCUS[code][f"label_{language}"] for code in cluster["focus"].split(";"))
        + " "
        + cluster[f"focus_text_{language}"],
        "Counties": " ".join(
            row[f"county_{language}"] for code in cluster["region_codes"].split(";") for row in REGIONS if row["code"] == code
        ),
        "Founded": cluster["founded"] or unknown,
        "Members": cluster["members"] or unknown,
        "Website": re.sub(r"^https?://(www\.)?|[/:].*$", "", cluster["website"]) or unknown,
    }
    if cluster["aliases"]:
        facts["Also known as"] = cluster["aliases"].replace(";", ", ")
    assert cluster[f"description_{language}"] in read(page)
    for heading, value in facts.items():
        assert fact(page, texts.gettext(heading)).startswith(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region["code"])
def test_a_region_shows_what_the_list_says(region: dict[str, str], language: str) -> None:
    page = opened({"region": region["code"], "lang": language})
    assert headings(page)[1] == region[f"county_{language}"]
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
        assert (links(page).get(row["name"]) is not None) >= (region["code"] in row["region_codes"].split(";"))
    urls = {row["source_url"] for row in rows_of("citations") if row["subject"] == region["code"] and row["source_url"]}
    assert urls <= {unescape(target) for target in re.findall(r'href="([^"]*)"', "".join(markup(page)))}


def test_a_region_without_clusters_says_so_and_names_the_nearest() -> None:
    page = opened({"region": "09"})
    assert "Inget av klustren. Närmast:" in read(page)
    nearest = [name for name in links(page) if name in NAMES.values()]
    assert nearest == ["Urban ICT Arena", "Mjärdevi Science Park", "Aerospace Cluster Sweden"]


def test_a_region_without_a_match_names_the_nearest_match() -> None:
    page = opened({"region": "12", "label": "gold"})
    assert "Inget som stämmer med det du har valt. Närmast: Paper Province" in read(page)


def test_two_filtered_regions_open_no_profile() -> None:
    assert len(headings(opened({"region": ["12", "14"]}))) == 1


def test_a_profile_links_nearest_and_similar_clusters() -> None:
    page = opened({"cluster": "paper-province", "lang": "en"})
    assert "Nearest other clusters Compare same municipality Tillverkningstekniskt centrum about 46 km" in read(page)
    page = opened({"cluster": "triple-steelix", "region": "20"})
    assert "Samma inriktning Georange Stål, metall och gruvor" in read(page)
    assert links(page)["Georange"] == "./?region=20&cluster=georange"


def test_a_label_after_its_last_day_is_expired() -> None:
    assert "expired 2020-09-24" in fact(opened({"cluster": "automation-smaland", "lang": "en"}), "Label")


@pytest.mark.parametrize(("cluster", "language"), [(row["id"], language) for row in CLUSTERS for language in LANGUAGES])
def test_a_citation_that_agrees_is_not_quoted(cluster: str, language: str) -> None:
    text = fact(opened({"cluster": cluster, "lang": language}), texts_in(language).gettext("Label"))
    assert not re.search(r"\((bronze|silver|gold|2[0-9-]+)\)", text)


def test_a_citation_that_differs_is_quoted() -> None:
    differing = fact(opened({"cluster": "mobile-heights", "lang": "en"}), "Founded")
    assert differing.startswith("2009 ") and "(2007)" in differing and "(2009)" not in differing


def test_a_profile_marks_the_nearest_priority_of_its_county() -> None:
    page = opened({"cluster": "paper-province"})
    text = read(page)
    assert "Skoglig bioekonomi närmast klustrets inriktning; vår egen klassning" in text
    assert text.count("närmast klustrets inriktning; vår egen klassning") == 1
    sources = [row for row in rows_of("citations") if row["subject"] == "17" and row["field"] == "priorities"]
    assert sources and all(row["note_sv"] in text for row in sources)
    assert "Ingen av dem ligger nära klustrets inriktning" in read(opened({"cluster": "agro-vast"}))


def test_a_distance_from_an_approximate_location_says_so() -> None:
    text = read(opened({"cluster": "iuc-syd"}))
    assert re.search(r"Närmaste andra kluster Mobile Heights ca \d+ km, till eller från en ungefärlig plats", text)


def test_regions_stand_side_by_side_with_what_they_share() -> None:
    page = opened({"region": ["05", "14", "25"]}, "compare")
    assert headings(page) == ["Jämför län", "Gemensamt", "Län och inriktningar", "Kluster per inriktning"]
    text = read(page)
    assert "Gemensamt Inriktningar Digital teknik Norrbottens län och Östergötlands län Flyg och rymd alla länen" in text
    assert "Kluster Aerospace Cluster Sweden alla länen" in text
    assert links(page)["Norrbottens län"] == "./?region=25"


@pytest.mark.parametrize(
    ("codes", "messages"),
    [
        ([], []),
        (["12"], ["Välj ett län till att jämföra med."]),
        (["12", "14"], []),
        (["12", "14", "17", "18"], []),
        (["12", "14", "17", "18", "20"], ["Högst fyra län får plats bredvid varandra. Ta bort något för att jämföra resten."]),
    ],
)
def test_two_to_four_regions_are_compared(codes: list[str], messages: list[str]) -> None:
    page = opened({"region": codes}, "compare")
    assert [info.value for info in page.info] == messages
    assert ("Gemensamt" in headings(page)) == (2 <= len(codes) <= 4)


def matrix_of(page: AppTest) -> dict[str, list[str]]:
    """Return the numbers of each row by its heading."""
    (table,) = re.findall(r'<table class="matrix">.*?</table>', "".join(markup(page)), re.DOTALL)
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', table, re.DOTALL)
    plain = [re.sub(r"<[^>]+>", " ", row).split() for row in rows]
    return {" ".join(word for word in row if not word.isdigit()): [word for word in row if word.isdigit()] for row in plain}


def test_the_matrix_counts_clusters_per_county_and_focus() -> None:
    """A cluster in several counties or focus areas counts in each."""
    matrix = matrix_of(opened({}, "compare"))
    pairs = Counter((region, focus) for row in CLUSTERS for region in row["region_codes"].split(";") for focus in row["focus"].split(";"))
    belong = Counter(region for row in CLUSTERS for region in row["region_codes"].split(";"))
    assert len(matrix) == 22
    for region in REGIONS:
        counts = [pairs[region["code"], focus] for focus in FOCUS]
        assert matrix[region["name"]] == [str(count) for count in (*counts, belong[region["code"]])]
    totals = Counter(focus for row in CLUSTERS for focus in row["focus"].split(";"))
    assert matrix["Hela Sverige"] == [str(count) for count in (*(totals[focus] for focus in FOCUS), 22)]


def test_the_matrix_follows_label_and_text() -> None:
    """Each cell links to its clusters."""
    page = opened({"label": "gold", "region": "12", "lang": "en"}, "compare")
    assert matrix_of(page)["Värmland"] == [*("0" * 7), "1", *("0" * 4), "1"]
    assert (
        'href="./?region=17&amp;focus=forest-bioeconomy&amp;label=gold&amp;lang=en" aria-label="Värmland, Forest and bioeconomy: 1 cluster"'
        in ("".join(markup(page)))
    )


def test_an_empty_result_has_offers_instead_of_the_matrix() -> None:
    page = opened({"q": "xyzzy"}, "compare")
    assert headings(page) == ["Jämför län"]
    assert [button.label for button in page.button] == ["Ta bort sökorden (ger 22 kluster)", "Visa alla kluster"]


def test_the_bars_are_the_focus_areas_with_the_longest_first() -> None:
    bars = re.findall(r'--share:(\d+)%"></span><span>(\d+)</span>', "".join(markup(opened({}, "compare"))))
    assert bars == [("100", "7"), ("43", "3"), *[("29", "2")] * 3, *[("14", "1")] * 7]


def test_the_data_page_counts_known_values() -> None:
    page = opened({}, "data")
    text = read(page)
    for heading, column in {"Säte": "municipality_code", "Webbplats": "website", "Grundat": "founded", "Medlemmar": "members"}.items():
        assert f"{heading} {sum(1 for row in CLUSTERS if row[column])} av 22 kluster" in text
    sources = [row for row in rows_of("citations") if row["subject"] in IDS]
    assert f"Belagd {sum(1 for row in sources if row['confidence'] == 'stated')} källan säger det" in text
    differing = [row for row in sources if row["note_sv"].startswith("Källorna skiljer sig")]
    assert len(differing) == 14
    for row in differing:
        assert row["note_sv"].partition(": ")[2][1:] in text


def test_the_accessibility_statement_names_the_operator(set_settings: Callable[..., None]) -> None:
    assert "[inte ifyllt av den som driver tjänsten]" in opened({}, "accessibility").markdown[0].value
    set_settings(OPERATOR_NAME="Region Exempel", OPERATOR_CONTACT="https://www.example.se/kontakt")
    text = opened({}, "accessibility").markdown[0].value
    assert text.startswith("Region Exempel ansvarar") and "https://www.example.se/kontakt" in text


@pytest.mark.parametrize("article", ["about", "accessibility"])
def test_articles_have_equal_structure_in_both_languages(article: str) -> None:
    """The numbers of headings and links are the same."""
    shapes = []
    for language in LANGUAGES:
        text = opened({"lang": language}, article).markdown[0].value.replace("lang=en", "").replace("?)", ")").replace("&)", ")")
        shapes.append((re.findall(r"^#+", text, re.MULTILINE), re.findall(r"\]\(([^)]*)\)", text)))
    assert shapes[0] == shapes[1]


def test_pages_are_named_in_both_languages() -> None:
    assert current_dataset().known
    names = [[info.name for info in page_infos(current_dataset(), texts_in(language)).values()] for language in ("sv", "en")]
    assert names == [
        ["Karta", "Jämför län", "Om S3-piloten", "Om uppgifterna", "Öppna data", "Egen lista", "Tillgänglighet"],
        ["Map", "Compare counties", "About S3-piloten", "About the data", "Open data", "Own list", "Accessibility"],
    ]
