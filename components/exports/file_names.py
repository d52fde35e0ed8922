"""File names of the exports."""

from __future__ import annotations

import re
import unicodedata

from components.content.filters.filter_texts import filter_texts
from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.calendar_day import today
from data.filters import DIMENSIONS, Dimension

MAX_NAMED_OPTIONS = 3  # counties or focus areas; a larger number is given as a number
MAX_NAMED_SEARCH_LENGTH = 30


def file_name(view: View, content: str, suffix: str) -> str:
    """Return a file name from content, list, selection and today's date, such as `kluster_s3-piloten-2018_skåne_2026-11-23_data.csv`.

    `content` is the name of the rows in the view's language, such as "kluster". Words are joined by hyphens and keep å, ä and ö,
    which `ascii_name` replaces.
    """
    selection = view.selection
    parts = [
        content,
        _hyphenated(view.dataset.origin.name),
        *(_codes_in_words(view, dimension) for dimension in DIMENSIONS),
        _hyphenated(selection.text)[:MAX_NAMED_SEARCH_LENGTH].strip("-"),
        "" if selection.is_filtered else view.texts.gettext("all"),
        today(),
    ]
    return "_".join(part for part in parts if part) + suffix


def rows_word(view: View) -> str:
    """Return the word for the rows of a file, such as "kluster" or "medlemmar"."""
    return _hyphenated(row_words(view.dataset, view.texts)[1]) or view.texts.gettext("clusters")


def _codes_in_words(view: View, dimension: Dimension) -> str:
    """Return the words for the chosen codes of a dimension, or their number where they are many."""
    codes, texts = view.selection.codes(dimension), filter_texts(dimension)
    if len(codes) > MAX_NAMED_OPTIONS:
        return _hyphenated(texts.count(len(codes), view.texts))
    return "-".join(_hyphenated(texts.file_word(code, view.dataset)) for code in codes)


def ascii_name(name: str) -> str:
    """Return a file name without accents: å and ä become a, ö becomes o."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _hyphenated(text: str) -> str:
    """Return the letters and digits of a text in lower case, joined by single hyphens."""
    return "-".join(re.findall(r"[a-zà-öø-ÿ0-9]+", text.casefold()))
