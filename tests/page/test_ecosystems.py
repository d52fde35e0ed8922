"""The filter by EU ecosystem on the page: toggles, chip, sentence, way out, and lists with ecosystems of their own or none."""

from __future__ import annotations

import pytest

from data.filters import MAX_CODES_IN_LIST
from data.text import to_slug
from tests.page.app_driver import (
    CLUSTERS,
    address,
    emit,
    ids_in_table,
    ids_on_map,
    labels,
    markup,
    opened,
    part,
    press,
    pressed,
    sentence,
    summary,
    toggles,
)
from tests.page.test_upload import upload_file

ECOSYSTEMS = {row["id"]: [to_slug(name) for name in row["eu_ecosystems"].split(";") if name] for row in CLUSTERS}
OTHER = (
    'Namn;Län;eu_ecosystems\nA;12;"Agri-food;Ärtor & bönor"\nB;12;Ärtor & bönor\nC;14;Zink\nD;14;\n'  # the EU's, and two of the list's own
)


@pytest.mark.parametrize("code", sorted({code for codes in ECOSYSTEMS.values() for code in codes}))
def test_an_ecosystem_leaves_the_same_clusters_everywhere(code: str) -> None:
    page = opened({"ecosystem": code})
    assert ids_in_table(page) == ids_on_map(page) == [cluster for cluster, codes in ECOSYSTEMS.items() if code in codes]
    assert pressed(page, "ecosystem") == [code]
    assert summary(page)["query"] == f"?ecosystem={code}"


def test_the_lists_ecosystems_are_offered_in_alphabetical_order() -> None:
    assert toggles(opened(), "ecosystem") == [
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
    english = toggles(opened({"lang": "en"}), "ecosystem")
    assert english == sorted(english) and english[:2] == ["Aerospace and defence (1)", "Agri-food (1)"]


def test_the_counts_follow_the_other_filters() -> None:
    offered = toggles(opened({"focus": "digital"}), "ecosystem")
    assert [text for text in offered if not text.endswith("(0)")] == ["Digitalt (7)", "Elektronik (3)", "Hälsa (1)"]


def test_each_ecosystem_is_a_chip() -> None:
    page = opened({"ecosystem": ["agri-food", "digital"], "focus": "digital", "label": "bronze", "lang": "en"})
    assert summary(page)["chips"] == [
        ["focus", "digital", "Digital technology"],
        ["ecosystem", "agri-food", "Agri-food"],
        ["ecosystem", "digital", "Digital"],
        ["label", "bronze", "Bronze"],
    ]


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        ({"ecosystem": "agri-food"}, ", inom ekosystemet jordbruk och livsmedel."),
        ({"ecosystem": ["digital", "health"]}, ", inom ekosystemen digitalt eller hälsa."),
        (
            {"ecosystem": ["agri-food", "digital"], "label": "gold"},
            ", inom ekosystemen jordbruk och livsmedel; eller digitalt, med märkningen Guld.",
        ),
        ({"ecosystem": ["agri-food", "digital", "electronics", "health", "retail"]}, ", inom något av 5 EU-ekosystem."),
        ({"ecosystem": "agri-food", "lang": "en"}, ", in the ecosystem agri-food."),
        ({"ecosystem": ["digital", "health"], "lang": "en"}, ", in the ecosystems digital or health."),
        ({"ecosystem": ["agri-food", "digital", "electronics", "health", "retail"], "lang": "en"}, ", in one of 5 EU ecosystems."),
    ],
)
def test_the_sentence_names_the_chosen_ecosystems(query: dict[str, str | list[str]], phrase: str) -> None:
    assert sentence(opened(query)).endswith(phrase)


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
    page = opened({"ecosystem": ["Agri-food", "agri-food"]})
    assert pressed(page, "ecosystem") == ["agri-food"] and "”Agri-food”" in part(page, "header")["ignored_notice"]


def test_the_open_data_page_lists_the_codes() -> None:
    html = " ".join(markup(opened(path="open-data")))
    assert "<dt><code>ecosystem</code></dt>" in html and "<code>agri-food</code> Jordbruk och livsmedel" in html


def test_the_comparison_follows_the_ecosystem() -> None:
    page = opened({"ecosystem": "electronics"}, "compare")
    assert sum("electronics" in codes for codes in ECOSYSTEMS.values()) == 5
    assert any("ecosystem=electronics&amp;" in html or "focus=digital&amp;ecosystem=electronics" in html for html in markup(page))


def test_ecosystems_that_are_not_the_eus_are_offered_too() -> None:
    page = upload_file(opened(), OTHER)
    assert toggles(page, "ecosystem") == ["Jordbruk och livsmedel (1)", "Zink (1)", "Ärtor & bönor (2)"]
    emit(page, ("set_option", "ecosystem", "artor-bonor", True))
    assert ids_in_table(page) == ["a", "b"]
    assert summary(page)["chips"] == [["ecosystem", "artor-bonor", "Ärtor & bönor"]]


def test_a_list_without_ecosystems_has_no_such_filter() -> None:
    page = upload_file(opened(), "Namn;Län\nA;12\n")
    assert [group["key"] for group in part(page, "toggles")["labels"]["groups"]] == ["region"]


def test_an_ecosystem_that_another_list_does_not_know_is_dropped() -> None:
    page = upload_file(opened({"ecosystem": "electronics", "region": "12"}), OTHER)
    assert ids_in_table(page) == ["a", "b"] and address(page) == {"region": "12"}


def test_names_that_are_not_the_eus_keep_their_capitals() -> None:
    page = upload_file(opened(), 'Namn;Län;eu_ecosystems\nA;12;"Blå ekonomi, hav och kust"\nB;12;Quantum & Space\n')
    emit(page, *(("set_option", "ecosystem", code, True) for code in ("bla-ekonomi-hav-och-kust", "quantum-space")))
    assert sentence(page).endswith(", inom ekosystemen Blå ekonomi, hav och kust; eller Quantum & Space.")


def test_the_legend_says_when_not_all_ecosystems_are_offered() -> None:
    rows = "".join(f"C{number};12;Fält {number}\n" for number in range(MAX_CODES_IN_LIST + 1))
    groups = part(upload_file(opened(), f"Namn;Län;eu_ecosystems\n{rows}"), "toggles")["labels"]["groups"]
    (group,) = (group for group in groups if group["key"] == "ecosystem")
    assert group["legend"] == "EU:s industriella ekosystem, de 50 vanligaste" and len(group["options"]) == 50


def test_ways_out_begin_with_the_narrowest_filter_and_end_with_the_county() -> None:
    page = opened({"focus": "digital", "label": "gold", "lang": "en"})
    assert [label for label in labels(page) if label != "Close"] == [
        "Remove the focus area (gives 1 cluster)",
        "Remove the label (gives 7 clusters)",
        "Show all clusters",
    ]
