"""Column definitions and the parsers of their cells: a parser returns the value, or raises ValueError with the allowed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from data.messages import Message, message
from data.text import MAX_SLUG_LENGTH

Parser = Callable[[str], object]

FIRST_YEAR, LAST_YEAR = 1800, 2100
LATITUDES, LONGITUDES = (55.0, 69.2), (10.5, 24.3)  # of Sweden, in degrees (WGS 84)
MAX_COUNT = 9_999_999  # seven digits
MAX_TEXT_LENGTH = 500  # characters
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
HOST = re.compile(r"[\w.:-]+")
FORBIDDEN_IN_URL = re.compile(r"[\s\"'<>\\`{}@]")
THOUSANDS_SPACE = re.compile(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True)
class Column:
    """One column of a table and the rules for its cells.

    Attributes:
        name: Heading of the column.
        parse: Parser of a cell, or of one item of a list.
        required: True if the table must have the column.
        non_empty: True if no cell may be empty.
        unique: True if no two cells may hold the same value, upper and lower case being the same.
        is_list: True if a cell holds a list of items.
        separators: Characters that separate the items of a list; any of them is accepted.
        aliases: Other headings that are accepted, as `data.text.fold` returns them.
        has_common_name: True if other lists use the name for other things: then the heading must be written exactly like it.
    """

    name: str
    parse: Parser
    required: bool = False
    non_empty: bool = False
    unique: bool = False
    is_list: bool = False
    separators: str = ";"
    aliases: tuple[str, ...] = ()
    has_common_name: bool = False


def text(value: str) -> str:
    """Parse plain text of at most 500 characters."""
    if len(value) > MAX_TEXT_LENGTH:
        raise ValueError(message("at most %(max)s characters", max=MAX_TEXT_LENGTH))
    return value


def slug(value: str) -> str:
    """Parse an id that can stand in a URL."""
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG_LENGTH:
        allowed = message('at most %(max)d letters a-z, digits and single hyphens, such as "paper-province"', max=MAX_SLUG_LENGTH)
        raise ValueError(allowed)
    return value


def link(value: str) -> str:
    """Parse an http or https URL with a host; one that begins with "www." is completed with https."""
    url = f"https://{value}" if value.casefold().startswith("www.") else value
    try:
        parts = urlsplit(url)
        has_host = bool(HOST.fullmatch(parts.hostname or "")) and parts.port != 0
        is_safe = parts.scheme in {"http", "https"} and not FORBIDDEN_IN_URL.search(url)
    except ValueError:
        has_host = is_safe = False
    if not (has_host and is_safe):
        raise ValueError(message("a web address with http:// or https://, such as https://www.example.se"))
    return url


def year(value: str) -> int:
    """Parse a year of four digits."""
    if not re.fullmatch(r"[0-9]{4}", value) or not FIRST_YEAR <= int(value) <= LAST_YEAR:
        raise ValueError(message("a year from %(first)d to %(last)d", first=FIRST_YEAR, last=LAST_YEAR))
    return int(value)


def count(value: str) -> int:
    """Parse a whole number from 1, with or without a space between the thousands."""
    digits = THOUSANDS_SPACE.sub("", value)
    if not re.fullmatch(r"[1-9][0-9]{0,6}", digits):
        raise ValueError(message("a whole number from 1 to %(max)s, or nothing when it is not known", max=MAX_COUNT))
    return int(digits)


def partial_date(value: str) -> str:
    """Parse a year, month or day, such as 2018, 2018-09 or 2018-09-24; return it as text, with the precision given."""
    match = DATE.fullmatch(value)
    try:
        is_date = match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        is_date = False
    if not is_date:
        raise ValueError(message("a date such as 2018, 2018-09 or 2018-09-24"))
    return value


def coordinate(first: float, last: float) -> Parser:
    """Return a parser for degrees (WGS 84) from `first` to `last`, with decimal point or comma; the number has five decimals."""

    def parse(value: str) -> float:
        is_number = re.fullmatch(r"-?[0-9]{1,3}([.,][0-9]+)?", value)
        degrees = float(value.replace(",", ".")) if is_number else float("nan")
        if not first <= degrees <= last:
            raise ValueError(message("degrees (WGS 84) from %(first)s to %(last)s, within Sweden", first=first, last=last))
        return round(degrees, 5)

    return parse


def one_of(codes: Collection[str], aliases: Mapping[str, str] | None = None, allowed: Message | None = None) -> Parser:
    """Return a parser for one of `codes`.

    `aliases` maps other words, in lower case, to the codes; `allowed` describes the codes in errors, which list them by default.
    """
    known_codes = frozenset(codes)
    known_aliases = aliases or {}
    problem = allowed or message("one of %(codes)s", codes=", ".join(codes))

    def parse(value: str) -> str:
        code = value if value in known_codes else known_aliases.get(value.casefold())
        if code is None:
            raise ValueError(problem)
        return code

    return parse


def matching(pattern: str, allowed: Message) -> Parser:
    """Return a parser for text that matches the regular expression `pattern` as a whole; `allowed` describes it in errors."""
    expression = re.compile(pattern)

    def parse(value: str) -> str:
        if not expression.fullmatch(value):
            raise ValueError(allowed)
        return value

    return parse
