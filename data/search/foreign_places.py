"""Countries around Sweden and their capitals, which visitors name though all clusters of the map are in Sweden."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.languages import Language
from data.text import fold

FILE = Path(__file__).resolve().parents[1] / "foreign_places.csv"


@dataclass(frozen=True)
class ForeignPlace:
    """A country or a capital.

    Attributes:
        name_sv: Name in Swedish.
        name_en: Name in English.
    """

    name_sv: str
    name_en: str

    def name(self, language: Language) -> str:
        """Return the name in a language."""
        return self.name_en if language == "en" else self.name_sv


def find_foreign_place(word: str) -> ForeignPlace | None:
    """Return the country or the capital with this name, also in the genitive; None for any other word."""
    by_name, name = _by_name(), fold(word)
    return by_name.get(name) or by_name.get(name.removesuffix("s"))


def foreign_names() -> list[str]:
    """Return all names of these countries and capitals, folded by `fold`."""
    return list(_by_name())


@functools.cache
def _by_name() -> Mapping[str, ForeignPlace]:
    found: dict[str, ForeignPlace] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = ForeignPlace(row["name_sv"], row["name_en"])
            found |= {fold(name): place for name in (place.name_sv, place.name_en, *row["other_names"].split(";")) if name}
    return found
