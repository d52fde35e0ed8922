"""Selection and result in words, for 40 selections in both languages: sentence, title and reference say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.content.filters.selection_summary import selection_sentence
from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_title
from components.content.profiles.bibliography import references
from components.dataset.view import View
from data.languages import LANGUAGES, Language
from data.lists import S3_PILOTEN
from data.reference_tables import read_reference
from data.selection import Selection
from tests.operator_settings import override_settings
from tests.views import view_of

ALL_COUNTIES = tuple(read_reference().regions["code"])
ALL_FOCUS_AREAS = tuple(read_reference().focus_areas["code"])
IN_WORDS: dict[str, tuple[Selection, str, str]] = {
    "one county": (Selection(regions=("12",)), "Skåne: 2 kluster", "Skåne: 2 clusters"),
    "one county without clusters": (Selection(regions=("03",)), "Uppsala: inget av de 22 klustren", "Uppsala: none of the 22 clusters"),
    "two counties": (Selection(regions=("12", "17")), "Skåne och Värmland: 4 kluster", "Skåne and Värmland: 4 clusters"),
    "two counties, one empty": (
        Selection(regions=("12", "13")),
        "Halland och Skåne: 2 kluster, inget i Halland",
        "Halland and Skåne: 2 clusters, none in Halland",
    ),
    "three counties without clusters": (
        Selection(regions=("03", "04", "08")),
        "Kalmar, Södermanland och Uppsala: inget av de 22 klustren",
        "Kalmar, Södermanland and Uppsala: none of the 22 clusters",
    ),
    "five counties, two empty": (
        Selection(regions=("21", "23", "24", "25", "22"), focus=("digital",)),
        ("Digital teknik i Gävleborg, Jämtland, Norrbotten, Västerbotten och Västernorrland: 3 kluster, inget i Jämtland och Västerbotten"),
        (
            "Digital technology in Gävleborg, Jämtland, Norrbotten, Västerbotten and Västernorrland: "
            "3 clusters, none in Jämtland or Västerbotten"
        ),
    ),
    "seven counties": (
        Selection(regions=("01", "05", "06", "07", "10", "12", "14")),
        "Blekinge, Jönköping, Kronoberg, Skåne, Stockholm, Västra Götaland och Östergötland: 10 kluster",
        "Blekinge, Jönköping, Kronoberg, Skåne, Stockholm, Västra Götaland and Östergötland: 10 clusters",
    ),
    "eight counties are counted": (
        Selection(regions=("01", "05", "06", "07", "10", "12", "14", "17")),
        "8 län: 12 kluster",
        "8 counties: 12 clusters",
    ),
    "ten counties, four empty": (
        Selection(regions=("01", "03", "04", "05", "06", "07", "08", "09", "10", "12")),
        "10 län: 8 kluster, inget i Kalmar, Södermanland och Uppsala samt på Gotland",
        "10 counties: 8 clusters, none in Gotland, Kalmar, Södermanland or Uppsala",
    ),
    "all counties": (
        Selection(regions=ALL_COUNTIES),
        "21 län: 22 kluster, inget i Halland, Kalmar, Södermanland och Uppsala samt på Gotland",
        "21 counties: 22 clusters, none in Gotland, Halland, Kalmar, Södermanland or Uppsala",
    ),
    "one focus": (Selection(focus=("digital",)), "Digital teknik: 7 kluster", "Digital technology: 7 clusters"),
    "focus with a list in its name": (Selection(focus=("agri-food",)), "Jordbruk och livsmedel: 1 kluster", "Agri-food: 1 cluster"),
    "two focus": (
        Selection(focus=("digital", "tourism")),
        "Digital teknik och turism: 8 kluster",
        "Digital technology and tourism: 8 clusters",
    ),
    "two focus, one a list itself": (
        Selection(focus=("digital", "agri-food")),
        "Digital teknik; jordbruk och livsmedel: 8 kluster",
        "Agri-food and digital technology: 8 clusters",
    ),
    "four focus": (
        Selection(focus=("aerospace", "textile", "manufacturing", "tourism")),
        "Flyg och rymd; textil och mode; tillverkning; turism: 6 kluster",
        "Aerospace; manufacturing; textiles and fashion; tourism: 6 clusters",
    ),
    "all focus": (Selection(focus=ALL_FOCUS_AREAS), "12 inriktningar: 22 kluster", "12 focus areas: 22 clusters"),
    "focus and county": (
        Selection(focus=("digital",), regions=("12",)),
        "Digital teknik i Skåne: 1 kluster",
        "Digital technology in Skåne: 1 cluster",
    ),
    "focus and county without": (
        Selection(focus=("textile",), regions=("25",)),
        "Textil och mode i Norrbotten: inget av de 22 klustren",
        "Textiles and fashion in Norrbotten: none of the 22 clusters",
    ),
    "two focus, one without clusters": (
        Selection(focus=("digital", "textile"), regions=("12",)),
        "Digital teknik; textil och mode i Skåne: 1 kluster, inget inom textil och mode",
        "Digital technology; textiles and fashion in Skåne: 1 cluster, none in the focus area textiles and fashion",
    ),
    "two focus and two counties, one empty of each": (
        Selection(focus=("digital", "textile"), regions=("12", "03")),
        "Digital teknik; textil och mode i Skåne och Uppsala: 1 kluster, inget i Uppsala, inget inom textil och mode",
        (
            "Digital technology; textiles and fashion in Skåne and Uppsala: "
            "1 cluster, none in Uppsala, none in the focus area textiles and fashion"
        ),
    ),
    "focus and all counties": (
        Selection(focus=("tourism",), regions=ALL_COUNTIES),
        "Turism i 21 län: 1 kluster, inget i 20 län",
        "Tourism in 21 counties: 1 cluster, none in 20 counties",
    ),
    "not known": (
        Selection(statuses=("unknown",)),
        "Senast kända status ”Okänt i dag”: 6 kluster",
        "Latest known status “Not known today”: 6 clusters",
    ),
    "moved or ended": (
        Selection(regions=("25",), statuses=("ended", "moved")),
        "Senast kända status ”Ny värd eller ägare” eller ”Avslutat” i Norrbotten: 1 kluster, inget med status ”Ny värd eller ägare”",
        "Latest known status “New host or owner” or “Ended” in Norrbotten: 1 cluster, none with the status “New host or owner”",
    ),
    "gold": (Selection(labels=("gold",)), "Senast kända märkning guld: 1 kluster", "Latest known label gold: 1 cluster"),
    "gold elsewhere": (
        Selection(labels=("gold",), regions=("12",)),
        "Senast kända märkning guld i Skåne: inget av de 22 klustren",
        "Latest known label gold in Skåne: none of the 22 clusters",
    ),
    "two labels, one without": (
        Selection(labels=("bronze", "gold"), regions=("12",)),
        "Senast kända märkning brons eller guld i Skåne: 2 kluster, inget med märkningen guld",
        "Latest known label bronze or gold in Skåne: 2 clusters, none with the gold label",
    ),
    "all labels": (
        Selection(labels=("bronze", "silver", "gold")),
        "Senast kända märkning brons, silver eller guld: 22 kluster",
        "Latest known label bronze, silver or gold: 22 clusters",
    ),
    "label and focus": (
        Selection(labels=("gold",), focus=("forest-bioeconomy",)),
        "Skog och bioekonomi, senast kända märkning guld: 1 kluster",
        "Forest and bioeconomy, latest known label gold: 1 cluster",
    ),
    "ecosystem": (Selection(ecosystems=("textile",)), "EU-ekosystemet ”Textil”: 1 kluster", "EU ecosystem “Textiles”: 1 cluster"),
    "two ecosystems": (
        Selection(ecosystems=("textile", "tourism")),
        "EU-ekosystemen ”Textil” och ”Turism”: 2 kluster",
        "EU ecosystems “Textiles” and “Tourism”: 2 clusters",
    ),
    "two ecosystems, one without": (
        Selection(ecosystems=("textile", "tourism"), regions=("20",)),
        "EU-ekosystemen ”Textil” och ”Turism” i Dalarna: 1 kluster, inget inom EU-ekosystemet ”Textil”",
        "EU ecosystems “Textiles” and “Tourism” in Dalarna: 1 cluster, none in the EU ecosystem “Textiles”",
    ),
    "ecosystem without": (
        Selection(ecosystems=("textile",), regions=("20",)),
        "EU-ekosystemet ”Textil” i Dalarna: inget av de 22 klustren",
        "EU ecosystem “Textiles” in Dalarna: none of the 22 clusters",
    ),
    "ecosystem and focus": (
        Selection(ecosystems=("digital",), focus=("automation",)),
        "Automation och robotik, EU-ekosystemet ”Digitalt”: 2 kluster",
        "Automation and robotics, EU ecosystem “Digital”: 2 clusters",
    ),
    "theme": (Selection(themes=("food",)), "Länets prioritering ”Livsmedel”: 9 kluster", "County priority “Food”: 9 clusters"),
    "two themes, one without": (
        Selection(themes=("food", "tourism"), regions=("12",)),
        "Länets prioritering ”Besöksnäring” eller ”Livsmedel” i Skåne: 2 kluster, inget i län med prioriteringen ”Besöksnäring”",
        "County priority “Food” or “Tourism” in Skåne: 2 clusters, none in counties with the priority “Tourism”",
    ),
    "theme and focus": (
        Selection(themes=("culture",), focus=("digital",), labels=("bronze",)),
        "Digital teknik, länets prioritering ”Kulturella och kreativa näringar”, senast kända märkning brons: 2 kluster",
        "Digital technology, county priority “Cultural and creative industries”, latest known label bronze: 2 clusters",
    ),
    "theme without": (
        Selection(themes=("food",), regions=("20",)),
        "Länets prioritering ”Livsmedel” i Dalarna: inget av de 22 klustren",
        "County priority “Food” in Dalarna: none of the 22 clusters",
    ),
    "many themes": (
        Selection(themes=("manufacturing", "tourism", "digital", "energy", "communities", "health", "culture", "food")),
        "8 prioriteringar: 21 kluster",
        "8 county priorities: 21 clusters",
    ),
    "search": (Selection(text="robot"), "Sökningen ”robot”: 2 kluster", "Search “robot”: 2 clusters"),
    "search without": (Selection(text="xyzzy"), "Sökningen ”xyzzy”: inget av de 22 klustren", "Search “xyzzy”: none of the 22 clusters"),
    "search in a county": (
        Selection(text="stål", regions=("20",)),
        "Sökningen ”stål” i Dalarna: 1 kluster",
        "Search “stål” in Dalarna: 1 cluster",
    ),
    "search, focus and county": (
        Selection(text="robot", focus=("automation",), regions=("19",)),
        "Automation och robotik i Västmanland, sökningen ”robot”: 1 kluster",
        "Automation and robotics in Västmanland, search “robot”: 1 cluster",
    ),
    "search, label": (
        Selection(text="papper", labels=("gold",)),
        "Senast kända märkning guld, sökningen ”papper”: 1 kluster",
        "Latest known label gold, search “papper”: 1 cluster",
    ),
    "search with quotes": (
        Selection(text='"IT" & <b>'),
        'Sökningen ”"IT" & <b>”: 1 kluster',
        'Search “"IT" & <b>”: 1 cluster',
    ),
    "everything": (
        Selection(
            text="skog", focus=("forest-bioeconomy",), regions=("17",), ecosystems=("energy-intensive-industries",), labels=("gold",)
        ),
        (
            "Skog och bioekonomi i Värmland, EU-ekosystemet ”Energiintensiv industri”, senast kända märkning guld, sökningen ”skog”: "
            "1 kluster"
        ),
        (
            "Forest and bioeconomy in Värmland, EU ecosystem “Energy-intensive industries”, latest known label gold, search “skog”: "
            "1 cluster"
        ),
    ),
    "open cluster does not count": (Selection(regions=("12",), cluster="paper-province"), "Skåne: 2 kluster", "Skåne: 2 clusters"),
    "sort and page do not count": (Selection(regions=("12",), sort="-name", page=2), "Skåne: 2 kluster", "Skåne: 2 clusters"),
}
LIST = "S3-piloten 2018"


def view_in(language: Language, selection: Selection) -> View:
    return view_of(replace(selection, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", IN_WORDS)
def test_sentence_title_and_reference_name_choices_and_result(name: str, language: Language) -> None:
    selection, *texts = IN_WORDS[name]
    text, view = texts[LANGUAGES.index(language)], view_in(language, selection)
    of_all = f"(av de 22 i {LIST})" if language == "sv" else f"(of the 22 in {LIST})"
    of_list = f"i {LIST}" if language == "sv" else f"in {LIST}"
    assert selection_sentence(view) == f"{text} {of_all if view.match.count else of_list}."
    if selection.cluster:  # title and references name it
        return
    assert page_title(page_infos(view.dataset, view.texts)[""], view) == f"{text} – {LIST} – Klusterkartan"
    as_text, apa, bibtex = (reference.start for reference in references(view))
    assert selection_sentence(view) in as_text
    assert text.partition(": ")[0] in apa
    assert text.partition(": ")[2] in bibtex


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_filter_the_whole_list_is_named(language: Language) -> None:
    view = view_in(language, Selection())
    assert (
        selection_sentence(view) == {"sv": f"Hela listan: 22 kluster i {LIST}.", "en": f"The whole list: 22 clusters in {LIST}."}[language]
    )


def test_a_reference_names_publisher_title_selection_and_days() -> None:
    view = view_in("en", Selection(regions=("03",)))
    with override_settings(OPERATOR_NAME="Region & Co"):
        as_text, apa, bibtex = references(view)
    day = view.dataset.date
    assert as_text.start.startswith(
        f"Region & Co ({day[:4]}). Klusterkartan: Clusters in {LIST}. Uppsala: none of the 22 clusters in {LIST}. "
    )
    assert f"The data is from {day}. Retrieved " in as_text.start
    assert apa.start.startswith(f"Region & Co. ({day[:4]}). Clusters in {LIST}: Uppsala (Version {day}) [Data set]. Retrieved ")
    assert bibtex.start.startswith(f"@misc{{klusterkartan{day[:4]}-region-03,\n  author = {{{{Region \\& Co}}}},\n")
    assert bibtex.start.endswith("  url = {") and bibtex.end == "},\n}"


def test_references_name_the_open_cluster() -> None:
    as_text, apa, bibtex = (reference.start for reference in references(view_in("sv", Selection(cluster="datacenter"))))
    assert f"Kluster i {LIST}. Klustret Datacenter. " in as_text
    assert f"Kluster i {LIST}: Datacenter (" in apa and f"title = {{{{Kluster i {LIST}: Datacenter}}}}" in bibtex


def test_without_an_operator_the_app_is_the_publisher() -> None:
    assert references(view_in("sv", Selection()))[0].start.startswith(
        f"Klusterkartan ({S3_PILOTEN.compiled[:4]}). Kluster i {LIST}. Hela listan: 22 kluster"
    )


def test_a_search_text_breaks_no_bibtex() -> None:
    bibtex = references(view_in("sv", Selection(text="100 % {x} & \\ #_~^")))[2].start
    assert "”100 \\% (x) \\& \\textbackslash{} \\#\\_\\textasciitilde{}\\textasciicircum{}”" in bibtex
