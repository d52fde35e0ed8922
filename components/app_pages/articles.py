"""Pages that are articles: about S3-piloten, and the accessibility statement; one Markdown file per language in `articles/`."""

from __future__ import annotations

import functools
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt

from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.cluster_columns import LABELS
from data.selection import Language

FOLDER = Path(__file__).resolve().parent.parent / "articles"


def about_html(view: View) -> str:
    """Return the article about S3-piloten, smart specialisation and the labels."""
    label_urls = {label: selection_url(view.selection.without_filters(), labels=(label,)).removeprefix("./") for label in LABELS}
    markdown = read_article("about", view.language).substitute(label_urls, query=view.selection.to_query_string())
    return _article_html(markdown, view.language)


def accessibility_html(view: View) -> str:
    """Return the accessibility statement that Swedish law requires, in the operator's name."""
    _ = view.texts.gettext
    operator = settings().operator
    placeholder = _("[not filled in by the operator]")
    markdown = read_article("accessibility", view.language).substitute(
        operator=operator.name or placeholder,
        contact=operator.contact or placeholder,
        query=view.selection.to_query_string(),
    )
    return _article_html(markdown, view.language)


def _article_html(markdown: str, language: Language) -> str:
    """Return an article as HTML; HTML inside the Markdown is shown as text."""
    return to_html("article", language, article=MarkdownIt("js-default").render(markdown))


@functools.cache
def read_article(name: str, language: Language) -> Template:
    """Return an article with its placeholders; each file is read once per process."""
    return Template((FOLDER / f"{name}.{language}.md").read_text("utf-8"))
