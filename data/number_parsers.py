"""Parsers of numbers as people and programs write them: years, counts and dates of any precision."""

from __future__ import annotations

import re
from datetime import date

from data.column_parsers import Understood
from data.messages import Message, message
from data.own.serial_days import day_of_serial

FIRST_YEAR, LAST_YEAR = 1800, 2100
MAX_LENGTH = 60  # characters of a text in which a number is looked for
MAX_COUNT = 9_999_999  # seven digits
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
ZERO_DECIMALS = re.compile(r"(?<=[0-9])[.,]0{1,6}$")  # of a whole number that a program wrote as a fraction: 2009.0
MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|[+-]00:00)?$")  # of a day that a program wrote as a moment
THOUSANDS_SPACE = re.compile(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))")
THOUSANDS_SIGN = re.compile(r"[1-9][0-9]{0,2}(?:([.,'’])[0-9]{3})(?:\1[0-9]{3})*")
# Words around a number that do not change it enough to leave it out; they are noted.
WORDS_BEFORE = re.compile(
    r"^(?:ca\.?|c:a\.?|cirka|circa|ungefär|omkring|runt|uppskattningsvis|drygt|knappt|över|fler än|mer än|minst|upp till|nästan|about|"
    r"approx\.?|approximately|around|over|more than|at least|up to|almost|nearly|[~≈><≥≤+]=?)\s*(?=[0-9])",
    re.IGNORECASE,
)
WORDS_AFTER = re.compile(
    r"(?<=[0-9])(?:\s*\+|\s*(?:st|st\.|stycken|aktiva|betalande|anslutna|medlemmar|medlemsföretag|företag|organisationer|aktörer|parter|partners|"
    r"members|companies|firms|organisations|organizations))$",
    re.IGNORECASE,
)
REMARK = re.compile(r"(?<=\w)\s*\([^()]*\)$|\[[0-9a-z]{1,3}\]$|\s*[?*¹²³;.]+$")  # behind a number: "40 (2020)", "40[2]", "2009?"
MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|"
    "october"
)
WORDS_BEFORE_YEAR = re.compile(
    rf"^(?:år|året|sedan|since|year|grundat|grundad|grundades|bildat|bildad|bildades|startat|startad|startade|etablerat|etablerad|founded|"
    rf"established|est\.?|vår|våren|sommaren|höst|hösten|vintern|spring|summer|autumn|(?:i|in)|(?:[0-9]{{1,2}} )?(?:{MONTHS})|"
    rf"(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\.?)\s+(?=[0-9a-zåäö])",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(r"(?<=[0-9])[T ][0-2]?[0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$")  # behind a day
DAY_FIRST = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./ -]([0-9]{4})")
COMPACT_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def year(value: str) -> object:
    """Parse a year of four digits, also within a date or beside a word such as "ca"."""
    allowed = message("a year from %(first)d to %(last)d", first=FIRST_YEAR, last=LAST_YEAR)
    plain = ZERO_DECIMALS.sub("", value)
    if _is_year(plain):
        return int(plain)
    found = _year_within(TIME_OF_DAY.sub("", day_of_serial(value) or plain)) or _year_among_words(plain)
    if found is None:
        raise ValueError(allowed)
    return Understood(found, _read_as(found))


def _year_within(value: str) -> int | None:
    """Return the year of a date, or of a text such as "ca 1990"; None where there is none."""
    for written in (value, WORDS_BEFORE.sub("", value)):
        day = DAY_FIRST.fullmatch(written)
        text = day[1] if day else (re.sub(r"[/.]", "-", written) if not re.fullmatch(r"[0-9]{4}[/.-][0-9]{4}", written) else "")
        if _is_year(text) or (_is_date(text) and _is_year(text[:4])):
            return int(text[:4])
        compact = COMPACT_DATE.fullmatch(written)
        if compact and _is_date("-".join(compact.groups())) and _is_year(compact[1]):
            return int(compact[1])
    return None


def _year_among_words(value: str) -> int | None:
    """Return the year beside words that do not change it: "våren 2009", "2009 (new name 2015)", "2009?"; None where there is none."""
    if len(value) > MAX_LENGTH:
        return None
    bare = REMARK.sub("", REMARK.sub("", value).strip("()"))
    while (rest := WORDS_BEFORE_YEAR.sub("", bare)) != bare:
        bare = rest
    return _year_within(bare)


def count(value: str) -> object:
    """Parse a whole number from 1, with or without a sign between the thousands and words such as "ca" and "st" around it."""
    allowed = message("a whole number from 1 to %(max)s, or nothing when it is not known", max=MAX_COUNT)
    digits = ZERO_DECIMALS.sub("", THOUSANDS_SPACE.sub("", value))
    if _is_count(digits):
        return int(digits)
    number = REMARK.sub("", REMARK.sub("", value)).strip("()") if len(value) <= MAX_LENGTH else value
    bare = THOUSANDS_SPACE.sub("", WORDS_AFTER.sub("", WORDS_BEFORE.sub("", number)))
    bare = re.sub(r"[.,'’]", "", bare) if THOUSANDS_SIGN.fullmatch(bare) else ZERO_DECIMALS.sub("", bare)
    if not _is_count(bare):
        raise ValueError(allowed)
    return Understood(int(bare), _read_as(int(bare)))


def partial_date(value: str) -> object:
    """Parse a year, month or day, such as 2018, 2018-09 or 2018-09-24; return it as text, with the precision given."""
    plain = MIDNIGHT.sub("", ZERO_DECIMALS.sub("", value))
    if _is_date(plain):
        return plain
    plain = TIME_OF_DAY.sub("", plain)
    compact = COMPACT_DATE.fullmatch(plain)
    iso = day_of_serial(value) or ("-".join(compact.groups()) if compact else plain)
    if not _is_date(iso):
        raise ValueError(message("a date such as 2018, 2018-09 or 2018-09-24"))
    return Understood(iso, message("read as %(value)s", value=iso))


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}", text)) and FIRST_YEAR <= int(text) <= LAST_YEAR


def _is_count(text: str) -> bool:
    return bool(re.fullmatch(r"[1-9][0-9]{0,6}", text))


def _is_date(text: str) -> bool:
    match = DATE.fullmatch(text)
    try:
        return match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def _read_as(number: int) -> Message:
    return message("read as %(value)d", value=number)
