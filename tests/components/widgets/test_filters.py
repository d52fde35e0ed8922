"""Form of the filters: choices in alphabetical order, with their counts, and parameters that the form keeps without a script."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from components.dataset.store import current_dataset
from components.widgets.filters import MAX_OFFERED, filters_html
from data.languages import Language
from data.selection import Selection
from data.selection_url import to_selection
from tests.conftest import WriteList
from tests.html_tree import ANY, Element, tree_of
from tests.views import view_of


def form(selection: Selection | None = None, path: str = "") -> Element:
    return tree_of(filters_html(view_of(selection), path)).one("form")


def sent(form: Element) -> dict[str, list[str]]:
    """Return the parameters that a browser without script sends."""
    fields = [each for each in form.all("input") if each.attributes["type"] == "hidden" or "checked" in each.attributes]
    values: dict[str, list[str]] = {}
    for each in fields:
        values.setdefault(each.attributes["name"], []).append(each.attributes["value"])
    return values


def test_the_form_keeps_an_area_that_is_chosen_by_its_name() -> None:
    known = current_dataset().known
    chosen, _ = to_selection({"q": ["Norrland"]}, known)
    assert to_selection(sent(form(chosen)), known) == (chosen, ()) and chosen.whole_area
    one_by_one = Selection(regions=chosen.regions)
    assert to_selection(sent(form(one_by_one)), known) == (one_by_one, ())


def options(form: Element, name: str) -> list[str]:
    """Return the texts of a filter's choices, without their counts."""
    return [each.text.rpartition(" (")[0] for each in form.all("label", "toggle") if each.all("input", name=name)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_counties_are_in_the_order_of_the_swedish_alphabet(language: Language) -> None:
    counties = options(form(Selection(language=language)), "region")
    assert len(counties) == 21
    assert counties[:3] == ["Blekinge", "Dalarna", "Gotland"]
    assert counties[-4:] == ["Västmanland", "Västra Götaland", "Örebro", "Östergötland"]
    assert options(form(Selection(language=language, regions=("14",), focus=("tourism",))), "region") == counties


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            [
                "Automation och robotik",
                "Digital teknik",
                "Entreprenörskap",
                "Flyg och rymd",
                "Jordbruk och livsmedel",
                "Järnväg och fordon",
                "Möbler och inredning",
                "Skog och bioekonomi",
                "Stål, metall och gruvor",
                "Textil och mode",
                "Tillverkning",
                "Turism",
            ],
        ),
        (
            "en",
            [
                "Aerospace",
                "Agri-food",
                "Automation and robotics",
                "Digital technology",
                "Entrepreneurship",
                "Forest and bioeconomy",
                "Furniture and interiors",
                "Manufacturing",
                "Rail and vehicles",
                "Steel, metals and mining",
                "Textiles and fashion",
                "Tourism",
            ],
        ),
    ],
)
def test_focus_areas_are_in_alphabetical_order(language: Language, expected: list[str]) -> None:
    assert options(form(Selection(language=language)), "focus") == expected


def test_labels_are_in_the_order_of_their_levels() -> None:
    assert options(form(), "label") == ["Brons", "Silver", "Guld"]


def test_themes_come_last_in_alphabetical_order_with_a_note() -> None:
    shown = form(Selection(language="en"))
    assert options(shown, "theme")[:3] == ["Cultural and creative industries", "Digitalisation", "Energy"]
    assert len(options(shown, "theme")) == 12
    fieldset = shown.all("fieldset")[-1]
    assert fieldset.one("legend").text == "County priority"
    note = fieldset.one("p", "detail")
    assert note.text == "The county's, not the cluster's. Our own grouping."
    assert note.attributes["id"] == fieldset.attributes["aria-describedby"]
    assert len(shown.all("fieldset", aria_describedby=ANY)) == 1


def test_only_the_themes_of_the_list_and_the_chosen_ones_are_offered(write_list: WriteList) -> None:
    write_list("id,name,region_codes\na,A,09\n")
    assert options(form(), "theme") == ["Besöksnäring", "Livsmedel"]
    assert options(form(Selection(themes=("energy",))), "theme") == ["Besöksnäring", "Energi", "Livsmedel"]


def test_the_form_keeps_the_other_parameters() -> None:
    kept = form(Selection(regions=("12",), cluster="compare", language="en", sort="-name", page=3)).all("input", type="hidden")
    assert [(each.attributes["name"], each.attributes["value"]) for each in kept] == [
        ("cluster", "compare"),
        ("lang", "en"),
        ("sort", "-name"),
    ]
    assert form().all("input", type="hidden") == []


@pytest.mark.parametrize("path", ["", "compare"])
def test_the_form_leads_to_its_page_with_the_choices(path: str) -> None:
    shown = form(Selection(regions=("12", "14"), labels=("gold",), text="lund"), path)
    assert (shown.attributes["method"], shown.attributes["action"]) == ("get", f"./{path}")
    checked = [(each.attributes["name"], each.attributes["value"]) for each in shown.all("input", checked=ANY)]
    assert sorted(checked) == [("label", "gold"), ("region", "12"), ("region", "14")]
    assert shown.one("input", name="q").attributes["value"] == "lund"
    assert shown.all("button", type="submit")


def test_a_closed_form_says_how_many_filters_are_in_use() -> None:
    texts = [
        tree_of(filters_html(view_of(selection), "")).one("summary").text
        for selection in (Selection(), Selection(regions=("12", "14"), text="lund"))
    ]
    assert texts == ["Filter", "Filter (3)"]


def test_the_most_common_focus_areas_and_the_chosen_ones_are_offered(write_list: WriteList) -> None:
    rows = "".join(f"c-{number},N {number},12,Fält {number:02d}\n" for number in range(30)) + "d,D,12,Fält 29\n"
    write_list(f"id,name,region_codes,focus\n{rows}")
    offered = options(form(Selection(focus=("falt-28",))), "focus")
    assert offered == [f"Fält {number:02d}" for number in [*range(MAX_OFFERED - 1), 28, 29]]
    legend = next(each.text for each in form().all("legend") if each.text.startswith("Inriktning"))
    assert legend == "Inriktning, de 24 vanligaste"


def test_a_choice_without_clusters_is_marked() -> None:
    toggles = form(Selection(focus=("digital",))).all("label", "toggle")
    assert all(("none" in each.classes) == each.text.endswith(" (0)") for each in toggles)
    assert any("none" in each.classes for each in toggles)


def test_an_area_is_a_filter_also_where_a_cluster_outside_has_its_name(write_list: WriteList) -> None:
    """Its link gives the clusters whose number it shows."""
    write_list("name,region\nEtt,25\nNorrland Invest,01\n")
    norrland = next(link for link in form(Selection()).one("p", "areas").all("a") if link.text.startswith("Norrland"))
    assert norrland.text == "Norrland (1)"
    query = parse_qs(norrland.attributes["href"].partition("?")[2])
    selection, _ = to_selection(query, current_dataset().known)
    assert current_dataset().match(selection).count == 1 and set(selection.regions) == {"21", "22", "23", "24", "25"}
