"""Rows of other countries, by a column such as "Land": a town there may have the name of a Swedish one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.files.cells import Cells
from data.text import fold

HEADINGS = frozenset({"land", "country", "nation", "billing country", "mailing country", "country name", "country code", "landskod"})
PARTS = re.compile(r"[/|,()]")
COUNTRIES = frozenset(  # folded, in Swedish, English and by their codes: neighbours, Europe, and those that trade most with Sweden
    {
        "norge", "norway", "no", "nor", "danmark", "denmark", "dk", "dnk", "finland", "suomi", "fi", "fin", "aland", "island", "iceland",
        "is", "isl", "gronland", "greenland", "faroarna", "faroe islands", "tyskland", "germany", "deutschland", "de", "deu", "polen",
        "poland", "pl", "pol", "estland", "estonia", "ee", "est", "lettland", "latvia", "lv", "lva", "litauen", "lithuania", "lt", "ltu",
        "nederlanderna", "netherlands", "the netherlands", "holland", "nl", "nld", "belgien", "belgium", "be", "bel", "luxemburg",
        "luxembourg", "lu", "lux", "frankrike", "france", "fr", "fra", "spanien", "spain", "es", "esp", "portugal", "pt", "prt", "italien",
        "italy", "it", "ita", "osterrike", "austria", "at", "aut", "schweiz", "switzerland", "ch", "che", "storbritannien",
        "united kingdom", "great britain", "england", "skottland", "scotland", "wales", "uk", "gb", "gbr", "irland", "ireland", "ie",
        "irl", "tjeckien", "czechia", "czech republic", "cz", "cze", "slovakien", "slovakia", "sk", "svk", "ungern", "hungary", "hu",
        "hun", "rumanien", "romania", "ro", "rou", "bulgarien", "bulgaria", "bg", "bgr", "grekland", "greece", "gr", "grc", "kroatien",
        "croatia", "hr", "hrv", "slovenien", "slovenia", "si", "svn", "cypern", "cyprus", "cy", "cyp", "malta", "mt", "mlt", "ukraina",
        "ukraine", "ua", "ukr", "ryssland", "russia", "ru", "rus", "turkiet", "turkey", "tr", "tur", "usa", "us", "united states",
        "united states of america", "forenta staterna", "kanada", "canada", "ca", "can", "kina", "china", "cn", "chn", "japan", "jp",
        "jpn", "indien", "india", "in", "ind", "brasilien", "brazil", "br", "bra", "australien", "australia", "au", "aus",
    }
)  # fmt: skip


def find_foreign(cells: Cells) -> Mapping[int, str]:
    """Return the country of each row that names another one than Sweden, by the index of the row."""
    found: dict[int, str] = {}
    for heading, texts in zip(cells.header, cells.columns, strict=True):
        if names_country(heading):
            found |= {row: text.strip() for row, text in enumerate(texts) if text and fold(text) in COUNTRIES}
    return found


def names_country(heading: str) -> bool:
    """Return True for a heading of countries, also as one of its parts: "Country/Region"."""
    return not HEADINGS.isdisjoint(map(fold, (heading, *PARTS.split(heading))))
