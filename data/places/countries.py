"""Names and codes of other countries than Sweden."""

from __future__ import annotations

from data.text import fold

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


def is_foreign_country(text: str) -> bool:
    """Return True for the name or the code of another country, alone in a text."""
    return fold(text) in COUNTRIES
