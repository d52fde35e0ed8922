"""Bibliographic references to a view, for those who cite it: as text, in APA style and in BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_date

from components.content.filters.selection_name import selection_name
from components.content.filters.selection_summary import selection_sentence
from components.content.wording.row_words import row_words, titled_row
from components.core.i18n import NAME
from components.core.settings import settings
from components.dataset.view import View
from data.calendar_day import today
from data.selection_url import to_query_string

IN_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": "(",  # BibTeX counts braces, escaped ones too
        "}": ")",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)


@dataclass(frozen=True)
class Reference:
    """A reference in one style. The URL of the view stands between `start` and `end`; an upload has none.

    Attributes:
        style: Code of the style: text, apa or bibtex.
        name: Name of the style in the visitor's language.
        start: Text before the URL.
        end: Text after the URL.
    """

    style: str
    name: str
    start: str
    end: str = ""


def references(view: View) -> list[Reference]:
    """Return the references to a view, all with publisher, year, title, selection, day of the data and day of retrieval.

    The publisher is the operator of the app, or the app where none is named.
    """
    _ = view.texts.gettext
    return [
        Reference("text", _("Text"), _as_text(view)),
        Reference("apa", "APA", _as_apa(view)),
        Reference("bibtex", "BibTeX", _as_bibtex(view), "" if view.dataset.origin.is_upload else "},\n}"),
    ]


def _as_text(view: View) -> str:
    _, dataset = view.texts.gettext, view.dataset
    title = _title(view) if _publisher() == NAME else f"{NAME}: {_title(view)}"
    data_day = _("The data is from %(day)s.") % {"day": dataset.date}
    retrieved = _("Seen %(date)s.") if dataset.origin.is_upload else _("Retrieved %(date)s from") + " "
    head = f"{_publisher()} ({_year(view)}). {title}. {_cited(view)}"
    return f"{head} {data_day} {retrieved % {'date': today()}}"


def _as_apa(view: View) -> str:
    _, dataset = view.texts.gettext, view.dataset
    day = format_date(date.fromisoformat(today()), _("MMMM d, y"), locale=view.texts.locale)
    version = _("(Version %(day)s) [Data set].") % {"day": dataset.date}
    retrieved = "" if dataset.origin.is_upload else " " + _("Retrieved %(date)s, from") % {"date": day} + " "
    return f"{_publisher()}. ({_year(view)}). {_full_title(view)} {version}{retrieved}"


def _as_bibtex(view: View) -> str:
    """Return the start of the entry, whose key differs by selection: the URL and the end follow, but for an upload."""
    fields = {
        "author": f"{{{_publisher().translate(IN_BIBTEX)}}}",
        "title": f"{{{_full_title(view).translate(IN_BIBTEX)}}}",
        "year": _year(view),
        "version": view.dataset.date,
        "note": _cited(view).translate(IN_BIBTEX),
        "urldate": today(),
    }
    lines = [f"  {field} = {{{value}}},\n" for field, value in fields.items()]
    query = to_query_string(replace(view.selection, language=""))
    key = "-".join([f"{NAME.lower()}{_year(view)}", *re.findall("[A-Za-z0-9]+", query)])
    return "".join([f"@misc{{{key},\n", *lines, "}" if view.dataset.origin.is_upload else "  url = {"])


def _publisher() -> str:
    return settings().operator.name or NAME


def _title(view: View) -> str:
    """Return the title of the list, such as "Clusters in S3-piloten 2018"."""
    values = {"rows": row_words(view.dataset, view.texts).headings, "list": view.dataset.origin.name}
    return view.texts.gettext("%(rows)s in %(list)s") % values


def _full_title(view: View) -> str:
    """Return the title of the list, with the name of the open cluster or of the selection."""
    return ": ".join(filter(None, (_title(view), view.open_cluster or selection_name(view))))


def _cited(view: View) -> str:
    """Return a sentence on the view: the open cluster, else the selection with its result."""
    return titled_row(view.dataset, view.open_cluster, view.texts) if view.open_cluster else selection_sentence(view)


def _year(view: View) -> str:
    return view.dataset.date[:4]
