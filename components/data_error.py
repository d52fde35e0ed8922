"""What a visitor sees in place of everything else while the list cannot be used."""

from __future__ import annotations

import streamlit as st

from components.texts import NAME, texts_in
from data.errors import ClusterDataError
from data.selection import LANGUAGES


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
