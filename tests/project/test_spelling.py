"""Spelling of the texts that visitors read, by hunspell; `words.<language>.txt` has the words of the field that its dictionary lacks."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from data.languages import LANGUAGES, Language
from tests.lists import rows_of
from tests.project.visitor_texts import texts, words

DICTIONARIES: dict[Language, str] = {"sv": "sv_SE", "en": "en_GB"}
NAMES = ("clusters", "vinnvaxt", "municipalities", "regions", "towns")  # tables whose names are spelt right
NAME_COLUMNS = ("name", "aliases", "county_sv", "county_en", "body", "nuts2_name", "town")


def own_words(language: Language) -> list[str]:
    """Return the project's words that the dictionary lacks, one on each line of a file."""
    return (Path(__file__).parent / f"words.{language}.txt").read_text("utf-8").split()


def stem(word: str) -> str:
    """Return a word without the ending of an English genitive."""
    return re.sub("['’]s$", "", word)


def names() -> set[str]:
    """Return the words in names of clusters, counties, municipalities and towns."""
    return {word for table in NAMES for row in rows_of(table) for column in NAME_COLUMNS for word in words(row.get(column, ""))}


def misspelt(found: set[str], language: Language) -> set[str]:
    """Return the words that hunspell's dictionary of the language does not have."""
    command = ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]]
    answer = subprocess.run(command, input="\n".join(sorted(found)), capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_right(language: Language) -> None:
    places = defaultdict(set)
    for place, text in texts(language):
        for word in words(text):
            places[stem(word)].add(place)
    known = {*own_words(language), *names()}
    wrong = misspelt({word for word in places if word not in known and word.casefold() not in known}, language)
    assert {word: places.get(word, set()) for word in wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_projects_words_are_sorted_and_needed(language: Language) -> None:
    own = own_words(language)
    used = {stem(word) for _, text in texts(language) for word in words(text)}
    assert own == sorted(set(own), key=str.casefold)
    assert [word for word in own if word not in used and word.capitalize() not in used] == []
    assert set(own) - misspelt(set(own), language) == set()


@pytest.mark.parametrize(("language", "word"), [("sv", "klustrren"), ("en", "organised cluster"), ("en", "klaster")])
def test_a_misspelt_word_is_found(language: Language, word: str) -> None:
    assert misspelt(set(words(word)), language) == ({word} if " " not in word else set())
