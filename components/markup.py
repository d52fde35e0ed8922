"""Text from the tables as HTML and Markdown that only ever shows it."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

MARKDOWN_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")  # ASCII punctuation, all that CommonMark lets one escape


def markdown_text(value: str) -> str:
    """Return `value` so that Markdown, with Streamlit's own signs, shows it as it is."""
    return MARKDOWN_SIGNS.sub(r"\\\1", value)


def link(address: str) -> str:
    """Return an HTML link to `address` (http or https, checked when it was read), named by its host, in the text's colour."""
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    return f'<a href="{escape(address)}" rel="noopener noreferrer" style="color:inherit">{escape(host)}</a>'
