"""Column definitions and the parsers of their cells: a parser returns the value, or raises ValueError with the allowed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from data.messages import Message, message
from data.text import MAX_SLUG_LENGTH

LIST_SEPARATORS = re.compile(r"[;\n]")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SIMPLE_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/?[\w./-]*", re.ASCII)  # most URLs, which need no closer look
HOST = re.compile(r"[\w.:-]+")
FORBIDDEN_IN_URL = re.compile(r"[\s\"<>\\`{}]")


@dataclass(frozen=True)
class Understood:
    """A value that is written in another way than the format of a list.

    Attributes:
        value: Meaning of the cell; None where it means "not known".
        text: How the cell was read.
    """

    value: object
    text: Message


Parser = Callable[[str], object]  # returns the value, or the value as Understood


def split_list(value: str) -> list[str]:
    """Return the items of a list cell, separated by semicolons or line breaks."""
    return LIST_SEPARATORS.split(value)


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
        split: Returns the items of a list cell.
        has_lines: True if the parser wants the line breaks of a cell, which are spaces elsewhere.
        aliases: Other headings that are accepted, the best first; case, accents and punctuation make no difference.
        guesses: Headings that other lists use for other things too: they count if the parser understands most of their cells.
        has_common_name: True if other lists use the name for other things: then the heading must be written exactly like it.
        meaningful: Words that elsewhere mean "not known" but are values of this column.
        suggest: Returns the nearest right value to a refused text, or "".
    """

    name: str
    parse: Parser
    required: bool = False
    non_empty: bool = False
    unique: bool = False
    is_list: bool = False
    split: Callable[[str], list[str]] = split_list
    has_lines: bool = False
    aliases: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    has_common_name: bool = False
    meaningful: tuple[str, ...] = ()
    suggest: Callable[[str], str] | None = None


def text(value: str) -> str:
    """Parse plain text, of any length."""
    return value


def slug(value: str) -> str:
    """Parse an id that can stand in a URL."""
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG_LENGTH:
        allowed = message('at most %(max)d letters a-z, digits and single hyphens, such as "paper-province"', max=MAX_SLUG_LENGTH)
        raise ValueError(allowed)
    return value


def link(value: str) -> str:
    """Parse an http or https URL with a host and without a user; one that begins with "www." is completed with https."""
    if SIMPLE_URL.fullmatch(value):
        return value
    url = f"https://{value}" if value.casefold().startswith("www.") else value
    try:
        parts = urlsplit(url)
        has_host = bool(HOST.fullmatch(parts.hostname or "")) and parts.port != 0 and parts.username is None
        is_safe = parts.scheme in {"http", "https"} and not FORBIDDEN_IN_URL.search(url)
    except ValueError:
        has_host = is_safe = False
    if not (has_host and is_safe):
        raise ValueError(message("a web address with http:// or https://, such as https://www.example.se"))
    return url


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
