"""URLs of the app that keep the visitor's selection: relative to a page, or absolute in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from data.languages import LANGUAGES
from data.selection import Selection
from data.selection_url import to_query, to_query_string

COMPARISON_PATH, UPLOAD_PATH = "compare", "own-list"  # of pages to which others link
ANY_LANGUAGE = "x-default"  # hreflang of the URL that names no language

KEEP_PAGE = {"cluster", "language", "page"}  # changes after which the table stays on its page


def selection_url(selection: Selection, path: str = "", **changes: Any) -> str:
    """Return the URL, relative to every page, of the page at `path` with the selection; `changes` as in `change_selection`."""
    return f"./{path}{to_query_string(change_selection(selection, **changes))}"


def change_selection(selection: Selection, **changes: Any) -> Selection:
    """Return the selection with other values of some fields. Other filters or another order begin at the first page of the table."""
    if changes.keys() - KEEP_PAGE:
        changes = {"page": 1, **changes}
    return replace(selection, **changes)


def alternate_urls(base: str, path: str, selection: Selection) -> Mapping[str, str]:
    """Return the absolute URLs of a page with the selection, by hreflang: one for each language, and one that names none.

    `base` is the base URL of the app, with a slash at its end.
    """
    urls: dict[str, str] = {language: f"{base}{path}{to_query_string(replace(selection, language=language))}" for language in LANGUAGES}
    query = {parameter: values for parameter, values in to_query(selection).items() if parameter != "lang"}
    return {**urls, ANY_LANGUAGE: f"{base}{path}{'?' if query else ''}{urlencode(query, doseq=True)}"}
