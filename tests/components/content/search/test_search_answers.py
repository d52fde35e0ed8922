"""Answers to a search that gives nothing: options that were meant, priorities of the counties, and clusters near a municipality."""

from __future__ import annotations

import pytest

from components.content.search.nearby_clusters import nearby
from components.content.search.priority_answers import priority_answer, priority_note
from components.content.search.search_answers import ways_on
from components.content.search.search_notes import correction_note, counties_without_note, exclusion_note
from components.content.search.suggestions import suggestions
from components.dataset.build import build_dataset
from components.dataset.origin import Origin
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.widgets.sentence import sentence_html
from data.languages import Language
from data.selection import Selection
from data.selection_url import to_selection
from tests.conftest import WriteList
from tests.lists import read_tables
from tests.views import view_of

KNOWN = current_dataset().known
LABEL, STATUS, ECOSYSTEM = "Senast kända märkning: ", "Senast kända status: ", "EU:s industriella ekosystem: "
ENERGY_COUNTIES = "Dalarna, Jämtland, Norrbotten, Uppsala, Värmland, Västernorrland, Västmanland och Västra Götaland"
ENERGY = "Temat ”Energi”"
AMONG = "finns bland prioriteringarna för smart specialisering"


def searched(text: str, language: Language = "sv", **query: str) -> View:
    selection, _ = to_selection({"q": [text], "lang": [language], **{name: [value] for name, value in query.items()}}, KNOWN)
    return view_of(selection)


def offers(view: View) -> list[str]:
    return [way.text for way in ways_on(view, "")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        *((text, f"{LABEL}Brons (ger 18 kluster)") for text in ("brons", "bronze", "bronsmärkning", "Bronsmärkta kluster")),
        *((text, f"{LABEL}Silver (ger 3 kluster)") for text in ("silver", "silvermärkt")),
        *((text, f"{LABEL}Guld (ger 1 kluster)") for text in ("guld", "gold", "guldmärkning")),
        *((text, f"{STATUS}Verksamt (ger 11 kluster)") for text in ("aktiv", "aktiva kluster", "active", "verksamt")),
        *((text, f"{STATUS}Okänt i dag (ger 6 kluster)") for text in ("okänd", "unknown")),
        ("gulld", f"{LABEL}Guld (ger 1 kluster)"),  # misspelt
        ("silvr", f"{LABEL}Silver (ger 3 kluster)"),
        *((text, f"{STATUS}Avslutat (ger 1 kluster)") for text in ("ceased clusters", "discontinued", "defunct")),
        ("nedlagdt", f"{STATUS}Avslutat (ger 1 kluster)"),
        ("digitaltt", f"{ECOSYSTEM}Digitalt (ger 9 kluster)"),
        ("förnybar enrgi", f"{ECOSYSTEM}Förnybar energi (ger 1 kluster)"),
        ("renewable enegry", f"{ECOSYSTEM}Förnybar energi (ger 1 kluster)"),
        *(
            (text, "Inriktning: Digital teknik (ger 7 kluster)")
            for text in ("AI", "which clusters work with AI?", "artificiell intelligens", "cybersäkerhet", "5G")
        ),
        ("semiconductors", f"{ECOSYSTEM}Elektronik (ger 5 kluster)"),
        ("moved", f"{STATUS}Ny värd eller ägare (ger 2 kluster)"),
        *(
            (text, f"{ECOSYSTEM}Flyg, rymd och försvar (ger 1 kluster)")
            for text in (
                "försvar",
                "defence",
                "defense",
                "Aerospace & Defence",
                "Aerospace and Defence",
                "aerospace-defence",
                "försvarsindustri",
            )
        ),
        *((text, f"{ECOSYSTEM}Förnybar energi (ger 1 kluster)") for text in ("Energy-Renewables", "Förnybar energi", "energi")),
        ("Mobility-Transport-Automotive", f"{ECOSYSTEM}Mobilitet, transport och fordon (ger 2 kluster)"),
        ("Cultural & Creative Industries", f"{ECOSYSTEM}Kulturella och kreativa näringar (ger 1 kluster)"),
    ],
)
def test_the_option_that_a_text_names_is_offered_first(text: str, first: str) -> None:
    view = searched(text)
    assert not view.match.count and offers(view)[0] == first


@pytest.mark.parametrize(
    ("text", "first", "query"),
    [
        ("brons skåne", f"{LABEL}Brons, Skåne (ger 2 kluster)", "?region=12&label=bronze&lang=sv"),
        ("guld Värmland", f"{LABEL}Guld, Värmland (ger 1 kluster)", "?region=17&label=gold&lang=sv"),
        ("skog guld", f"{LABEL}Guld, ”skog” (ger 1 kluster)", "?label=gold&q=skog&lang=sv"),
        ("aktiva kluster i Dalarna", f"{STATUS}Verksamt, Dalarna (ger 1 kluster)", "?region=20&status=active&lang=sv"),
        ("guldmärkt textil", f"{LABEL}Guld (ger 1 kluster)", "?label=gold&lang=sv"),  # there is none of both
    ],
)
def test_an_option_beside_other_words_is_offered_with_them(text: str, first: str, query: str) -> None:
    way = ways_on(searched(text), "")[0]
    assert way.text == first and way.url.endswith(query)


@pytest.mark.parametrize(
    ("text", "language", "note"),
    [
        ("digitalt utom Skåne", "sv", "Bortvalt: ”Skåne” (1 kluster)."),
        ("digital, not Skåne.", "en", "Left out: “Skåne” (1 cluster)."),
        ("alla -Skåne -Stockholm", "sv", "Bortvalt: ”Skåne” och ”Stockholm” (3 kluster)."),
        ("alla utom xyzzy", "sv", "Inget är bortvalt: inga kluster i urvalet matchar ”xyzzy”."),
        ("Skåne utom textil", "sv", "Inget är bortvalt: inga kluster i urvalet matchar ”textil”."),  # others match it
        ("digital", "sv", ""),
        ("digital utom", "sv", ""),
        (
            "alla utom brons",
            "sv",
            "Sökningen kan inte välja bort ”brons”. Välj i stället det du vill ha i filtret ”Senast kända märkning”.",
        ),
        (
            "clusters without a gold label",
            "en",
            "The search cannot leave out “a gold label”. Choose what you want in the “Latest known label” filter instead.",
        ),
    ],
)
def test_what_is_left_out_is_said(text: str, language: Language, note: str) -> None:
    assert exclusion_note(searched(text, language)) == note


@pytest.mark.parametrize("text", ["län utan kluster", "vilka län saknar kluster?", "vilka län har inga kluster"])
def test_the_counties_without_clusters_are_named(text: str) -> None:
    note = counties_without_note(searched(text))
    assert note == "Län utan kluster i listan: Gotland, Halland, Kalmar, Södermanland och Uppsala."
    assert sentence_html(searched(text), "").count(note) == 1 and not exclusion_note(searched(text)) and searched(text).match.count


def test_the_counties_without_clusters_are_named_in_english() -> None:
    note = counties_without_note(searched("which counties have no clusters?", "en"))
    assert note == "Counties without clusters in the list: Gotland, Halland, Kalmar, Södermanland and Uppsala."


@pytest.mark.parametrize("text", ["Skåne utan textil", "kluster utan märkning", "län med kluster", "län utan textilkluster", ""])
def test_other_questions_name_no_counties(text: str) -> None:
    assert not counties_without_note(searched(text))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("guld utom Skåne", "?label=gold&q=utom+Sk%C3%A5ne&lang=sv"),
        ("Malmö utom textil", "?region=12&q=utom+textil&lang=sv"),
        ("textil utom Borås", "?q=textil&lang=sv"),
    ],
)
def test_an_offered_link_leaves_out_what_the_search_does_or_says_that_it_does_not(text: str, query: str) -> None:
    assert ways_on(searched(text), "")[0].url.endswith(query)


def test_what_is_near_leaves_out_what_the_search_does() -> None:
    found = nearby(searched("Malmö utom Lund"))
    assert found and next(link.name for link in found.nearest.clusters) == "IUC Syd"
    assert offers(searched("Malmö utom Lund"))[0] == "Skåne län (ger 1 kluster)"


def test_options_that_give_the_same_are_offered_once() -> None:
    found = offers(searched("turism stål"))
    assert "Inriktning: Turism (ger 1 kluster)" in found and f"{ECOSYSTEM}Turism (ger 1 kluster)" not in found


@pytest.mark.parametrize("text", ["xyzzy", "hebo", "SE", "Åland"])
def test_nothing_is_offered_for_an_unknown_name(text: str) -> None:
    assert not offers(searched(text)) and not priority_note(searched(text))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        *((text, f"{ENERGY} {AMONG} i {ENERGY_COUNTIES}.") for text in ("energi", "batteri", "vindkraft", "vätgas", "el", "battery")),
        *(
            (text, f"{ENERGY} {AMONG} i {ENERGY_COUNTIES}.")
            for text in ("energiklustret", "batteriindustri", "batterifabrik", "battery factory", "wind power")
        ),
        ("Förnybar energi", f"”Förnybar energi” {AMONG} i Västernorrland och Västra Götaland."),
        ("spel", f"”spel” {AMONG} i Värmland."),
        # A place is named too.
        ("energi Uppsala", f"{ENERGY} {AMONG} i Uppsala, men inga kluster där matchar sökningen."),
        ("energi i Norrland", f"{ENERGY} {AMONG} i Jämtland, Norrbotten och Västernorrland, men inga kluster där matchar sökningen."),
        ("spel Värmland", f"”spel” {AMONG} i Värmland, men inga kluster där matchar sökningen."),
        ("batteri Värmland", f"”solel” {AMONG} i Värmland, men inga kluster där matchar sökningen."),
        ("turism Gotland", f"Temat ”Besöksnäring” {AMONG} på Gotland, men inga kluster där matchar sökningen."),
        ("energi Skåne", f"{ENERGY} finns inte bland prioriteringarna för smart specialisering i Skåne, däremot i {ENERGY_COUNTIES}."),
        ("Malmö energi", f"{ENERGY} finns inte bland prioriteringarna för smart specialisering i Skåne, däremot i {ENERGY_COUNTIES}."),
        ("energi Västerbotten", f"{ENERGY} {AMONG} i {ENERGY_COUNTIES}."),  # whose priorities are not known
    ],
)
def test_priorities_are_named_by_the_word_that_they_have(text: str, note: str) -> None:
    assert priority_note(searched(text)) == note


@pytest.mark.parametrize(
    ("text", "theme"),
    [("life science", "health"), ("energi", "energy"), ("energin", "energy"), ("batteri", "energy"), ("miljö", "environment")],
)
def test_a_theme_of_priorities_has_one_number_in_sentence_link_and_filter(text: str, theme: str) -> None:
    answer, chosen = priority_answer(searched(text)), view_of(Selection(themes=(theme,), language="sv"))
    assert answer and answer.regions == tuple(code for code in KNOWN.regions if theme in chosen.dataset.region_rows["themes"][code])
    way = ways_on(searched(text), "")[-1]
    assert way.url == f"./?theme={theme}&lang=sv" and way.text == f"Kluster i län med den prioriteringen (ger {chosen.match.count} kluster)"


LABELS = [f"{LABEL}Brons (ger 18 kluster)", f"{LABEL}Silver (ger 3 kluster)", f"{LABEL}Guld (ger 1 kluster)"]


@pytest.mark.parametrize("text", ["märkning", "märkningen", "label", "labels"])
def test_the_name_of_a_filter_offers_its_options(text: str) -> None:
    assert offers(searched(text)) == LABELS


@pytest.mark.parametrize("text", ["märkning", "märkn", "märkningen", "labels"])
def test_the_name_of_a_filter_suggests_its_options(text: str) -> None:
    typed = view_of(Selection(text=text, language="sv"))
    assert [(each.name, each.count) for each in suggestions(typed, "")] == [("Brons", "18"), ("Silver", "3"), ("Guld", "1")]


@pytest.mark.parametrize("text", ["status", "ekosystem", "prioriteringar", "inriktning"])
def test_each_filter_by_a_property_has_a_name(text: str) -> None:
    view = searched(text)
    assert suggestions(view, "") and (view.match.count or offers(view))


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("läkemedel i Uppsala", ["Uppsala län: uppgifter och närmaste kluster", "Kluster i län med den prioriteringen (ger 12 kluster)"]),
        ("biotech Halland", ["Hallands län: uppgifter och närmaste kluster", "Kluster i län med den prioriteringen (ger 12 kluster)"]),
        ("AI Uppsala", ["Uppsala län: uppgifter och närmaste kluster", "Inriktning: Digital teknik (ger 7 kluster)"]),
        ("läkemedel Skåne", ["Skåne län (ger 2 kluster)", "Kluster i län med den prioriteringen (ger 12 kluster)"]),
    ],
)
def test_a_subject_without_clusters_in_a_county_has_ways_on(text: str, ways: list[str]) -> None:
    assert offers(searched(text)) == ways


def test_the_link_to_the_facts_of_a_county_opens_them_alone() -> None:
    assert ways_on(searched("läkemedel i Uppsala"), "")[0].url == "./?region=03&lang=sv"
    assert priority_note(searched("läkemedel i Uppsala")).startswith("Temat ”Hälsa och life science” finns bland prioriteringarna")


def test_a_word_inside_another_is_no_priority() -> None:
    """Some counties have "environment" among them."""
    assert not priority_note(searched("green steel", "en"))


def test_a_short_synonym_begins_no_priority() -> None:
    """Västmanland has "Järnväg" among them, and "järn" is a synonym of "stål"."""
    assert not priority_note(searched("stål Sandviken"))


def test_a_chosen_county_counts_as_one_that_is_named() -> None:
    assert priority_note(searched("spel", region="17")) == f"”spel” {AMONG} i Värmland, men inga kluster där matchar sökningen."


def test_an_english_page_names_the_english_word() -> None:
    assert priority_note(searched("vindkraft", "en")).startswith(
        "The theme “Energy” is among the priorities for smart specialisation in Dalarna, "
    )


@pytest.mark.parametrize(
    ("text", "note", "heading", "first"),
    [
        ("Malmö", "", "Närmaste kluster", "Mobile Heights"),
        ("Malmö energi", "Inga kluster i kommunen Malmö matchar ”energi”.", "Närmaste kluster", "Mobile Heights"),
        ("Malmö textil", "Inga kluster i kommunen Malmö matchar ”textil”.", "Närmaste kluster för ”textil”", "Smart Textiles"),
        ("textil Lund", "Inga kluster i kommunen Lund matchar ”textil”.", "Närmaste kluster för ”textil”", "Smart Textiles"),
        ("bilar i Göteborg", "Inga kluster i kommunen Göteborg matchar ”bilar”.", "Närmaste kluster för ”bilar”", "TechTank"),
        ("bilar i Götborg", "Inga kluster i kommunen Göteborg matchar ”bilar”.", "Närmaste kluster för ”bilar”", "TechTank"),
    ],
)
def test_what_is_near_a_municipality_follows_the_other_words(text: str, note: str, heading: str, first: str) -> None:
    found = nearby(searched(text))
    assert found and (found.text, found.heading, found.nearest.clusters[0].name) == (note, heading, first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bilar i Göteborg", ["Västra Götalands län (ger 3 kluster)", "”bilar” i hela Sverige (ger 2 kluster)"]),
        (
            "textil Borås flyg",
            ["”textil” i hela Sverige (ger 1 kluster)", "”flyg” i hela Sverige (ger 1 kluster)", "Borås (kommun) (ger 1 kluster)"],
        ),
        ("robot Uddevalla", ["Västra Götalands län (ger 3 kluster)", "”robot” i hela Sverige (ger 2 kluster)"]),
        ("bygd Övre Norrland", ["Övre Norrland (ger 3 kluster)"]),
        ("turism i Jämtland", ["”turism” i hela Sverige (ger 1 kluster)", "Jämtlands län (ger 1 kluster)"]),
        ("invest in green steel in Norrbotten", ["”steel” i hela Sverige (ger 2 kluster)", "Norrbottens län (ger 2 kluster)"]),
        ("cirkulär ekonomi", ["Kluster i län med den prioriteringen (ger 2 kluster)"]),
        ("circular economy", ["Kluster i län med den prioriteringen (ger 2 kluster)"]),
        ("turism, ej Dalarna", ["Sök bara på ”turism” (ger 1 kluster)"]),
    ],
)
def test_place_and_words_are_offered_by_themselves(text: str, expected: list[str]) -> None:
    found = offers(searched(text))
    assert [offer for offer in found if offer in expected] == expected


def test_several_chosen_counties_without_clusters_lead_to_the_facts_of_each() -> None:
    assert offers(searched("Uppsala, Gotland")) == [f"{county} län: uppgifter och närmaste kluster" for county in ("Gotlands", "Uppsala")]


def test_two_municipalities_without_words_offer_their_county_alone() -> None:
    assert offers(searched("Gävle-Sandviken")) == ["Gävleborgs län (ger 1 kluster)"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("fordonsindustri", "Ingen träff på ”fordonsindustri”. Här visas ”fordon”."),
        ("bilar i Götborg", "”götborg” lästes som ”Göteborg”."),
        ("förnybar energi", ""),
        ("guldmärkning", ""),
    ],
)
def test_only_what_has_a_match_is_said_to_be_shown(text: str, note: str) -> None:
    assert correction_note(searched(text)) == note


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mobilehei", "Mobile Heights"),
        ("Mobile-hei", "Mobile Heights"),
        ("papper prov", "Paper Province"),
        ("paperprov", "Paper Province"),
        ("tech ta", "TechTank"),
        ("vastrago", "Västra Götaland"),
        ("upplandsväs", "Upplands Väsby"),
    ],
)
def test_an_unfinished_name_with_other_spaces_is_suggested(text: str, name: str) -> None:
    assert [suggestion.name for suggestion in suggestions(searched(text), "")] == [name]


def test_suggested_areas_with_clusters_come_first() -> None:
    found = suggestions(searched("ma"), "")
    assert (found[0].name, found[0].count) == ("Malå", "1")
    counts = [suggestion.count for suggestion in suggestions(searched("ma", focus="textile"), "") if suggestion.count]
    assert counts == sorted(counts, key=lambda count: count == "0")


def test_a_list_without_labels_offers_none(write_list: WriteList) -> None:
    dataset = build_dataset(Origin("Lista"), read_tables(write_list("namn;län\nBron AB;Skåne\nHamnen;Halland\n")))
    view = view_of(Selection(text="brons"), dataset)
    assert not view.match.count and not offers(view)


@pytest.mark.parametrize(
    ("language", "text"), [("sv", "Uppsala län: uppgifter och närmaste kluster"), ("en", "Uppsala County: facts, and nearest clusters")]
)
def test_a_county_that_is_typed_leads_to_its_facts(language: Language, text: str) -> None:
    """Only Enter makes it a filter; a live page searches for it before."""
    view = view_of(Selection(text="uppsala", language=language))
    (way,) = ways_on(view, "")
    assert way.text == text and "region=03" in way.url and "q=" not in way.url
    assert not ways_on(view, "compare")
