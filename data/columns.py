"""What each column of a table may hold: small parsers that return the value or say what is allowed."""

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
MAX_COUNT = 9_999_999  # seven digits
MAX_TEXT_LENGTH = 500
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Column:
    """One column: how a cell is read and whether it must be there, be filled, be unique or is a list.

    Items of a list are separated by any of `separators`. `also` are other headings that it goes by in files that people keep, folded.
    """

    name: str
    parse: Parser
    required: bool = False
    filled: bool = False
    unique: bool = False
    many: bool = False
    separators: str = ";"
    also: tuple[str, ...] = ()


def text(value: str) -> str:
    """Plain text of at most 500 characters."""
    if len(value) > MAX_TEXT_LENGTH:
        raise ValueError(message("at most %(most)s characters", most=MAX_TEXT_LENGTH))
    return value


def slug(value: str) -> str:
    """An id that can stand in an address."""
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG_LENGTH:
        raise ValueError(
            message('at most %(most)d of the letters a-z, digits and single hyphens, such as "paper-province"', most=MAX_SLUG_LENGTH)
        )
    return value


def link(value: str) -> str:
    """An http or https address with a host; one that begins with www. is taken as https."""
    value = f"https://{value}" if value.casefold().startswith("www.") else value
    try:
        parts = urlsplit(value)
        host = re.fullmatch(r"[\w.:-]+", parts.hostname or "")
        usable = parts.scheme in {"http", "https"} and bool(host) and parts.port != 0 and not re.search(r"[\s\"'<>\\`{}@]", value)
    except ValueError:
        usable = False
    if not usable:
        raise ValueError(message("an address that begins with http:// or https:// and has a host"))
    return value


def year(value: str) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"[0-9]{4}", value) or not FIRST_YEAR <= int(value) <= LAST_YEAR:
        raise ValueError(message("a year from %(first)d to %(last)d", first=FIRST_YEAR, last=LAST_YEAR))
    return int(value)


def count(value: str) -> int:
    """A whole number from 1, which may have a space between its thousands."""
    value = re.sub(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))", "", value)
    if not re.fullmatch(r"[1-9][0-9]{0,6}", value):
        raise ValueError(message("a whole number from 1 to %(most)s, or nothing when it is not known", most=MAX_COUNT))
    return int(value)


def partial_date(value: str) -> str:
    """A date as exact as it is known, kept as text: 2018, 2018-09 or 2018-09-24."""
    match = DATE.fullmatch(value)
    try:
        is_date = match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        is_date = False
    if not is_date:
        raise ValueError(message("a date as 2018, 2018-09 or 2018-09-24"))
    return value


def coordinate(first: float, last: float) -> Parser:
    """A parser for degrees (WGS 84) from `first` to `last`, with a decimal point or comma; returns a number of five decimals."""

    def parse(value: str) -> float:
        form = re.fullmatch(r"-?[0-9]{1,3}([.,][0-9]+)?", value)
        degrees = float(value.replace(",", ".")) if form else float("nan")
        if not first <= degrees <= last:
            raise ValueError(message("degrees (WGS 84) from %(first)s to %(last)s, within Sweden", first=first, last=last))
        return round(degrees, 5)

    return parse


def one_of(allowed: Collection[str], also: Mapping[str, str] | None = None, said: Message | None = None) -> Parser:
    """A parser for a code out of a known set; `also` are other words for them, whatever their case; `said` tells what is allowed."""
    known = frozenset(allowed)
    others = also or {}
    told = said or message("one of %(codes)s", codes=", ".join(allowed))

    def parse(value: str) -> str:
        code = value if value in known else others.get(value.casefold())
        if code is None:
            raise ValueError(told)
        return code

    return parse


def matching(pattern: str, allowed: Message) -> Parser:
    """A parser for a code of a fixed form."""
    form = re.compile(pattern)

    def parse(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(allowed)
        return value

    return parse
