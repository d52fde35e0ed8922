"""Selection and its result in words: for screen readers, titles, citations, pictures and files."""

from __future__ import annotations

from components.content.filters.filter_texts import filter_texts
from components.content.filters.selection_name import names_of, selection_name
from components.content.wording.row_words import are_clusters, counted_rows
from components.dataset.view import View
from data.filters import DIMENSIONS, Dimension


def selection_sentence(view: View) -> str:
    """Return choices, number of clusters and list in words, such as "Skåne: 2 clusters (of the 22 in S3-piloten 2018)."."""
    texts, total = view.texts, len(view.match.mask)
    values = {
        "list": view.dataset.origin.name,
        "total": texts.number(total),
        "selection": selection_name(view),
        "result": selection_result(view),
    }
    if not view.selection.is_filtered and not are_clusters(view.dataset):
        return texts.gettext("The whole list: %(rows)s in %(list)s.") % {
            "rows": counted_rows(view.dataset, total, texts),
            "list": values["list"],
        }
    if not view.selection.is_filtered:
        return (
            texts.ngettext("The whole list: %(total)s cluster in %(list)s.", "The whole list: %(total)s clusters in %(list)s.", total)
            % values
        )
    if not view.match.count or total == 1:
        return texts.gettext("%(selection)s: %(result)s in %(list)s.") % values
    return texts.gettext("%(selection)s: %(result)s (of the %(total)s in %(list)s).") % values


def selection_result(view: View) -> str:
    """Return the result of a selection in words: "3 clusters, none in Jämtland or Västerbotten", or "none of the 22 clusters"."""
    texts, count, total = view.texts, view.match.count, len(view.match.mask)
    if not count and not are_clusters(view.dataset):
        return counted_rows(view.dataset, 0, texts)
    if not count:
        return texts.ngettext("no cluster", "none of the %(total)s clusters", total) % {"total": texts.number(total)}
    found = counted_rows(view.dataset, count, texts)
    none = texts.gettext("none %s") if are_clusters(view.dataset) else "0 %s"
    without = [none % words for dimension in DIMENSIONS if (words := _without_clusters(view, dimension))]
    return ", ".join([found, *without])


def _without_clusters(view: View, dimension: Dimension) -> str:
    """Return the chosen codes of a dimension that no matching cluster has, in words; "" if there are none."""
    codes = view.selection.codes(dimension)
    if not codes:
        return ""
    counts = view.match.shown_counts(dimension)
    names = names_of(view, dimension, {code for code in codes if not counts[code]})
    return filter_texts(dimension).without(names, view.texts) if names else ""
