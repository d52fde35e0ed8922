"""Random cluster lists of any size with realistic frequencies: `python -m benchmarks.lists ROWS > list.csv`.

The same size and seed give the same list.
"""

from __future__ import annotations

import csv
import itertools
import random
import sys
from collections.abc import Iterator
from typing import TextIO

from data.reference_tables import read_reference

SEED = 20180326
FIRST = [
    "Nord",
    "Syd",
    "Väst",
    "Öst",
    "Mälar",
    "Göta",
    "Svea",
    "Berg",
    "Skog",
    "Sjö",
    "Ås",
    "Älv",
    "Malm",
    "Lund",
    "Strand",
    "Kust",
    "Slätt",
    "Vind",
    "Is",
    "Sten",
]
SECOND = [
    "teknik",
    "kraft",
    "data",
    "trä",
    "stål",
    "gruv",
    "mat",
    "textil",
    "hälso",
    "energi",
    "logistik",
    "kemi",
    "bygg",
    "design",
    "fordons",
    "optik",
    "spel",
    "plast",
    "vatten",
    "pappers",
]
LAST = ["AB", "Cluster", "Arena", "klustret", "Innovation", "Industrier", "Sverige", "Forum", "Centrum", "Nätverk"]
CUSTOM_FOCUS_AREAS = (
    "Spelutveckling",
    "Vård och omsorg",
    "Vattenteknik",
    "Kemi",
    "Logistik",
    "Solenergi",
    "Förpackningar",
    "Fiske",
    "Optik",
    "Bygg",
)
HEADER = (
    "id", "name", "region_codes", "municipality_code", "focus", "focus_text_sv", "website", "founded", "members", "members_year", "label",
    "description_sv",
)  # fmt: skip
# Share of the rows that have a seat, a second county and so on.
SEAT_SHARE, SECOND_COUNTY_SHARE, WEBSITE_SHARE, FOUNDED_SHARE, MEMBERS_SHARE, LABEL_SHARE = 0.8, 0.05, 0.7, 0.6, 0.4, 0.1


def rows(count: int, seed: int = SEED) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a list: a few common municipalities and focus areas, and many rare ones."""
    generator = random.Random(seed)
    reference = read_reference()
    municipalities = generator.sample(list(reference.municipalities["code"]), len(reference.municipalities))
    focus_areas = [*reference.focus_areas["code"], *CUSTOM_FOCUS_AREAS]
    counties = list(reference.regions["code"])
    totals = {len(items): _totals(len(items)) for items in (municipalities, focus_areas)}

    def skewed(items: list[str], count: int = 1) -> list[str]:
        return generator.choices(items, cum_weights=totals[len(items)], k=count)

    def sometimes(share: float, value: object) -> object:
        return value if generator.random() < share else ""

    for number in range(count):
        (municipality,) = skewed(municipalities)
        second = sometimes(SECOND_COUNTY_SHARE, generator.choice(counties))
        year = generator.randint(2015, 2025)
        members = sometimes(MEMBERS_SHARE, generator.randint(5, 400))
        trades = [word.capitalize() for word in generator.sample(SECOND, 3)]
        yield (
            f"c-{number}",
            f"{generator.choice(FIRST)}{generator.choice(SECOND)} {generator.choice(LAST)} {number}",
            ";".join(dict.fromkeys(str(code) for code in (municipality[:2], second) if code)),
            sometimes(SEAT_SHARE, municipality),
            ";".join(dict.fromkeys(skewed(focus_areas, generator.choice((1, 1, 1, 2))))),
            ", ".join(trades),
            sometimes(WEBSITE_SHARE, f"https://www.example.se/{number}"),
            sometimes(FOUNDED_SHARE, generator.randint(1950, 2024)),
            members,
            year if members else "",
            sometimes(LABEL_SHARE, generator.choice(("bronze", "bronze", "silver", "gold"))),
            f"Ett nätverk för företag inom {trades[0].lower()} och {trades[1].lower()}, nummer {number} i listan.",
        )


def _totals(count: int) -> list[float]:
    """Return the running totals of the weights by which items are chosen: 1, 1/2, 1/3 and so on."""
    return list(itertools.accumulate(1 / rank for rank in range(1, count + 1)))


def write(count: int, file: TextIO, seed: int = SEED) -> None:
    """Write a list of `count` rows as CSV."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(rows(count, seed))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.stdout)
