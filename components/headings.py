"""The heading of a place, and what stands above it when something is wrong."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.templating import to_html
from components.texts import NAME, Texts, texts_in
from data.errors import ClusterDataError
from data.selection import LANGUAGES, Unknown, search_text

LONGEST_IGNORED, MOST_IGNORED = 40, 5


def render_heading(place: str, title: str, lead: str, texts: Texts, *, filters: bool = False) -> None:
    """Draw the heading of a place (its path) and what it is in a few words; with `filters`, where those are on a phone."""
    st.html(to_html("heading", texts.language, place=place, title=title, lead=lead, filters=filters))


def render_ignored(ignored: Sequence[Unknown], texts: Texts) -> None:
    """Say which values of the address are not known here, if there are any."""
    if ignored:
        shown = ", ".join(_as_code(unknown.value) for unknown in ignored[:MOST_IGNORED])
        st.warning(texts.gettext("The address asks for something that is not here, which was skipped: %s") % shown)


def render_data_error(error: ClusterDataError) -> None:
    """Say, in both languages, that the list cannot be shown; the operator finds the problems in the log."""
    st.set_page_config(page_title=NAME)
    st.title(NAME, anchor=False)
    for language in LANGUAGES:
        texts = texts_in(language)
        st.error(
            texts.ngettext(
                "The list of clusters cannot be shown right now: %d thing in its file has to be mended first.",
                "The list of clusters cannot be shown right now: %d things in its file have to be mended first.",
                len(error.problems),
            )
            % len(error.problems)
            + " "
            + texts.gettext("Whoever keeps the list can see what is wrong, and where, with `python -m data.check FILE`.")
        )


def _as_code(value: str) -> str:
    """Return a value of the address as Markdown code, in which nothing is a link or a sign."""
    return f"`{search_text(value)[:LONGEST_IGNORED].replace('`', ' ')}`"
