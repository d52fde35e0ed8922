"""Resolver of counties: names, codes, letters, former counties, and several of them in one cell."""

from __future__ import annotations

import re

import pandas as pd

from data.column_parsers import Understood
from data.messages import message
from data.places.county_names import FORMER_COUNTIES, LETTERS, OTHER_NAMES, WHOLE_COUNTRY
from data.places.name_resolvers import CodeResolver
from data.places.provinces import find_province
from data.text import fold, with_single_spaces

WHOLE_COUNTRY_CODE = "00"  # SCB's for all of Sweden
SEPARATORS = re.compile(r"[;,\n]")
WEAK_SEPARATORS = re.compile(r"\s*[/&+|]\s*|\s+(?:och|and|samt|eller|or)\s+|\s+[-–]\s+", re.IGNORECASE)
OTHERS = re.compile(r"(?<![,\s])[,\s]+(?:m\.? ?fl|m\.? ?m|mfl|etc|och (?:andra|flera|fler)|et al|and (?:others|more))\.?$", re.IGNORECASE)
ELLIPSIS = re.compile(r"\b(\w{3,20})-\s+(och|o|and|&)\s+(\w{3,20})\b", re.IGNORECASE)  # "Norr- och Västerbotten"
TIGHT_SEPARATORS = re.compile(r"\s*[-–—]\s*|\s+o\.?\s+|\s+")  # they also stand within a name, so each part has to be known
WORDS = (
    "nuts",
    "nuts3",
    "lansstyrelsen",
    "landstinget",
    "lan",
    "lans",
    "county",
    "council",
    "region",
    "regionen",
    "i",
    "of",
    "the",
    "province",
    "hela",
    "l",
)


class RegionResolver(CodeResolver):
    """Resolver to SCB county codes, two characters of text; WHOLE_COUNTRY_CODE for a text that names the whole country."""

    def __init__(self, regions: pd.DataFrame, municipalities: pd.DataFrame | None = None, localities: pd.DataFrame | None = None) -> None:
        """`regions` has the columns code, name, county_sv, county_en, body and nuts3_code, `municipalities` and `localities` code and name.

        Taken as they are: code, NUTS 3 code, letter, ISO 3166-2, name, the county's name in both languages, the regional body's name,
        also without "Region", and a code beside its name.
        """
        spellings: list[tuple[str, str]] = []
        for region in regions.itertuples():
            letter = LETTERS[region.code]
            names = [region.code, region.nuts3_code, region.name, region.county_sv, region.county_en, region.body, letter, f"SE-{letter}"]
            names += [f"Region {region.name}", f"{region.name} län", region.body.removeprefix("Region "), f"County of {region.name}"]
            spellings += [(name, region.code) for name in names]
        self._municipalities: dict[str, str] = {}
        for municipality in municipalities.itertuples() if municipalities is not None else ():
            for word in ("", " kommun", "s kommun", " stad", "s stad"):
                self._municipalities[fold(municipality.name + word)] = municipality.code[: len(WHOLE_COUNTRY_CODE)]
            self._municipalities[municipality.code] = municipality.code[: len(WHOLE_COUNTRY_CODE)]
        self._counties_of_towns: dict[str, set[str]] = {}
        for locality in localities.itertuples() if localities is not None else ():
            self._counties_of_towns.setdefault(fold(locality.name), set()).add(locality.code[: len(WHOLE_COUNTRY_CODE)])
        allowed = message('a Swedish county, such as "Skåne", "Region Skåne", "Skåne län", "12" or "SE224"')
        super().__init__(spellings, dict(zip(regions["code"], regions["name"], strict=True)), WORDS, allowed, digits=2)

    def __call__(self, text: str) -> object:
        """Return the code for `text` as CodeResolver does, also for a former county and for the whole country."""
        text = with_single_spaces(text)
        folded = fold(text)
        if folded in WHOLE_COUNTRY:
            return WHOLE_COUNTRY_CODE
        if understood := self._by_other_name(folded.removesuffix(" lan").removesuffix(" county")):
            return understood
        if others := OTHERS.search(text):
            return self._first_of_several(text[: others.start()])
        try:
            return super().__call__(text)
        except ValueError:
            if code := self._municipalities.get(folded):
                return Understood(code, message("a municipality in %(value)s, not a county", value=self._names[code]))
            self._refuse_province(text)
            if len(counties := self._counties_of_towns.get(folded, set())) != 1:
                raise
        (code,) = counties
        return Understood(code, message("a town in %(value)s, not a county", value=self._names[code]))

    def suggest(self, text: str) -> str:
        """Return the nearest name, or ""; none for a province, which is no misspelt county."""
        return "" if find_province(text) else super().suggest(text)

    def _refuse_province(self, text: str) -> None:
        """Raise ValueError with the counties of the province that a text names."""
        if province := find_province(text):
            counties = ", ".join(self._names[code] for code in province.regions if code in self._names)
            raise ValueError(
                message("a county; the province of %(name)s lies mainly in: %(counties)s", name=province.name, counties=counties)
            )

    def _by_other_name(self, bare: str) -> Understood | None:
        """Return the county of a former or an unofficial name, folded and without "län"; None for any other text."""
        if former := FORMER_COUNTIES.get(bare):
            name = self._names[former.code]
            if former.has_ended:
                ended = message("%(county)s ended in %(year)d; read as %(value)s", county=former.name, year=former.year, value=name)
                return Understood(former.code, ended)
            renamed = message("%(county)s was renamed in %(year)d; read as %(value)s", county=former.name, year=former.year, value=name)
            return Understood(former.code, renamed)
        if code := OTHER_NAMES.get(bare):
            return Understood(code, self.read_as(code))
        return None

    def _first_of_several(self, text: str) -> Understood:
        """Return the county that is named before "m.fl.". Raises ValueError where none is."""
        found = self(text)
        code = str(found.value if isinstance(found, Understood) else found)
        if code == WHOLE_COUNTRY_CODE:
            raise ValueError(self.allowed)
        return Understood(code, message("read as %(value)s; which others are meant is not known", value=self._names[code]))

    def split(self, text: str) -> list[str]:
        """Return the counties of a cell: parted by ; , or line breaks, and where that is not enough by "och", "and", / & or +."""
        items: list[str] = []
        text = OTHERS.sub(" m.fl.", with_single_spaces(text))  # no item of its own
        text = ELLIPSIS.sub(self._written_out, text)
        for item in [text] if self.knows(text) else SEPARATORS.split(text):
            parts = [item] if self.knows(item) else WEAK_SEPARATORS.split(item)
            if len(parts) == 1 and not self.knows(item):
                tight = list(filter(None, TIGHT_SEPARATORS.split(item)))
                parts = tight if all(map(self.knows, tight)) else parts
            items += parts if len(parts) == 1 or any(map(self.knows, parts)) else [item]
        return items

    def _written_out(self, found: re.Match[str]) -> str:
        """Return "Norrbotten och Västerbotten" for "Norr- och Västerbotten"; a text that is no such pair of counties stays."""
        first, word, second = found.groups()
        ends = (second[cut:] for cut in range(1, len(second) + 1))
        whole = next((first + end for end in ends if self.knows(first + end)), "")
        return f"{whole} {word} {second}" if whole else found[0]

    def county_of(self, code: str) -> str:
        """Return the name of a county with its code, such as "Skåne (12)"."""
        return f"{self._names[code]} ({code})"

    def knows(self, text: str) -> bool:
        """Return True if `text` means a county, or the whole country."""
        try:
            self(text.strip())
        except ValueError:
            return False
        return True
