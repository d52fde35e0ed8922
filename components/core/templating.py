"""HTML of our own from the templates in `templates/`: every value is escaped, every text is in the visitor's language."""

from __future__ import annotations

import functools
from pathlib import Path
from urllib.parse import urlsplit

from babel.lists import format_list
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.core.i18n import texts_in
from data.selection import Language

FOLDER = Path(__file__).resolve().parent.parent / "templates"


def to_html(template: str, language: Language, **values: object) -> str:
    """Return `templates/<template>.html` filled in. A value that the template asks for and does not get is an error."""
    return fill_in(f"{template}.html", language, **values)


def fill_in(file: str, language: Language, **values: object) -> str:
    """Return a file of `templates/`, HTML or XML, filled in as `to_html` does."""
    return _environment(language).get_template(file).render(**values)


def host(address: str) -> str:
    """Return the name that a link to `address` (http or https, checked when it was read) is known by."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


@functools.cache
def _environment(language: Language) -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals["language"] = language
    texts = texts_in(language)
    made.install_gettext_callables(texts.gettext, texts.ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    made.filters["number"] = texts.number
    made.filters["host"] = host
    made.filters["listing"] = functools.partial(format_list, locale=language)
    return made
