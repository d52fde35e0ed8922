"""HTML and XML from the templates in `templates/`: every value is escaped, every text is in the visitor's language."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.core.i18n import texts_in
from data.languages import Language

FOLDER = Path(__file__).resolve().parent.parent / "templates"


def to_html(template: str, language: Language, **values: object) -> str:
    """Return `templates/<template>.html` with these values. Raises jinja2.UndefinedError for a value that is missing."""
    return fill_in(f"{template}.html", language, **values)


def fill_in(file: str, language: Language, **values: object) -> str:
    """Return a file of `templates/`, HTML or XML, with these values. Raises jinja2.UndefinedError for a value that is missing."""
    return _environment(language).get_template(file).render(**values)


def notice_html(text: str, language: Language) -> str:
    """Return a text as a notice that stands out on the page."""
    return to_html("notice", language, text=text)


def macro(file: str, name: str, language: Language) -> Callable[..., str]:
    """Return a macro of a file in `templates/`, to be called with its arguments."""
    function: Callable[..., str] = getattr(_environment(language).get_template(file).module, name)
    return function


def host(url: str) -> str:
    """Return the host of a URL (http or https) without "www.", as the text of a link."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@functools.cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["language"] = language
    texts = texts_in(language)
    environment.install_gettext_callables(texts.gettext, texts.ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    environment.filters["number"] = texts.number
    environment.filters["host"] = host
    return environment
