"""Areas that people name though they are no administrative areas, such as Mälardalen: no filter can have them, so that pages say so.

Nobody decides which counties belong to them. Names of official areas, such as Sydsverige (NUTS 2), are in `data/places/area_index.py`.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.languages import Language
from data.places.area import Area
from data.places.area_forms import area_forms
from data.places.area_index import Areas
from data.places.county_names import FORMER_COUNTIES, FormerCounty
from data.search.near_names import only_near
from data.text import fold, fold_case

# Before the name of an area they name a part of it, unless this is an area itself: "nordvästra Skåne", but Västra Götaland.
DIRECTION_WORDS = (
    "norra södra östra västra mellersta centrala nordvästra nordöstra sydvästra sydöstra "
    "north south east west central northern southern eastern western northwest northeast southwest southeast"
)
DIRECTIONS = frozenset(DIRECTION_WORDS.split())
FILE = Path(__file__).resolve().parents[1] / "informal_areas.csv"


@dataclass(frozen=True)
class InformalArea:
    """An area without an official extent.

    Attributes:
        name_sv: Name in Swedish.
        name_en: Name in English.
        area_codes: Official areas that are similar, each by its code.
    """

    name_sv: str
    name_en: str
    area_codes: tuple[str, ...]

    def name(self, language: Language) -> str:
        """Return the name in a language."""
        return self.name_en if language == "en" else self.name_sv


def find_informal_area(text: str) -> InformalArea | None:
    """Return the informal area with this name, also in the genitive and with "region" behind it; None for any other text."""
    return next((area for form in area_forms(fold_case(text)) if (area := _by_name().get(fold(form)))), None)


def nearly_informal_area(word: str) -> InformalArea | None:
    """Return the only informal area with a name that differs by one letter; None for a short word."""
    return only_near(word, _by_name())


def find_ended_county(text: str) -> FormerCounty | None:
    """Return the county that has become part of another one, by its name with "län": "Skaraborgs län"; None for any other text."""
    name = fold(text)
    former = FORMER_COUNTIES.get(name.removesuffix(" lan")) if name.endswith(" lan") else None
    return former if former and former.has_ended else None


def find_divided_area(text: str, areas: Areas) -> Area | None:
    """Return the area whose part a text names, None for any other text. "nordvästra Skåne" names a part of Skåne."""
    direction, _, rest = fold_case(text).partition(" ")
    return areas.find(rest) if direction in DIRECTIONS and rest and not areas.find(text) else None


def has_no_filter(text: str, areas: Areas) -> bool:
    """Return whether a text names a place that no filter has: an informal area, a county that has ended, or the surroundings of a town."""
    return bool(find_informal_area(text) or find_ended_county(text) or find_divided_area(text, areas) or areas.find_centre(text))


def informal_names() -> list[str]:
    """Return all names of informal areas, and of counties that have ended, folded by `fold`."""
    return [*_by_name(), *(f"{name} lan" for name, county in FORMER_COUNTIES.items() if county.has_ended)]


@functools.cache
def _by_name() -> Mapping[str, InformalArea]:
    """Return the informal areas by their folded names."""
    found: dict[str, InformalArea] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            area = InformalArea(row["name_sv"], row["name_en"], tuple(filter(None, row["area_codes"].split(";"))))
            names = (area.name_sv, area.name_en, *row["other_names"].split(";"))
            found |= {fold(name): area for name in names if name}
    return found
