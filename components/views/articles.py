"""The places that are text: one Markdown file per language in `articles/`."""

from __future__ import annotations

import functools
from pathlib import Path
from string import Template

import streamlit as st

from components.core.settings import settings
from components.core.urls import selection_url
from components.dataset.view import View
from components.widgets.summary import render_choices
from data.clusters import LABELS
from data.selection import Language

FOLDER = Path(__file__).resolve().parent.parent / "articles"


def render_about(view: View) -> None:
    """Draw what S3-piloten, smart specialisation and the labels are."""
    render_choices(view)
    labels = {
        label: selection_url(view.selection, labels=(label,), regions=(), focus=(), text="", cluster="").removeprefix("./")
        for label in LABELS
    }
    _render(read_article("about", view.language).substitute(labels, query=view.selection.to_query_string()))


def render_accessibility(view: View) -> None:
    """Draw the accessibility statement that Swedish law asks for, in the operator's name."""
    _ = view.texts.gettext
    render_choices(view)
    operator = settings().operator
    missing = _("[not filled in by the operator]")
    article = read_article("accessibility", view.language)
    _render(
        article.substitute(operator=operator.name or missing, contact=operator.contact or missing, query=view.selection.to_query_string())
    )


def _render(text: str) -> None:
    with st.container(key="article"):
        st.markdown(text)


@functools.cache
def read_article(name: str, language: Language) -> Template:
    """Return the article with its placeholders; read once per process."""
    return Template((FOLDER / f"{name}.{language}.md").read_text("utf-8"))
