"""The filter by EU ecosystem on the page: toggles, chip, sentence, way out, and lists with ecosystems of their own or none."""

from __future__ import annotations

import pytest

from data.filters import MAX_CODES_IN_LIST
from data.text import to_slug
from tests.page.app_driver import address, choose, first_page, ids_on_map, opened, press, upload_file
from tests.page.page_facts import (
    CLUSTERS,
    chips,
    file_query,
    filter_keys,
    ids_in_table,
    ignored_notice,
    labels,
    legends,
    pressed,
    query_of,
    sentence,
    toggles,
    urls,
)

ECOSYSTEMS = {row["id"]: [to_slug(name) for name in row["eu_ecosystems"].split(";") if name] for row in CLUSTERS}
OTHER = (
    'Namn;Län;eu_ecosystems\nA;12;"Agri-food;Ärtor & bönor"\nB;12;Ärtor & bönor\nC;14;Zink\nD;14;\n'  # the EU's, and two of the list's own
)


@pytest.mark.parametrize("code", sorted({code for codes in ECOSYSTEMS.values() for code in codes}))
def test_an_ecosystem_leaves_the_same_clusters_everywhere(code: str) -> None:
    page = opened({"ecosystem": code})
    assert ids_in_table(page) == ids_on_map(page) == [cluster for cluster, codes in ECOSYSTEMS.items() if code in codes]
    assert pressed(page, "ecosystem") == [code]
    assert file_query(page) == f"?ecosystem={code}"


def test_the_lists_ecosystems_are_offered_in_alphabetical_order() -> None:
    assert toggles(first_page(), "ecosystem") == [
        "Detaljhandel (1)",
        "Digitalt (9)",
        "Elektronik (5)",
        "Energiintensiv industri (3)",
        "Flyg, rymd och försvar (1)",
        "Förnybar energi (1)",
        "Hälsa (1)",
        "Jordbruk och livsmedel (1)",
        "Kulturella och kreativa näringar (1)",
        "Mobilitet, transport och fordon (2)",
        "Textil (1)",
        "Turism (1)",
    ]
    english = toggles(first_page({"lang": "en"}), "ecosystem")
    assert english == sorted(english) and english[:2] == ["Aerospace and defence (1)", "Agri-food (1)"]


def test_the_counts_follow_the_other_filters() -> None:
    offered = toggles(first_page({"focus": "digital"}), "ecosystem")
    assert [text for text in offered if not text.endswith("(0)")] == ["Digitalt (7)", "Elektronik (3)", "Hälsa (1)"]


def test_each_ecosystem_is_a_chip() -> None:
    page = first_page({"ecosystem": ["agri-food", "digital"], "focus": "digital", "label": "bronze", "lang": "en"})
    assert chips(page) == [
        ["focus", "digital", "Digital technology"],
        ["ecosystem", "agri-food", "Agri-food"],
        ["ecosystem", "digital", "Digital"],
        ["label", "bronze", "Bronze"],
    ]


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        ({"ecosystem": "agri-food"}, "EU-ekosystemet ”Jordbruk och livsmedel”: 1 kluster"),
        ({"ecosystem": ["digital", "health"]}, "EU-ekosystemen ”Digitalt” och ”Hälsa”: 9 kluster"),
        (
            {"ecosystem": ["agri-food", "digital"], "label": "gold"},
            "EU-ekosystemen ”Digitalt”; ”Jordbruk och livsmedel”, senast kända märkning guld: inget av de 22 klustren",
        ),
        ({"ecosystem": "agri-food", "lang": "en"}, "EU ecosystem “Agri-food”: 1 cluster"),
        ({"ecosystem": ["digital", "health"], "lang": "en"}, "EU ecosystems “Digital” and “Health”: 9 clusters"),
    ],
)
def test_the_sentence_names_the_chosen_ecosystems(query: dict[str, str | list[str]], phrase: str) -> None:
    assert sentence(first_page(query)).startswith(phrase)


def test_the_way_out_of_an_empty_selection() -> None:
    page = opened({"ecosystem": "tourism", "label": "gold"})
    assert [label for label in labels(page) if label != "Stäng"] == [
        "Ta bort ekosystemet (ger 1 kluster)",
        "Ta bort märkningen (ger 1 kluster)",
        "Visa alla kluster",
    ]
    assert len(ids_in_table(press(page, "Ta bort ekosystemet (ger 1 kluster)"))) == 1
    assert address(page) == {"label": "gold"}


def test_an_unknown_ecosystem_is_ignored_and_named() -> None:
    page = first_page({"ecosystem": ["Agri-food", "agri-food"]})
    assert pressed(page, "ecosystem") == ["agri-food"] and "”Agri-food”" in ignored_notice(page)


def test_the_open_data_page_lists_the_codes() -> None:
    (parameters,) = (each for each in first_page(path="open-data")["results"].all("section") if each.one("h2").text == "Parametrar")
    assert "ecosystem" in [each.text for each in parameters.all("dt")] and "agri-food Jordbruk och livsmedel," in parameters.text


def test_the_comparison_follows_the_ecosystem() -> None:
    page = first_page({"ecosystem": "electronics"}, "compare")
    assert page["results"].one("table", "matrix").one("tfoot").all("td")[-1].text == "5"
    assert sum("electronics" in codes for codes in ECOSYSTEMS.values()) == 5
    linked = [query_of(url) for url in urls(page)]
    assert linked and all(query["ecosystem"] == ["electronics"] for query in linked)


def test_ecosystems_that_are_not_the_eus_are_offered_too() -> None:
    page = upload_file(opened(), OTHER)
    assert toggles(page, "ecosystem") == ["Jordbruk och livsmedel (1)", "Zink (1)", "Ärtor & bönor (2)"]
    choose(page, "ecosystem", ["artor-bonor"])
    assert ids_in_table(page) == ["a", "b"]
    assert chips(page) == [["ecosystem", "artor-bonor", "Ärtor & bönor"]]


def test_a_list_without_ecosystems_has_no_such_filter() -> None:
    page = upload_file(opened(), "Namn;Län\nA;12\n")
    assert filter_keys(page) == ["region", "theme"]


def test_an_ecosystem_that_another_list_does_not_know_is_dropped() -> None:
    page = upload_file(opened({"ecosystem": "electronics", "region": "12"}), OTHER)
    assert ids_in_table(page) == ["a", "b"] and address(page) == {"region": "12", "list": "own"}


def test_names_that_are_not_the_eus_keep_their_capitals() -> None:
    page = upload_file(opened(), 'Namn;Län;eu_ecosystems\nA;12;"Blå ekonomi, hav och kust"\nB;12;Quantum & Space\n')
    choose(page, "ecosystem", ["bla-ekonomi-hav-och-kust", "quantum-space"])
    assert sentence(page).startswith("EU-ekosystemen ”Blå ekonomi, hav och kust”; ”Quantum & Space”: 2 kluster")


def test_the_legend_says_when_not_all_ecosystems_are_offered() -> None:
    rows = "".join(f"C{number};12;Fält {number}\n" for number in range(MAX_CODES_IN_LIST + 1))
    page = upload_file(opened(), f"Namn;Län;eu_ecosystems\n{rows}")
    assert "EU:s industriella ekosystem, de 50 vanligaste" in legends(page) and len(toggles(page, "ecosystem")) == 50


def test_ways_on_begin_with_the_narrowest_filter_and_end_with_the_county() -> None:
    page = first_page({"focus": "digital", "label": "gold", "lang": "en"})
    assert [label for label in labels(page) if label != "Close"] == [
        "Remove the focus area (gives 1 cluster)",
        "Remove the label (gives 7 clusters)",
        "Show all clusters",
    ]
