"""Resolver of municipalities, by name, code or one of their towns; a county in their place is taken as a county."""

from __future__ import annotations

import re

import pandas as pd

from data.column_parsers import Understood
from data.messages import message
from data.places.name_resolvers import CodeResolver
from data.places.regions_resolver import WHOLE_COUNTRY_CODE, RegionResolver
from data.text import fold, with_single_spaces

BETWEEN_MUNICIPALITIES = re.compile(r"\s*[;,/&+|\n]\s*|\s+(?:och|and|samt)\s+", re.IGNORECASE)
WORDS = ("kommun", "kommuns", "kommunen", "kn", "stad", "stads", "municipality", "city", "region", "of", "the", "i")
OTHERS = re.compile(r"(?<![,\s])[,\s]+(?:m\.? ?fl|m\.? ?m|mfl|etc|och (?:andra|flera|fler)|and (?:others|more))\.?$", re.IGNORECASE)
WORDS_OF_COUNTIES = re.compile(r"\blän\b|\bregion(?:en)?\b|\bcounty\b", re.IGNORECASE)  # "Region Uppsala" is no municipality
MIN_COUNTY_LENGTH = 2  # characters: a single letter may be a code of anything
GOTLAND = "09"
OTHER_NAMES = {
    "ovik": "Örnsköldsvik",
    "o vik": "Örnsköldsvik",
    "falu": "Falun",
    "gothenburg": "Göteborg",
    "malung": "Malung-Sälen",
    "sthlm": "Stockholm",
    "gbg": "Göteborg",
}


class MunicipalityResolver(CodeResolver):
    """Resolver to SCB municipality codes, four characters of text. The first municipality in a cell is the seat.

    With `counties` a county in place of a municipality is understood, as its code of two characters.
    """

    def __init__(self, municipalities: pd.DataFrame, localities: pd.DataFrame, counties: RegionResolver | None = None) -> None:
        """Build the lookup tables; `municipalities` has the columns code and name, `localities` the columns name and code."""
        self._counties = counties
        spellings: list[tuple[str, str]] = []
        for municipality in municipalities.itertuples():
            code, name = municipality.code, municipality.name
            names = (code, name, f"{name} kommun", f"{name}s kommun", f"{name} stad", f"{name}s stad")
            spellings += [(spelling, code) for spelling in names]
        self._codes_by_name = dict(zip(municipalities["name"], municipalities["code"], strict=True))
        self._codes_of_locality: dict[str, set[str]] = {}
        for locality in localities.itertuples():
            self._codes_of_locality.setdefault(fold(locality.name), set()).add(locality.code)
        names_by_code = dict(zip(municipalities["code"], municipalities["name"], strict=True))
        super().__init__(spellings, names_by_code, WORDS, message('a Swedish municipality, such as "Lund" or "1281", or nothing'), digits=4)

    def __call__(self, text: str) -> object:
        """Return the code for `text` as CodeResolver does, or that of the first of several municipalities."""
        text = with_single_spaces(text)
        if others := OTHERS.search(text):
            return self._first_of_several(text[: others.start()])
        if WORDS_OF_COUNTIES.search(text) and (county := self._county(text)):
            return county
        try:
            return self._one(text)
        except ValueError:
            if county := self._county(text):
                return county
            pieces = [piece for piece in BETWEEN_MUNICIPALITIES.split(text) if piece]
            if len(pieces) < 2:  # noqa: PLR2004 - one part was tried already
                raise
        if any(map(self._is_known, pieces[1:])):
            return self._first_of_several(pieces[0])
        first = self._one(pieces[0])
        code = str(first.value if isinstance(first, Understood) else first)
        return Understood(code, self.read_as(code))

    def codes_of_town(self, name: str) -> tuple[str, ...]:
        """Return the codes of the municipalities that have this name or a town of it; none for any other text."""
        code = self.code(name) or self._codes_by_name.get(OTHER_NAMES.get(fold(name), "")) or self.code_within(name)
        return (code,) if code else tuple(sorted(self._codes_of_locality.get(fold(name), ())))

    def _one(self, text: str) -> object:
        """Return the code for the name of one municipality, or of a town that only one municipality has."""
        if code := self._codes_by_name.get(OTHER_NAMES.get(fold(text), OTHER_NAMES.get(self._without_words(fold(text).split()), ""))):
            return Understood(code, self.read_as(code))
        try:
            return super().__call__(text)
        except ValueError:
            codes = self._codes_of_locality.get(fold(text), set())
            if len(codes) != 1:
                raise
        code = next(iter(codes))
        return Understood(code, message("a town in %(value)s; read as that municipality", value=self._names[code]))

    def _county(self, text: str) -> Understood | None:
        """Return the county that a text names; None for any other text, and for Gotland, which is a municipality too."""
        if self._counties is None or len(text) < MIN_COUNTY_LENGTH or not self._counties.knows(text):
            return None
        found = self._counties(text)
        code = str(found.value if isinstance(found, Understood) else found)
        if code in {WHOLE_COUNTRY_CODE, GOTLAND}:
            return None
        return Understood(code, message("a county, not a municipality; read as %(value)s", value=self._counties.county_of(code)))

    def _first_of_several(self, text: str) -> Understood:
        """Return the municipality that is named first. Raises ValueError where it is none."""
        first = self(text)
        code = str(first.value if isinstance(first, Understood) else first)
        return Understood(code, message("read as %(value)s, the first of several", value=self._names[code]))

    def _is_known(self, text: str) -> bool:
        try:
            self._one(text)
        except ValueError:
            return False
        return True
