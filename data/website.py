"""Parser of web addresses as people write them: without https://, several in a cell, or in angle brackets."""

from __future__ import annotations

import re

from data.column_parsers import Understood, link
from data.messages import message

DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,24}(?::[0-9]{1,5})?(?:[/?#]\S*)?")
SCHEME = re.compile(r"^(https?)\s*(?::?\s*//?|:)\s*(?=[\w\[])", re.IGNORECASE)  # also http:/ and https// for a slip of the hand
ALMOST_SCHEME = re.compile(r"^h?t+p+s?[:;/.]+", re.IGNORECASE)
BETWEEN_ADDRESSES = re.compile(r"\s*(?:[;,|\n]|\s(?:och|and|&|samt|/)\s)\s*|\s+(?=https?://|www\.)")
BRACKETS = "<>[]()\"'“”"


def website(value: str) -> object:
    """Parse a web address; of several the first is taken. Raises ValueError."""
    try:
        return link(value)
    except ValueError as error:
        first, others = _first_address(value)
        url = _completed(first)
        if not url:
            raise ValueError(*error.args) from None
        url = link(url)
        if others:
            return Understood(url, message("read as %(value)s, the first of several", value=url))
        return Understood(url, message("read as %(value)s", value=url))


def suggest_website(text: str) -> str:
    """Return the address that was perhaps meant: with its scheme spelt right, or its spaces encoded; "" where none is near."""
    rest = ALMOST_SCHEME.sub("", text, count=1)
    return _completed(rest.replace(" ", "%20")) if "." in rest else ""


def _first_address(value: str) -> tuple[str, bool]:
    """Return the first address of a cell, and whether there are others."""
    pieces = [piece.strip(BRACKETS + " .,;") for piece in BETWEEN_ADDRESSES.split(value)]
    addresses = [piece for piece in pieces if piece]
    if not addresses or (len(addresses) > 1 and not all(map(_completed, addresses))):
        return "", False  # an address and something else: what it means is not sure
    return addresses[0], len(addresses) > 1


def _completed(text: str) -> str:
    """Return an address with scheme and host, or "" for a text that is none."""
    url = text
    if scheme := SCHEME.match(text):
        url = f"{scheme[1].lower()}://{text[scheme.end() :]}"
    elif DOMAIN.fullmatch(text) and "@" not in text.partition("/")[0]:
        url = f"https://{text}"
    try:
        return link(url)
    except ValueError:
        return ""
