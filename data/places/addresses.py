"""Addresses in one cell: the place in "Box 123, SE-903 26 Umeå, Sverige", and the text after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.text import with_single_spaces

# At the end; "SE" only where it stands by itself.
COUNTRY = re.compile(r"(?:\bSverige|\bSweden|[,;/|(\n]\s*(?:SE|SWE))\s*\)?$", re.IGNORECASE)
POSTAL_CODE = re.compile(r"(?<![\w-])(?:SE?\s?[-–—]?\s?)?[0-9]{3}\s?[0-9]{2}(?![\w-])", re.IGNORECASE)
PART = re.compile(r"[,;/|\n]")
AT_ENDS = " ,;/|.-–—\n"


@dataclass(frozen=True)
class Address:
    """The place in an address.

    Attributes:
        parts: Names that may be the town, the surest last; a street may be among them.
        is_postal: True if they stand beside a postal code: then the first is the town by which letters are sent.
    """

    parts: tuple[str, ...]
    is_postal: bool = False


def read_address(text: str) -> Address:
    """Return the parts of an address without its country; beside a postal code, only those that belong to it."""
    text = with_single_spaces(text).strip(AT_ENDS)
    text = COUNTRY.sub("", text).strip(AT_ENDS)
    codes = list(POSTAL_CODE.finditer(text))
    if not codes:
        return Address(_parts(text))
    behind, before = _parts(text[codes[-1].end() :]), _parts(text[: codes[-1].start()])
    return Address(behind or before[-1:], is_postal=True)


def is_postal_code(text: str) -> bool:
    """Return True for a postal code and nothing else, also as spreadsheets write it: "223 62", "SE-22362", "22362.0"."""
    return bool(POSTAL_CODE.fullmatch(text.strip().removesuffix(".0")))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (each.strip(AT_ENDS) for each in PART.split(text)) if part)
