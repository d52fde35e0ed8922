"""Realistic lists of any size: `python -m benchmarks.lists ROWS > list.csv`. The same size and seed give the same list."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from typing import TextIO

from data.reference import read_reference

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
OWN_FIELDS = (
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
# approximate shares of the rows in which a value is known
SEAT_KNOWN, SECOND_COUNTY, WEBSITE, FOUNDED, COUNTED, LABELLED = 0.8, 0.05, 0.7, 0.6, 0.4, 0.1


def rows(count: int, seed: int = SEED) -> Iterator[tuple[object, ...]]:
    """Return the rows of a list: a few large towns and many small ones, a few common fields and many rare ones."""
    chance = random.Random(seed)
    reference = read_reference()
    towns = chance.sample(list(reference.municipalities["code"]), len(reference.municipalities))
    fields = [*reference.focus_areas["code"], *OWN_FIELDS]
    counties = list(reference.regions["code"])

    def skewed(items: list[str], many: int = 1) -> list[str]:
        return chance.choices(items, [1 / (place + 1) for place in range(len(items))], k=many)

    def known(share: float, value: object) -> object:
        return value if chance.random() < share else ""

    for number in range(count):
        (town,) = skewed(towns)
        second = known(SECOND_COUNTY, chance.choice(counties))
        year = chance.randint(2015, 2025)
        members = known(COUNTED, chance.randint(5, 400))
        trades = [word.capitalize() for word in chance.sample(SECOND, 3)]
        yield (
            f"c-{number}",
            f"{chance.choice(FIRST)}{chance.choice(SECOND)} {chance.choice(LAST)} {number}",
            ";".join(dict.fromkeys(str(code) for code in (town[:2], second) if code)),
            known(SEAT_KNOWN, town),
            ";".join(dict.fromkeys(skewed(fields, chance.choice((1, 1, 1, 2))))),
            ", ".join(trades),
            known(WEBSITE, f"https://www.example.se/{number}"),
            known(FOUNDED, chance.randint(1950, 2024)),
            members,
            year if members else "",
            known(LABELLED, chance.choice(("bronze", "bronze", "silver", "gold"))),
            f"Ett nätverk för företag inom {trades[0].lower()} och {trades[1].lower()}, nummer {number} i listan.",
        )


def write(count: int, file: TextIO, seed: int = SEED) -> None:
    """Write a list of `count` rows as CSV."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(rows(count, seed))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.stdout)
