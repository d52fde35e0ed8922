"""Texts that the script of the stand-alone map shows by itself, with %(name)s for the values that it fills in."""

from __future__ import annotations

from typing import Any

from components.content.county_titles import title_templates
from components.core.i18n import Texts
from data.selection import MAX_SEARCH_LENGTH, ROWS_PER_PAGE

COUNT = {"count": "%(count)s"}  # stays for the script


def script_texts(texts: Texts, total: int) -> dict[str, Any]:
    """Return the texts of a file with this number of clusters."""
    _, number = texts.gettext, texts.number(total)
    one, many = (texts.ngettext("%(count)s cluster", "%(count)s clusters", count) % COUNT for count in (1, 2))
    return {
        "one": one,
        "many": many,
        "some": _("%(count)s of the %(total)s clusters") % (COUNT | {"total": number}),
        "none": texts.ngettext("no cluster", "none of the %(total)s clusters", total) % {"total": number},
        "selection": _("%(selection)s: %(result)s"),
        "search": _("search “%s”"),
        "counties": dict(title_templates(texts)),
        "more": texts.ngettext("and %(count)s more", "and %(count)s more", 2) % COUNT,
        "unknown": _("Not known"),
        "source": _("Source"),
        "sources": _("Sources"),
        "filters": _("Filters"),
        "first": _("First"),
        "previous": _("Previous"),
        "next": _("Next"),
        "last": _("Last"),
        "range": _("Rows %(first)s–%(last)s of %(all)s"),
        "max_search_length": MAX_SEARCH_LENGTH,
        "rows_per_page": ROWS_PER_PAGE,
    }
