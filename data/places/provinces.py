"""Provinces of Sweden (landskap), with the counties in which each mainly lies.

Visitors name them as places, but they are no administrative areas, and their borders are not those of the counties.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.search.near_names import only_near
from data.text import fold

FILE = Path(__file__).resolve().parents[1] / "provinces.csv"


@dataclass(frozen=True)
class Province:
    """A province.

    Attributes:
        name: Its name, the same in both languages.
        regions: SCB codes of the counties in which it mainly lies, the one with its largest part first.
    """

    name: str
    regions: tuple[str, ...]


def find_province(word: str) -> Province | None:
    """Return the province with this name, also in the genitive; None for any other word."""
    by_name, name = _by_name(), fold(word)
    return by_name.get(name) or by_name.get(name.removesuffix("s"))


def nearly_province(word: str) -> Province | None:
    """Return the only province whose name differs by one letter; None for a short word."""
    return only_near(word, _by_name())


def provinces_beginning_with(text: str) -> list[Province]:
    """Return the provinces with a name that begins with `text`, folded by `fold`, in alphabetical order."""
    return list(dict.fromkeys(province for name, province in _by_name().items() if name.startswith(text)))


def province_names() -> list[str]:
    """Return all names of the provinces."""
    return list(_by_name())


@functools.cache
def _by_name() -> Mapping[str, Province]:
    """Return the provinces by their folded names."""
    found: dict[str, Province] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            province = Province(row["name"], tuple(row["region_codes"].split(";")))
            found |= {fold(name): province for name in (row["name"], row["other_name"]) if name}
    return found
