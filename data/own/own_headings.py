"""Headings of own columns: which name amounts, which name codes, and which name numbers whose sum says nothing."""

from __future__ import annotations

import re

from data.text import fold

# Patterns of folded text: without accents, case and punctuation.
AMOUNT = re.compile(  # its numbers are no codes
    r"omsattning|intakt|resultat|belopp|summa|budget|anslag|bidrag|stod\b|kostnad|lon\b|lone|kapital|skuld|tillgang|investering|"
    r"finansiering|antal|anstallda|invanare|befolkning|folkmangd|kronor|\b(?:kr|tkr|mkr|sek|eur)\b|turnover|revenue|income|profit|amount|"
    r"sales|cost|grant|funding|capital|assets|employees|number of|population|inhabitants"
)
COUNT = re.compile(
    r"\bantal|anstallda|invanare|befolkning|folkmangd|medlemmar|besokare|deltagare|roster|studenter|elever|jobb|employees|number of|"
    r"population|inhabitants|members|visitors|participants|votes|students"
)
CODE = re.compile(
    r"(?:nr|nummer|kod|koder|kodnr|telefon|tel|tfn|mobil|fax|phone|mobile|code|id|guid|uuid|no|number|zip|respid|caseid|pic|"
    r"sni|sni2007|sni 2007|sni 2025|"
    r"nace|isic|gln|ean|isbn|issn|konto|bankgiro|plusgiro|version)"
)
CODE_AT_END = re.compile(  # also "KundID" and "OBJECTID", but not "Arbetstid"
    r".*(?:nr|nummer|kod|koder|\b(?:id|code|no|number|zip|telefon|phone|mobile)|(?:kund|medlem|medlems|foretags|company|object|objekt|"
    r"projekt|project|record|\b[fgou])id)"
)
RATE = re.compile(
    r"\b(?:andel\w*|procent\w*|pct|snitt\w*|genomsnitt\w*|medel(?:varde|tal|alder|lon|omsattning|storlek|betyg)\w*|median\w*|\w*betyg|"
    r"\w*index|\w*kvot|\w*grad|\w*marginal|soliditet|ranking|rank|niva|level|alder|latitud\w*|longitud\w*|lat|lon|long|lng|"
    r"average|mean|share|percent\w*|\w*rate|ratio|score|rating|age|latitude|longitude)\b|"
    r"\bper (?!ar\b|manad\b|kvartal\b|year\b|month\b|quarter\b)"
)


def names_amounts(heading: str) -> bool:
    """Return True for a heading of amounts, such as "Antal anställda" and "Omsättning (tkr)"."""
    return bool(AMOUNT.search(fold(heading)))


def names_counts(heading: str) -> bool:
    """Return True for a heading of numbers without decimals, such as "Antal anställda"."""
    return bool(COUNT.search(fold(heading)))


def names_codes(heading: str) -> bool:
    """Return True for a heading of codes, such as "Kundnr", "SNI" and "Telefon": its numbers only tell one from another."""
    folded = fold(heading)
    return not AMOUNT.search(folded) and bool(CODE.fullmatch(folded) or CODE_AT_END.fullmatch(folded))


def names_rates(heading: str) -> bool:
    """Return True for a heading of shares, means, grades and the like, such as "Andel (%)": their sum says nothing."""
    return "%" in heading or bool(RATE.search(fold(heading)))
