"""All areas that visitors name, by their names and codes: the three parts of Sweden, NUTS areas, counties and municipalities."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.places.area import Area, Codes
from data.places.area_forms import area_forms, names_surroundings, without_kind, without_kind_of_code
from data.places.county_names import COMPASS, COMPASS_POINTS, FORMER_COUNTIES, LETTERS, NUTS1, NUTS2_IN_ENGLISH, OTHER_NAMES
from data.places.municipality_resolver import OTHER_NAMES as OTHER_MUNICIPALITY_NAMES
from data.reference_tables import read_reference
from data.text import fold, fold_case

IN = "I"  # the letter of Gotland, but "i län 12" is "in county 12"
MIN_MISSPELT_LENGTH = 4  # letters
NUTS1_LENGTH = 3  # characters of the code, with which the codes of the NUTS 2 areas in it begin

# Sweden's three parts, by the counties that each is usually said to hold; the county is the smallest unit of this table.
PARTS: Mapping[str, tuple[str, Codes]] = {
    "norrland": ("Norrland", ("21", "22", "23", "24", "25")),
    "svealand": ("Svealand", ("01", "03", "04", "17", "18", "19", "20")),
    "gotaland": ("Götaland", ("05", "06", "07", "08", "09", "10", "12", "13", "14")),
}


class Areas:
    """All areas, by their names and codes.

    Attributes:
        parts: The three parts of Sweden, from north to south.
        nuts2: The eight NUTS 2 areas, in the order of their codes.
        nuts1: The three NUTS 1 areas, in the order of their codes.
    """

    def __init__(self, regions: pd.DataFrame, municipalities: pd.DataFrame, towns: pd.DataFrame) -> None:
        """Take the reference tables `regions`, `municipalities` and `towns` of `Tables`."""
        self.parts = tuple(Area(name, codes) for name, codes in PARTS.values())
        self.nuts2 = tuple(Area(rows["nuts2_name"].iloc[0], tuple(rows["code"])) for _, rows in regions.groupby("nuts2_code"))
        nuts1_codes = regions["nuts2_code"].str[:NUTS1_LENGTH]
        self.nuts1 = tuple(Area(NUTS1[code][0], tuple(rows["code"])) for code, rows in regions.groupby(nuts1_codes))
        self._by_name: dict[str, Area] = {}
        self._by_folded_name: dict[str, set[Area]] = {}
        self._of_municipality = {row.code: Area(row.name, municipality=row.code) for row in municipalities.itertuples()}
        self._add_names(regions, towns)
        self._folded_words = frozenset(map(fold, self.words))
        self._names, self._folded_names = (_spelt_names(names) for names in (self._by_name, self._by_folded_name))

    def _add_names(self, regions: pd.DataFrame, towns: pd.DataFrame) -> None:
        """Add the names and codes of all areas. A name that several areas have stands for the first of them: Stockholm is the county."""
        for area in self.parts:
            self._add(area, [area.name])
        for area, code in zip(self.nuts2, regions["nuts2_code"].drop_duplicates().sort_values(), strict=True):
            self._add(area, [area.name, code, *NUTS2_IN_ENGLISH[code], *COMPASS.get(code, ())])
        for region in regions.itertuples():
            spellings = [region.name, f"{region.name} län", f"{region.name}s län", region.county_sv, region.county_en, region.body]
            spellings += [region.body.removeprefix("Region "), region.county_sv.replace(" ", ""), f"{region.name}län"]
            letter = LETTERS[region.code]
            spellings += [f"SE-{letter}", *([] if letter == IN else [f"{letter} län"])]
            spellings += [former.name for former in FORMER_COUNTIES.values() if former.code == region.code and not former.has_ended]
            spellings += [name for name, code in OTHER_NAMES.items() if code == region.code]
            self._add(Area(region.name, (region.code,)), [*spellings, f"Region {region.name}", region.code, region.nuts3_code])
        for area, (code, names) in zip(self.nuts1, NUTS1.items(), strict=True):
            self._add(area, [*names, code, *COMPASS.get(code, ())])
        for code, area in self._of_municipality.items():
            name = area.name
            self._add(area, [name, f"{name} kommun", f"{name}s kommun", f"{name} stad", f"{name}s stad", code])
        for town in towns.itertuples():
            self._add(self._of_municipality[town.code], [town.town])
        for other, name in OTHER_MUNICIPALITY_NAMES.items():
            self._add(self._by_name[fold_case(name)], [other])

    def find(self, text: str) -> Area | None:
        """Return the area with this name or code, None where there is none.

        Case and punctuation make no difference; accents only where they alone distinguish two names, as Habo and Håbo. The name may be
        a genitive and have a word for its kind beside it: "Karlstads", "Stockholmsregionen", "City of Gothenburg". A code may have its kind
        before it, or the name behind it: "kommun 1281", "1281 Lund". A municipality is not the region around it: "Göteborgsregionen".
        """
        area = self._find_in_any_form(text)
        return None if area and area.municipality and names_surroundings(fold_case(text)) else area

    def find_centre(self, text: str) -> Area | None:
        """Return the municipality whose region a text names: Göteborg of "Göteborgsregionen"; None for any other text."""
        area = self._find_in_any_form(text) if names_surroundings(fold_case(text)) else None
        return area if area and area.municipality else None

    def _find_in_any_form(self, text: str) -> Area | None:
        name = without_kind_of_code(fold_case(text))
        return next((area for form in area_forms(name) if (area := self._find_name(form))), None) or self._find_with_code(name)

    def _find_with_code(self, name: str) -> Area | None:
        """Return the area whose code and name a text has, as tables of SCB do: "1281 Lund"."""
        code, _, rest = name.partition(" ")
        area = self._by_name.get(code) if code.isdecimal() and rest else None
        named = self.find(rest) if area else None
        return area if area and named and named.name == area.name else None

    def _find_name(self, name: str) -> Area | None:
        if area := self._by_name.get(name):
            return area
        areas = self._by_folded_name.get(fold(name), set())
        return next(iter(areas)) if len(areas) == 1 else None

    def nearly(self, text: str) -> Area | None:
        """Return the area with a name that differs by one letter; None for a short text, and where several areas have such a name.

        Accents count as letters, unless no name is near with them: "Håbos" is Håbo, "Goteborrg" is Göteborg.
        """
        words = text.split()
        if (of_kind := without_kind(text)) != text:
            return self.nearly(of_kind)
        # One letter is in one word, so that all others have to be right.
        if len(text) < MIN_MISSPELT_LENGTH or sum(fold(word) in self._folded_words for word in words) < len(words) - 1:
            return None
        near = [self._by_name[name] for name in _near(fold_case(text), self._names)]
        near = near or [area for name in _near(fold(text), self._folded_names) for area in self._by_folded_name[name]]
        return near[0] if len(set(near)) == 1 else None

    def beginning_with(self, text: str) -> Iterator[Area]:
        """Yield the areas with a name that begins with `text`, folded by `fold`: large areas first, then by the order of their codes.

        Spaces make no difference: "vastrago" begins Västra Götaland.
        """
        letters = text.replace(" ", "")
        found = (areas for name, areas in self._by_folded_name.items() if name.replace(" ", "").startswith(letters))
        yield from dict.fromkeys(area for areas in found for area in sorted(areas, key=attrgetter("name")))

    @property
    def by_name(self) -> Mapping[str, Area]:
        """All areas by each of their names and codes, folded by `fold_case`."""
        return self._by_name

    def of_municipality(self, code: str) -> Area:
        """Return a municipality by its SCB code. Raises KeyError for an unknown code."""
        return self._of_municipality[code]

    def of_regions(self, codes: Iterable[str]) -> Area | None:
        """Return the part of Sweden or the NUTS area of exactly these counties; None for other counties and for a single one."""
        chosen, areas = set(codes), (*self.parts, *self.nuts2, *self.nuts1)
        return next((area for area in areas if set(area.regions) == chosen), None) if len(chosen) > 1 else None

    @property
    def words(self) -> Codes:
        """The words of all names, in lower case with accents, each once."""
        return tuple(dict.fromkeys(word for name in self._by_name for word in name.split() if not word.isdecimal()))

    def _add(self, area: Area, names: Iterable[str]) -> None:
        for name in names:
            if fold_case(name) not in self._by_name:
                self._by_name[fold_case(name)] = area
                self._by_folded_name.setdefault(fold(name), set()).add(area)


def _spelt_names(names: Iterable[str]) -> Codes:
    """Return the names that may be misspelt: no codes, and no points of the compass, since "häst" is near "east"."""
    compass = set(map(fold, COMPASS_POINTS))
    return tuple(name for name in names if fold(name) not in compass and not any(map(str.isdecimal, name)))


def _near(text: str, names: Codes) -> list[str]:
    """Return the names that differ from a text by one letter."""
    return [name for name, _, _ in process.extract(text, names, scorer=OSA.distance, score_cutoff=1, limit=None)]


@functools.cache
def shipped_areas() -> Areas:
    """Return the areas of the shipped reference tables, once per process."""
    reference = read_reference()
    return Areas(reference.regions, reference.municipalities, reference.towns)
