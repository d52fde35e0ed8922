"""Page that stands in place of all others while there is no dataset."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from components.core.i18n import NAME, Texts, texts_in
from data.errors import ClusterDataError, Problem
from data.selection import LANGUAGES


def render_unavailable(error: ClusterDataError, paths: Iterable[str]) -> None:
    """Render in both languages why there is no dataset, and a button that tries again; the problems themselves are in the log.

    `paths` are the paths of all pages, each of which shows this one, so that a visitor's URL still holds when there is a dataset.
    """
    render = partial(_render, error)
    st.navigation([st.Page(render, title=NAME, url_path=path or "map", default=not path) for path in paths], position="hidden").run()


def _render(error: ClusterDataError) -> None:
    st.set_page_config(page_title=NAME)
    st.title(NAME, anchor=False)
    for language in LANGUAGES:
        texts = texts_in(language)
        if error.problems:
            st.error(_explanation(error.problems, texts))
        else:
            st.info(texts.gettext("The list of clusters is being read."))
        st.button(texts.gettext("Try again"), key=f"try-again-{language}")  # any press runs the script again


def _explanation(problems: Sequence[Problem], texts: Texts) -> str:
    """Return the reason in a sentence or two: the source cannot be read, or its list has errors."""
    is_about_source = all(problem.row is None and not problem.column for problem in problems)
    if is_about_source:
        return texts.gettext("The list of clusters cannot be reached or read right now. New attempts are made all the time.")
    reason = texts.ngettext(
        "The list of clusters cannot be shown right now: %s thing in its file must be corrected first.",
        "The list of clusters cannot be shown right now: %s things in its file must be corrected first.",
        len(problems),
    )
    advice = texts.gettext("The person in charge of the list can see what is wrong, and where, with `python -m data.check FILE`.")
    return f"{reason % texts.number(len(problems))} {advice}"
