"""File names of the exports."""

from __future__ import annotations

import re
import unicodedata

from components.dataset.view import View
from data.calendar_day import today

MAX_NAMED = 3
MAX_SEARCH_LENGTH = 30


def file_name(view: View, content: str, suffix: str) -> str:
    """Return a file name from the content's name, the selection and today's date, such as `kluster_skane_2026-11-23_data.csv`.

    `content` is the name of the rows in the view's language, such as "kluster". Words are joined by hyphens and keep å, ä and ö;
    `ascii_name` replaces these.
    """
    _ = view.texts.gettext
    selection = view.selection
    regions = [_hyphenated(view.dataset.regions[code]) for code in selection.regions]
    parts = [
        content,
        "-".join(regions) if len(regions) <= MAX_NAMED else _("%d-counties") % len(regions),
        "-".join(selection.focus) if len(selection.focus) <= MAX_NAMED else _("%d-focus-areas") % len(selection.focus),
        "-".join(selection.labels),
        _hyphenated(selection.text)[:MAX_SEARCH_LENGTH].strip("-"),
        "" if selection.is_filtered else _("all"),
        today(),
    ]
    return "_".join(part for part in parts if part) + suffix


def ascii_name(name: str) -> str:
    """Return a file name without accents: å and ä become a, ö becomes o."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _hyphenated(text: str) -> str:
    """Return the letters and digits of a text in lower case, joined by single hyphens."""
    return "-".join(re.findall(r"[a-zà-öø-ÿ0-9]+", text.casefold()))
