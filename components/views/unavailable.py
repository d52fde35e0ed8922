"""What a visitor sees in place of everything else while the list cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from components.core.i18n import NAME, Texts, texts_in
from data.errors import ClusterDataError, Problem
from data.selection import LANGUAGES


def render_unavailable(error: ClusterDataError, paths: Iterable[str]) -> None:
    """Say, in both languages, why the list cannot be shown, and offer to try again; the operator finds the problems in the log.

    `paths` are those of all places: whoever asked for one finds it there once the list can be shown.
    """
    tell = partial(_tell, error)
    st.navigation([st.Page(tell, title=NAME, url_path=path or "map", default=not path) for path in paths], position="hidden").run()


def _tell(error: ClusterDataError) -> None:
    st.set_page_config(page_title=NAME)
    st.title(NAME, anchor=False)
    for language in LANGUAGES:
        texts = texts_in(language)
        if error.problems:
            st.error(_reason(error.problems, texts))
        else:
            st.info(texts.gettext("The list of clusters is being read."))
        st.button(texts.gettext("Try again"), key=f"try-again-{language}")  # a press runs the page anew


def _reason(problems: Sequence[Problem], texts: Texts) -> str:
    if all(problem.row is None and not problem.column for problem in problems):  # of the source as a whole
        return texts.gettext("The list of clusters cannot be reached or read right now. That is tried again all the time.")
    told = texts.ngettext(
        "The list of clusters cannot be shown right now: %s thing in its file has to be mended first.",
        "The list of clusters cannot be shown right now: %s things in its file have to be mended first.",
        len(problems),
    )
    who = texts.gettext("Whoever keeps the list can see what is wrong, and where, with `python -m data.check FILE`.")
    return f"{told % texts.number(len(problems))} {who}"
