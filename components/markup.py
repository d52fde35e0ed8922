"""Addresses from the tables as HTML."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit


def link(address: str) -> str:
    """Return an HTML link to `address` (http or https, checked when it was read), named by its host, in the text's colour."""
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    return f'<a href="{escape(address)}" rel="noopener noreferrer" style="color:inherit">{escape(host)}</a>'
