"""The filter by theme of the counties' priorities on the page: toggles, chip, way out, open data and the comparison."""

from __future__ import annotations

from tests.page.app_driver import address, choose, first_page, ids_on_map, opened, press
from tests.page.page_facts import chips, file_query, ids_in_table, ignored_notice, labels, pressed, query_of, read, toggles, urls

SPACE = ["mobile-heights", "iuc-syd", "aerospace-cluster-sweden", "datacenter"]  # in Skåne and Norrbotten


def test_a_theme_leaves_the_same_clusters_everywhere() -> None:
    page = opened({"theme": "space-research"})
    assert ids_in_table(page) == ids_on_map(page) == SPACE
    assert pressed(page, "theme") == ["space-research"]
    assert file_query(page) == "?theme=space-research"


def test_a_theme_is_chosen_on_the_live_page() -> None:
    page = opened({"region": "12"})
    choose(page, "theme", ["space-research"])
    assert address(page) == {"region": "12", "theme": "space-research"}
    assert ids_in_table(page) == SPACE[:2]


def test_the_counts_follow_the_other_filters() -> None:
    offered = toggles(first_page({"region": "07"}), "theme")
    assert [text for text in offered if not text.endswith("(0)")] == ["Hållbara samhällen (1)", "Tillverkning och material (1)"]


def test_the_chip_says_whose_the_priority_is() -> None:
    page = first_page({"theme": ["tourism", "food"], "focus": "tourism", "lang": "en"})
    assert chips(page) == [
        ["focus", "tourism", "Tourism"],
        ["theme", "tourism", "Tourism (county priority)"],
        ["theme", "food", "Food (county priority)"],
    ]


def test_the_way_out_of_an_empty_selection() -> None:
    page = opened({"theme": "environment", "label": "gold"})
    assert [label for label in labels(page) if label != "Stäng"] == [
        "Ta bort prioriteringen (ger 1 kluster)",
        "Ta bort märkningen (ger 2 kluster)",
        "Visa alla kluster",
    ]
    assert ids_in_table(press(page, "Ta bort prioriteringen (ger 1 kluster)")) == ["paper-province"]


def test_an_unknown_theme_is_ignored_and_named() -> None:
    page = first_page({"theme": ["Food", "food"]})
    assert pressed(page, "theme") == ["food"] and "”Food”" in ignored_notice(page)


def test_the_open_data_page_lists_the_codes() -> None:
    (parameters,) = (each for each in first_page(path="open-data")["results"].all("section") if each.one("h2").text == "Parametrar")
    assert "theme" in [each.text for each in parameters.all("dt")]
    assert "enligt vår egen indelning" in parameters.text and "food Livsmedel (länets prioritering)," in parameters.text


def test_the_comparison_follows_the_theme() -> None:
    page = first_page({"theme": "space-research"}, "compare")
    assert page["results"].one("table", "matrix").one("tfoot").all("td")[-1].text == str(len(SPACE))
    linked = [query_of(url) for url in urls(page)]
    assert linked and all(query["theme"] == ["space-research"] for query in linked)


def test_about_the_data_names_the_themes_among_our_own_work() -> None:
    assert "vilka teman länens prioriteringar hör till" in read(first_page(path="data"))
