"""Texts that the script of the stand-alone map shows by itself, with %(name)s for the values that it fills in."""

from __future__ import annotations

from typing import Any

from components.content.maps.county_titles import title_templates
from components.content.wording.row_words import are_clusters, counted_rows, row_words
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.selection_url import MAX_SEARCH_LENGTH
from data.table_order import ROWS_PER_PAGE

COUNT = {"count": "%(count)s"}  # stays for the script


def script_texts(dataset: Dataset, texts: Texts, total: int) -> dict[str, Any]:
    """Return the texts of a file with this number of rows; `words` are the words for one row and for several."""
    _, number = texts.gettext, texts.number(total)
    if are_clusters(dataset):
        some = _("%(count)s of the %(total)s clusters") % (COUNT | {"total": number})
        none = texts.ngettext("no cluster", "none of the %(total)s clusters", total) % {"total": number}
    else:
        some, none = _("%(count)s of %(rows)s"), counted_rows(dataset, 0, texts)
    return {
        "words": row_words(dataset, texts),
        "all": counted_rows(dataset, total, texts),
        "some": some,
        "none": none,
        "selection": _("%(selection)s: %(result)s"),
        "search": _("search “%s”"),
        "counties": title_templates(texts, are_clusters=are_clusters(dataset)),
        "more": texts.ngettext("and %(count)s more", "and %(count)s more", 2) % COUNT,
        "unplaced": unplaced_text("%(count)s", texts),
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


def unplaced_text(count: str, texts: Texts) -> str:
    """Return how many rows the map does not show."""
    return texts.gettext("Not on the map, as neither place nor county is known: %(count)s") % {"count": count}
