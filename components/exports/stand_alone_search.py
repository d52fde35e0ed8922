"""Search index of a stand-alone map: words of its rows, parts of compounds, synonyms and areas, for a search by the page's rules.

An occurrence is the number of a row times the number of fields, plus the field: the lower, the better. Each list of occurrences is in
ascending order, each number as its difference from the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.content.table.table_columns import Rows
from components.dataset.view import View
from data.places.area import COUNTY_LENGTH, Area
from data.places.area_index import Areas
from data.places.county_names import WHOLE_COUNTRY
from data.places.provinces import find_province, province_names
from data.search.cluster_search import Search
from data.search.exclusion import CONNECTING, EXCLUDING, TURNING
from data.search.informal_areas import DIRECTIONS, informal_names
from data.search.option_words import option_words
from data.search.searched_fields import FIELDS, NAME_FIELDS
from data.search.stop_words import FILLERS, IGNORED, IGNORED_PHRASES, INDUSTRY_WORDS, ONLY_WORDS
from data.search.synonyms import synonyms
from data.search.word_index import NO_MATCH
from data.search.word_parts import ENDINGS, LAST_PARTS, LINKS, LOST_ENDINGS
from data.search.word_search import WordSearch

Positions = NDArray[np.intp]


def search_data(view: View, rows: Rows) -> dict[str, Any]:
    """Return the index of the clusters in `rows`."""
    search = view.dataset.index.search
    positions = np.full(len(view.dataset.clusters), -1)
    positions[rows] = np.arange(len(rows))
    return {
        **_words(search.words, positions),
        "areas": list(_areas(search, positions)),
        "sites": {host: found for host, each in search.sites.rows.items() if (found := _in_file(each, positions))},
        "fields": len(FIELDS),
        "name_fields": len(NAME_FIELDS),
        "ignored": sorted(IGNORED | search.list_words),
        "ignored_phrases": sorted(IGNORED_PHRASES),
        "fillers": sorted(FILLERS),
        "industry_words": sorted(INDUSTRY_WORDS),
        "branch_words": sorted(synonyms()),
        "country": sorted(phrase for phrase in WHOLE_COUNTRY if " " in phrase),
        "informal": sorted(name for name in informal_names() if " " in name),
        "directions": sorted(DIRECTIONS),
        "options": sorted(option_words()),
        "excluding": sorted(EXCLUDING),
        "turning": sorted(TURNING),
        "connecting": sorted(CONNECTING),
        "only_words": ONLY_WORDS,
        "provinces": {name: province.regions for name in province_names() if (province := find_province(name))},
        "endings": ENDINGS,
        "last_parts": LAST_PARTS.split(),
        "links": LINKS,
        "lost_endings": LOST_ENDINGS,
    }


def _words(words: WordSearch, positions: Positions) -> dict[str, Any]:
    """Return the words of the rows: spelling, occurrences, later parts of compounds, and the numbers of synonyms by typed word.

    A part that counts only as it is has "=" before it.
    """
    index = words.index
    found = {number: each for number in range(len(index.words)) if (each := _occurrences(*index.occurrences(number), positions))}
    numbers = {number: place for place, number in enumerate(found)}
    parts = {place: index.later_parts(number) for number, place in numbers.items()}
    similar = {word: sorted({numbers[number] for number in words.synonymous(word) if number in numbers}) for word in synonyms()}
    return {
        "words": [index.words[number] for number in found],
        "occurrences": list(found.values()),
        "parts": {place: " ".join([*begun, *(f"={each}" for each in whole)]) for place, (begun, whole) in parts.items() if begun or whole},
        "synonyms": {word: each for word, each in similar.items() if each},
    }


def _areas(search: Search, positions: Positions) -> Iterator[list[Any]]:
    """Yield names, occurrences, counties, and the county around a municipality, of each area.

    Those without a row are there too: "Lund och Linköping" finds what is in Lund.
    """
    for area, names in _names(search.areas).items():
        code = next((name for name in names if any(map(str.isdecimal, name))), names[0])  # finds no names of rows but the area's own
        ranks = search.find(code).ranks
        rows = np.flatnonzero(ranks < NO_MATCH)
        found = _occurrences(rows, ranks[rows] // 2, positions)  # two ranks for each field
        yield ["|".join(names), found, area.regions, area.municipality[:COUNTY_LENGTH]]


def _names(areas: Areas) -> dict[Area, list[str]]:
    names: dict[Area, list[str]] = {}
    for name, area in areas.by_name.items():
        names.setdefault(area, []).append(name)
    return names


def _in_file(rows: list[int], positions: Positions) -> list[int]:
    """Return the positions in the file of these rows of the dataset."""
    return [position for position in positions[rows].tolist() if position >= 0]


def _occurrences(rows: NDArray[Any], fields: NDArray[Any], positions: Positions) -> list[int]:
    """Return the occurrences in these rows of the dataset, with the best field of each, without rows that the file does not have."""
    is_in_file = positions[rows] >= 0
    numbers = np.unique(positions[rows[is_in_file]] * len(FIELDS) + fields[is_in_file])
    _, first = np.unique(numbers // len(FIELDS), return_index=True)
    differences: list[int] = np.diff(numbers[first], prepend=0).tolist()
    return differences
