"""Pages that are articles: about S3-piloten, and the accessibility statement; one Markdown file per language in `articles/`."""

from __future__ import annotations

import functools
from pathlib import Path
from string import Template

import streamlit as st

from components.core.settings import settings
from components.core.urls import selection_url
from components.dataset.view import View
from components.widgets.summary import render_choices
from data.cluster_columns import LABELS
from data.selection import Language

FOLDER = Path(__file__).resolve().parent.parent / "articles"


def render_about(view: View) -> None:
    """Render the page about S3-piloten, smart specialisation and the labels."""
    render_choices(view)
    label_urls = {label: selection_url(view.selection.without_filters(), labels=(label,)).removeprefix("./") for label in LABELS}
    _render(read_article("about", view.language).substitute(label_urls, query=view.selection.to_query_string()))


def render_accessibility(view: View) -> None:
    """Render the accessibility statement that Swedish law requires, in the operator's name."""
    _ = view.texts.gettext
    render_choices(view)
    operator = settings().operator
    placeholder = _("[not filled in by the operator]")
    _render(
        read_article("accessibility", view.language).substitute(
            operator=operator.name or placeholder,
            contact=operator.contact or placeholder,
            query=view.selection.to_query_string(),
        )
    )


def _render(markdown: str) -> None:
    with st.container(key="article"):
        st.markdown(markdown)


@functools.cache
def read_article(name: str, language: Language) -> Template:
    """Return an article with its placeholders; each file is read once per process."""
    return Template((FOLDER / f"{name}.{language}.md").read_text("utf-8"))
