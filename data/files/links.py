"""Web addresses behind the texts of cells: those of links, and the first one of a formula HYPERLINK."""

from __future__ import annotations

import re

LINK_FORMULA = re.compile(r'(?:of:)?=?HYPERLINK\(\s*"(https?://[^"\s]+)"', re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
MAX_LINK_LENGTH = 1000  # characters


def is_web_address(text: str) -> bool:
    """Return True for an address of usual length, so that links take no more memory than the cells."""
    return len(text) <= MAX_LINK_LENGTH and bool(WEB_ADDRESS.fullmatch(text))


def address_in_formula(formula: str) -> str:
    """Return the address of a formula HYPERLINK, "" for any other formula."""
    found = LINK_FORMULA.match(formula)
    return found[1] if found and is_web_address(found[1]) else ""
