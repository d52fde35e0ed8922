"""Pages that are articles: about the programme of a shipped list, accessibility, cookies; one Markdown file per language in `articles/`."""

from __future__ import annotations

import functools
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt

from components.core.contact import contact_markdown, escape_markdown
from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.calendar_day import today
from data.cluster_codes import LABELS, STATUSES
from data.languages import Language
from data.lists import VINNVAXT
from data.selection_url import to_query_string

LAST_DAY_OF_DIGG = "2026-12-31"  # then its tasks pass to PTS, by the government's decision of 11 December 2025
FOLDER = Path(__file__).resolve().parent.parent / "articles"


def about_html(view: View) -> str:
    """Return the article about the programme of a shipped list: of S3-piloten also about smart specialisation and the labels."""
    if view.dataset.origin.shipped_code == VINNVAXT.code:
        values = {"found": str(len(view.dataset.clusters)), "query": to_query_string(view.selection)}
        return _article_html(read_article("about_vinnvaxt", view.language).substitute(values), view.language)
    whole_list = view.selection.without_filters()
    urls = {label: selection_url(whole_list, labels=(label,)) for label in LABELS}
    urls |= {status: selection_url(whole_list, statuses=(status,)) for status in STATUSES}
    queries = {code: url.removeprefix("./") for code, url in urls.items()}
    markdown = read_article("about", view.language).substitute(queries, query=to_query_string(view.selection))
    return _article_html(markdown, view.language)


def accessibility_html(view: View) -> str:
    """Return the accessibility statement that Swedish law requires, in the operator's name, with the authority that supervises it today."""
    authority = "digg" if today() <= LAST_DAY_OF_DIGG else "pts"
    supervision = read_article(f"supervision_{authority}", view.language).template.rstrip()
    markdown = read_article("accessibility", view.language).substitute(_operator(view), supervision=supervision)
    return _article_html(markdown, view.language)


def cookies_html(view: View) -> str:
    """Return the article on cookies and personal data: what browser and server store."""
    _ = view.texts.gettext
    people = (
        _("The information is about organisations and contains no personal data.")
        if view.dataset.origin.shipped_code
        else _("The owner of the list is responsible for its content.")
    )
    markdown = read_article("cookies", view.language).substitute(_operator(view), people=people)
    return _article_html(markdown, view.language)


def _operator(view: View) -> dict[str, str]:
    """Return the texts of articles on the operator, and the query of their links, by the names of their placeholders."""
    _, operator = view.texts.gettext, settings().operator
    contact, nowhere = contact_markdown(operator.contact), _("No contact details are given.")
    is_named = _("%s is responsible for this website.") % escape_markdown(operator.name)
    is_demonstration = _("This website is a demonstration: no organisation is named as responsible for it.")
    return {
        "responsible": is_named if operator.name else is_demonstration,
        "contact": f"{_('Contact:')} {contact}" if contact else nowhere,
        "feedback": _("Contact us if you run into a problem or need the content in another format: %s") % contact if contact else nowhere,
        "query": to_query_string(view.selection),
    }


def _article_html(markdown: str, language: Language) -> str:
    """Return an article as HTML; HTML inside the Markdown is shown as text."""
    return to_html("article", language, article=MarkdownIt("js-default").render(markdown))


@functools.cache
def read_article(name: str, language: Language) -> Template:
    """Return an article with its placeholders; each file is read once per process."""
    return Template((FOLDER / f"{name}.{language}.md").read_text("utf-8"))
