"""Areas that visitors name: the three parts of Sweden, NUTS 2 areas, counties and municipalities."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

import pandas as pd

from data.reference_tables import read_reference
from data.text import fold, fold_case

Codes = tuple[str, ...]

# Sweden's three parts, by the counties that each is usually said to hold; the county is the smallest unit of this table.
PARTS: Mapping[str, tuple[str, Codes]] = {
    "norrland": ("Norrland", ("21", "22", "23", "24", "25")),
    "svealand": ("Svealand", ("01", "03", "04", "17", "18", "19", "20")),
    "gotaland": ("Götaland", ("05", "06", "07", "08", "09", "10", "12", "13", "14")),
}


@dataclass(frozen=True)
class Area:
    """An area by the codes of the filters that choose it.

    Attributes:
        name: Name as visitors read it, the same in both languages: "Norrland", "Övre Norrland", "Skåne" or "Malmö".
        regions: SCB codes of its counties; () for a municipality.
        municipality: SCB code of the municipality; "" for any other area.
    """

    name: str
    regions: Codes = ()
    municipality: str = ""


class Areas:
    """All areas, by their names and codes.

    Attributes:
        parts: The three parts of Sweden, from north to south.
        nuts2: The eight NUTS 2 areas, in the order of their codes.
    """

    def __init__(self, regions: pd.DataFrame, municipalities: pd.DataFrame, towns: pd.DataFrame) -> None:
        """Take the reference tables `regions`, `municipalities` and `towns` of `Tables`."""
        self.parts = tuple(Area(name, codes) for name, codes in PARTS.values())
        self.nuts2 = tuple(Area(rows["nuts2_name"].iloc[0], tuple(rows["code"])) for _, rows in regions.groupby("nuts2_code"))
        self._by_name: dict[str, Area] = {}
        self._by_folded_name: dict[str, set[Area]] = {}
        self._of_municipality = {row.code: Area(row.name, municipality=row.code) for row in municipalities.itertuples()}
        # A name that several areas have stands for the first of them: Stockholm is the county.
        for area in self.parts:
            self._add(area, [area.name])
        for area, code in zip(self.nuts2, regions["nuts2_code"].drop_duplicates().sort_values(), strict=True):
            self._add(area, [area.name, code])
        for region in regions.itertuples():
            spellings = [region.name, f"{region.name} län", f"{region.name}s län", region.county_sv, region.county_en, region.body]
            self._add(Area(region.name, (region.code,)), [*spellings, f"Region {region.name}", region.code, region.nuts3_code])
        for code, area in self._of_municipality.items():
            name = area.name
            self._add(area, [name, f"{name} kommun", f"{name}s kommun", f"{name} stad", f"{name}s stad", f"{name} Municipality", code])
        for town in towns.itertuples():
            self._add(self._of_municipality[town.code], [town.town])

    def find(self, text: str) -> Area | None:
        """Return the area with this name or code, None where there is none.

        Case and punctuation make no difference; accents only where they alone distinguish two names, as Habo and Håbo.
        """
        if area := self._by_name.get(fold_case(text)):
            return area
        areas = self._by_folded_name.get(fold(text), set())
        return next(iter(areas)) if len(areas) == 1 else None

    def beginning_with(self, text: str) -> Iterator[Area]:
        """Yield the areas with a name that begins with `text`, folded by `fold`: large areas first, then by the order of their codes."""
        found = (areas for name, areas in self._by_folded_name.items() if name.startswith(text))
        yield from dict.fromkeys(area for areas in found for area in sorted(areas, key=attrgetter("name")))

    def of_municipality(self, code: str) -> Area:
        """Return a municipality by its SCB code. Raises KeyError for an unknown code."""
        return self._of_municipality[code]

    def of_regions(self, codes: Iterable[str]) -> Area | None:
        """Return the part of Sweden or the NUTS 2 area of exactly these counties; None for other counties and for a single one."""
        chosen = set(codes)
        return next((area for area in (*self.parts, *self.nuts2) if set(area.regions) == chosen), None) if len(chosen) > 1 else None

    @property
    def words(self) -> set[str]:
        """The words of all names, in lower case with accents."""
        return {word for name in self._by_name for word in name.split() if not word.isdecimal()}

    def _add(self, area: Area, names: Iterable[str]) -> None:
        for name in names:
            if fold_case(name) not in self._by_name:
                self._by_name[fold_case(name)] = area
                self._by_folded_name.setdefault(fold(name), set()).add(area)


@functools.cache
def shipped_areas() -> Areas:
    """Return the areas of the shipped reference tables, once per process."""
    reference = read_reference()
    return Areas(reference.regions, reference.municipalities, reference.towns)
