"""Parser of web addresses as people write them: without https://, several in a cell, or in angle brackets."""

from __future__ import annotations

import re

from data.column_parsers import Understood, link
from data.messages import message
from data.text import with_single_spaces

DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,24}(?::[0-9]{1,5})?(?:[/?#]\S*)?")
SCHEME = re.compile(r"^(https?)\s*(?::?\s*//?|:)\s*(?=[\w\[])", re.IGNORECASE)  # also http:/ and https// for a slip of the hand
ALMOST_SCHEME = re.compile(r"^h?t+p+s?[:;/.]+", re.IGNORECASE)
BETWEEN_ADDRESSES = re.compile(r"\s*(?:[;,|\n]|\s(?:och|and|&|samt|/)\s)\s*|\s+(?=https?://|www\.)")
IN_TEXT = re.compile(r"https?://[^\s\"'<>()\[\]{},;|]*[\w/](?=$|[\"'<>()\[\],;|]|\s+[|(\[<])", re.IGNORECASE)
REMARK = re.compile(r"(?<=\S)\s+\([^()]*\)$|^[^<>]*\s(?=<\S+>$)|^//(?=\w)")  # "ex.se (new)", "Ex AB <ex.se>", "//ex.se"
NO_SITE = re.compile(r"https?://www\.?(?:[/:?#]|$)", re.IGNORECASE)
MAX_LENGTH = 2000  # characters of a text in which an address is looked for
BRACKETS = "<>[]()\"'“”"


def website(value: str) -> object:
    """Parse a web address, the first one in the text. Raises ValueError."""
    try:
        return _with_domain(link(value))
    except ValueError as error:
        value = with_single_spaces(value)
        first, others = _first_address(value)
        url = _completed(first) or _address_in_text(value)
        if not url:
            raise ValueError(*error.args) from None
        url = _with_domain(link(url))
        if others:
            return Understood(url, message("read as %(value)s, the first of several", value=url))
        return Understood(url, message("read as %(value)s", value=url))


def _with_domain(url: str) -> str:
    """Return the URL. Raises ValueError where its host is no name of a site, as in "http://www."."""
    if NO_SITE.match(url):
        raise ValueError(message("a web address with http:// or https://, such as https://www.example.se"))
    return url


def _address_in_text(value: str) -> str:
    """Return the only address in a text such as a formula, a link in Markdown or an address with a remark; "" for none or several."""
    if len(value) > MAX_LENGTH:
        return ""
    found = set(IN_TEXT.findall(value))
    return found.pop() if len(found) == 1 else "" if found else _completed(REMARK.sub("", value).strip(BRACKETS + " .,;"))


def suggest_website(text: str) -> str:
    """Return the address that was perhaps meant: with its scheme spelt right, or its spaces encoded; "" where none is near."""
    rest = ALMOST_SCHEME.sub("", text, count=1)
    return _completed(rest.replace(" ", "%20")) if "." in rest else ""


def _first_address(value: str) -> tuple[str, bool]:
    """Return the first address of a cell, and whether there are others."""
    pieces = [piece.strip(BRACKETS + " .,;") for piece in BETWEEN_ADDRESSES.split(value)]
    addresses = [piece for piece in pieces if piece]
    if not addresses or (len(addresses) > 1 and not all(map(_completed, addresses))):
        return "", False  # an address and something else: the meaning is not sure
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
