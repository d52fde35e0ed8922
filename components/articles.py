"""The places that are text: one Markdown file per language in `articles/`."""

from __future__ import annotations

import functools
from pathlib import Path
from string import Template

import streamlit as st

from components.catalogue import Catalogue
from components.links import address
from components.settings import operator
from components.summary import render_choices
from components.texts import Texts
from data.clusters import LABELS
from data.filters import Match
from data.selection import Language

FOLDER = Path(__file__).resolve().parent / "articles"


def render_about(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw what S3-piloten, smart specialisation and the labels are."""
    render_choices(catalogue, match, texts)
    labels = {
        label: address(match.selection, labels=(label,), regions=(), focus=(), text="", cluster="").removeprefix("./") for label in LABELS
    }
    _render(read_article("about", texts.language).substitute(labels, query=match.selection.to_query_string()))


def render_accessibility(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the accessibility statement that Swedish law asks for, in the operator's name."""
    _ = texts.gettext
    render_choices(catalogue, match, texts)
    name, contact = operator()
    missing = _("[not filled in by the operator]")
    article = read_article("accessibility", texts.language)
    _render(article.substitute(operator=name or missing, contact=contact or missing, query=match.selection.to_query_string()))


def _render(text: str) -> None:
    with st.container(key="article"):
        st.markdown(text)


@functools.cache
def read_article(name: str, language: Language) -> Template:
    """Return the article with its placeholders; read once per process."""
    return Template((FOLDER / f"{name}.{language}.md").read_text("utf-8"))
