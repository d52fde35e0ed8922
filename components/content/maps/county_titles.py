"""Titles of the counties on the map: the name, and how many of the list's clusters the county has."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace

from components.content.wording.row_words import are_clusters, row_words
from components.core.i18n import Texts
from components.dataset.view import View


def county_title(view: View, code: str, count: int, total: int) -> str:
    """Return the title of the county with this SCB code; `total` as `list_total` returns it."""
    templates, words = title_templates(view.texts, are_clusters=are_clusters(view.dataset)), row_words(view.dataset, view.texts)
    kinds = ("none_of_total", "of_total", "of_total") if total else ("none", "one", "many")
    values = {"county": view.wording.counties[code], "count": view.texts.number(count), "total": view.texts.number(total)}
    return templates[kinds[min(count, 2)]] % {**values, "row": words.one, "rows": words.many}


@functools.cache
def title_templates(texts: Texts, *, are_clusters: bool) -> Mapping[str, str]:
    """Return the titles by their kind, which `shapes.js` chooses in the same way.

    They have %(county)s, %(count)s, %(total)s, and %(row)s and %(rows)s for the words. Those for clusters have articles, which in Swedish
    depend on the word; those for other rows have none.
    """
    _ = texts.gettext
    matching = {"one": _("%(county)s: %(count)s matching %(row)s"), "many": _("%(county)s: %(count)s matching %(rows)s")}
    if not are_clusters:
        of_total = _("%(county)s: %(count)s of %(total)s %(rows)s")
        return {"of_total": of_total, "none_of_total": of_total, "none": _("%(county)s: no matching %(rows)s"), **matching}
    return {
        "of_total": _("%(county)s: %(count)s of the %(total)s clusters"),
        "none_of_total": _("%(county)s: none of the %(total)s clusters"),
        "none": _("%(county)s: no matching clusters"),
        **matching,
    }


def list_total(view: View, *, is_choice: bool) -> int:
    """Return the number of clusters in the list that titles name; 0 while a filter leaves some out, and for a list of a single one.

    With `is_choice` the number in each title is that of the county chosen alone: the present filter by county does not count.
    """
    selection = replace(view.selection, regions=()) if is_choice else view.selection
    total = len(view.match.mask)
    return total if total > 1 and not selection.is_filtered else 0
