"""Search: what people type, in both languages, with the clusters that it must find and those that it must not."""

from __future__ import annotations

import pytest

from components.dataset.store import current_dataset
from data.areas import Area
from data.search_words import synonyms
from data.selection import Selection
from data.word_search import Found

DATASET = current_dataset()
ALL = set(DATASET.clusters["id"])
NORTH = {"fiber-optic-valley", "bron-innovation", "entreprenorsdrivet-foretagsnav", "georange", "datacenter", "aerospace-cluster-sweden"}
DIGITAL = {
    "mobile-heights",
    "mjardevi-science-park",
    "urban-ict-arena",
    "compare",
    "fiber-optic-valley",
    "bron-innovation",
    "datacenter",
}
STEEL = {"triple-steelix", "georange"}

# Text, clusters that it must find, clusters that it must not find; None stands for all others.
QUERIES: list[tuple[str, set[str], set[str] | None]] = [
    # Words that do not count
    ("", ALL, None),
    ("kluster", ALL, None),
    ("clusters", ALL, None),
    ("klust", ALL, None),
    ("textile clusters", {"smart-textiles"}, None),
    ("kluster inom textil", {"smart-textiles"}, None),
    ("the forest cluster", {"paper-province"}, None),
    ("%%%", set(), None),
    # Names, also in part, in other cases, without accents and with other names
    ("Paper Province", {"paper-province"}, None),
    ("paper prov", {"paper-province"}, None),
    ("PAPER", {"paper-province"}, None),
    ("pa", {"paper-province", "mjardevi-science-park"}, None),
    ("OpenTech", {"mobile-heights"}, None),
    ("Linköping Science Park", {"mjardevi-science-park"}, None),
    ("linkoping science park", {"mjardevi-science-park"}, None),
    ("TTC", {"tillverkningstekniskt-centrum"}, None),
    ("ACS", {"aerospace-cluster-sweden"}, None),
    ("järnvägsklustret", {"jarnvagsklustret"}, None),
    ("jarnvagsklustret", {"jarnvagsklustret"}, None),
    ("Automation Region", {"automation-region"}, {"automation-smaland", "datacenter"}),
    ("Svenska Möbelklustret", {"interior-cluster"}, None),
    ("visit", {"visit-dalarna"}, None),
    ("IUC", {"iuc-syd"}, None),
    ("mjardevi", {"mjardevi-science-park"}, None),
    # Beginnings of words, never letters inside them
    ("AI", set(), None),
    ("mat", {"agro-vast"}, {"automation-region", "automation-smaland", "techtank", "smart-textiles"}),
    ("trä", {"paper-province"}, {"iuc-syd", "automation-smaland", "smart-textiles", "agro-vast"}),
    ("bil", {"techtank"}, {"mobile-heights"}),
    ("mation", set(), None),
    ("text", {"smart-textiles"}, None),
    ("robot", {"automation-region", "automation-smaland"}, None),
    ("IT", {"compare", "bron-innovation"}, {"aerospace-cluster-sweden", "paper-province", "automation-region"}),
    ("3D", {"tillverkningstekniskt-centrum"}, None),
    ("IoT", {"mjardevi-science-park", "mobile-heights"}, {"techtank"}),
    ("saab", {"tillverkningstekniskt-centrum"}, None),
    # Parts of compounds
    ("fordon", {"techtank", "jarnvagsklustret"}, {"mobile-heights"}),
    ("teknik", DIGITAL | {"techtank", "agro-vast", "jarnvagsklustret"}, {"paper-province", "visit-dalarna"}),
    ("skog", {"paper-province"}, {"tillverkningstekniskt-centrum"}),
    ("optik", {"fiber-optic-valley"}, None),
    ("park", {"mjardevi-science-park"}, {"visit-dalarna"}),
    # The other language, synonyms and forms of words
    ("steel", STEEL, {"paper-province"}),
    ("stål", STEEL, {"paper-province"}),
    ("gruva", {"georange"}, {"paper-province"}),
    ("mining", {"georange"}, {"paper-province"}),
    ("möbel", {"interior-cluster"}, None),
    ("furniture", {"interior-cluster"}, None),
    ("inredning", {"interior-cluster"}, None),
    ("tourism", {"visit-dalarna"}, None),
    ("besöksnäring", {"visit-dalarna"}, None),
    ("resor", {"visit-dalarna"}, None),
    ("clothing", {"smart-textiles"}, None),
    ("kläder", {"smart-textiles"}, None),
    ("train", {"jarnvagsklustret"}, {"paper-province", "smart-textiles"}),
    ("tåg", {"jarnvagsklustret"}, {"paper-province"}),
    ("car", {"techtank"}, {"compare", "smart-textiles"}),
    ("drönare", {"aerospace-cluster-sweden"}, None),
    ("space", {"aerospace-cluster-sweden"}, {"urban-ict-arena"}),
    ("food", {"agro-vast"}, {"techtank"}),
    ("lantbruk", {"agro-vast"}, None),
    ("farming", {"agro-vast"}, None),
    ("software", {"mjardevi-science-park", "compare"}, {"paper-province"}),
    ("mjukvara", {"mjardevi-science-park", "compare"}, {"paper-province"}),
    ("health", {"compare"}, {"paper-province"}),
    ("vård", {"compare"}, {"paper-province"}),
    ("moln", {"datacenter"}, {"paper-province"}),
    ("entrepreneurs", {"entreprenorsdrivet-foretagsnav"}, {"paper-province"}),
    ("digitalization", DIGITAL, {"paper-province"}),
    ("textilier", {"smart-textiles"}, None),
    ("robotarna", {"automation-smaland"}, {"paper-province"}),
    # What no cluster is about
    ("batteri", set(), None),
    ("energi", set(), None),
    ("energy", set(), None),
    ("spel", set(), None),
    ("life science", set(), None),
    ("guld", set(), None),
    # One letter wrong
    ("textil1", {"smart-textiles"}, None),
    ("robotk", {"automation-region", "automation-smaland"}, {"paper-province"}),
    ("möbelr", {"interior-cluster"}, None),
    ("steeel", STEEL, {"paper-province"}),
    ("Karlstd", {"compare", "paper-province"}, None),
    ("norrlnd", NORTH, None),
    # Areas of Sweden
    ("Norrland", NORTH, None),
    ("i Norrland", NORTH, None),
    ("Svealand", {"urban-ict-arena", "compare", "paper-province", "automation-region"}, {"georange", "datacenter", "techtank"}),
    ("Götaland", {"mobile-heights", "techtank", "smart-textiles"}, {"compare", "georange"}),
    ("övre norrland", {"georange", "datacenter", "aerospace-cluster-sweden"}, None),
    ("SE33", {"georange", "datacenter", "aerospace-cluster-sweden"}, None),
    ("Sydsverige", {"mobile-heights", "iuc-syd", "techtank"}, None),
    ("Skåne", {"mobile-heights", "iuc-syd"}, None),
    ("skane", {"mobile-heights", "iuc-syd"}, None),
    ("Skåne län", {"mobile-heights", "iuc-syd"}, None),
    ("Skåne County", {"mobile-heights", "iuc-syd"}, None),
    ("Region Skåne", {"mobile-heights", "iuc-syd"}, None),
    ("12", {"mobile-heights", "iuc-syd"}, None),
    ("SE224", {"mobile-heights", "iuc-syd"}, None),
    ("Västernorrland", {"bron-innovation"}, None),
    ("Gotland", set(), None),
    ("Lund", {"mobile-heights"}, None),
    ("Lunds kommun", {"mobile-heights"}, None),
    ("1281", {"mobile-heights"}, None),
    ("Västerås", {"automation-region", "jarnvagsklustret"}, None),
    ("vasteras", {"automation-region", "jarnvagsklustret"}, None),
    ("Malmö", set(), None),
    ("Göteborg", set(), None),
    ("Kiruna", {"aerospace-cluster-sweden"}, None),
    ("textil borås", {"smart-textiles"}, None),
    ("digital Karlstad", {"compare"}, None),
    ("stål i Dalarna", {"triple-steelix"}, None),
    ("steel norrland", {"georange"}, None),
    ("textil Dalarna", set(), None),
]


def find(text: str) -> Found:
    return DATASET.index.search.find(text)


def ids(found: Found) -> list[str]:
    """Return the ids of the clusters, the best match first."""
    rows = sorted(range(len(DATASET.clusters)), key=lambda row: found.ranks[row])
    return [DATASET.clusters["id"].iloc[row] for row in rows if found.mask[row]]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), QUERIES, ids=[text or "nothing" for text, *_ in QUERIES])
def test_a_search_finds_what_it_must_and_nothing_that_it_must_not(text: str, wanted: set[str], unwanted: set[str] | None) -> None:
    found = set(ids(find(text)))
    assert wanted <= found
    assert not found & (ALL - wanted if unwanted is None else unwanted)


@pytest.mark.parametrize(
    ("text", "first"),
    [("park", "mjardevi-science-park"), ("steel", "triple-steelix"), ("mobile", "mobile-heights"), ("automation", "automation-smaland")],
)
def test_a_match_in_the_name_comes_first(text: str, first: str) -> None:
    assert ids(find(text))[0] == first


def test_a_synonym_comes_after_the_word_itself() -> None:
    assert ids(find("iot")) == ["mjardevi-science-park", "mobile-heights"]


@pytest.mark.parametrize(
    ("typed", "shown"), [("robotk", "robot"), ("Karlstd", "Karlstad"), ("norrlnd", "Norrland"), ("goteborrg", "Göteborg")]
)
def test_a_misspelt_word_is_told(typed: str, shown: str) -> None:
    assert find(typed).corrections == {typed.casefold(): shown}


@pytest.mark.parametrize("text", ["robot", "batteri", "Malmö", "xyzzy", "zz"])
def test_a_known_or_unknown_word_is_no_misspelling(text: str) -> None:
    assert not find(text).corrections


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Skåne", Area("Skåne", ("12",))),
        ("Övre Norrland", Area("Övre Norrland", ("24", "25"))),
        ("Stockholm", Area("Stockholm", ("01",))),
        ("Stockholms kommun", Area("Stockholm", municipality="0180")),
        ("Håbo", Area("Håbo", municipality="0305")),
        ("Habo", Area("Habo", municipality="0643")),
        ("Malmö", Area("Malmö", municipality="1280")),
    ],
)
def test_a_text_that_names_an_area_becomes_its_filter(text: str, area: Area) -> None:
    selection, unknown = Selection.from_query({"q": [text]}, DATASET.known)
    expected = Selection(municipalities=(area.municipality,)) if area.municipality else Selection(regions=area.regions)
    assert set(selection.regions) == set(expected.regions) and selection.municipalities == expected.municipalities
    assert not selection.text and not unknown


@pytest.mark.parametrize(
    "query", [{"q": ["Kiruna"]}, {"q": ["Skåne textil"]}, {"q": ["Skåne"], "region": ["14"]}, {"q": ["Skåne"], "municipality": ["1281"]}]
)
def test_a_text_that_says_more_stays_a_search(query: dict[str, list[str]]) -> None:
    """A cluster elsewhere has the name in its text; there is another word; or another area is chosen."""
    assert Selection.from_query(query, DATASET.known)[0].text == query["q"][0]


def test_every_synonym_is_one_word_in_lower_case() -> None:
    for word, others in synonyms().items():
        assert word == word.strip().casefold() and " " not in word and word not in others and others
