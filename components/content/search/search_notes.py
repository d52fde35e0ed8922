"""Notes on how a search text was read: misspelt words, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from components.content.filters.filter_texts import filter_texts
from components.content.search.named_options import named_options
from components.content.wording.name_lists import join_names
from components.content.wording.row_words import counted_rows, row_words
from components.dataset.view import View
from data.filters import Dimension
from data.match import TEXT
from data.search.stop_words import CLUSTER_BEGINNINGS, FILLERS, IGNORED
from data.text import fold_case

COUNTIES = frozenset(["län", "länen", "county", "counties"])
WITHOUT = frozenset(["utan", "saknar", "ingen", "inga", "inget", "without", "no", "lacking", "missing"])


def correction_note(view: View) -> str:
    """Return a sentence for each word that has no match, which says what was searched for in its place; "" without any."""
    _ = view.texts.gettext
    template = _("No match for “%(typed)s”. Shown is “%(shown)s”.") if view.match.count else _("“%(typed)s” was read as “%(shown)s”.")
    return " ".join(template % {"typed": typed, "shown": shown} for typed, shown in view.match.found.corrections.items())


def counties_without_note(view: View) -> str:
    """Return the counties without clusters, where the search text asks for them: "län utan kluster"; "" for any other text."""
    words = set(fold_case(view.selection.text).split())
    asked = (words & COUNTIES, words & WITHOUT, {word for word in words if word.startswith(CLUSTER_BEGINNINGS)})
    if not all(asked) or words - set().union(*asked) - FILLERS - IGNORED:
        return ""
    dataset, texts = view.dataset, view.texts
    names = [name for code, name in dataset.regions.items() if not dataset.region_totals[code]]
    values = {"rows": row_words(dataset, texts).many, "counties": join_names(names, texts)}
    return texts.gettext("Counties without %(rows)s in the list: %(counties)s.") % values if names else ""


def exclusion_note(view: View) -> str:
    """Return a sentence on what the search text leaves out, with the number of clusters; "" for a text without an exclusion."""
    found, texts = view.match.found, view.texts
    if not found.exclusion or not found.exclusion.texts or found.left_out is None or counties_without_note(view):
        return ""
    quoted = [texts.gettext("“%s”") % part.strip(".,;:()") for part in found.exclusion.texts]
    count = int(np.count_nonzero(view.match.mask_without(TEXT) & found.left_out))
    values = {"rows": counted_rows(view.dataset, count, texts), "text": join_names(quoted, texts)}
    if not count and (dimension := _named_filter(view, found.exclusion.texts)):
        legend = filter_texts(dimension).legend(view.dataset, texts)
        note = texts.gettext("The search cannot leave out %(text)s. Choose what you want in the “%(filter)s” filter instead.")
        return note % {**values, "filter": legend}
    if not count:
        note = texts.gettext("Nothing was left out: no %(rows)s in the selection match %(text)s.")
        return note % {**values, "rows": row_words(view.dataset, texts).many}
    return texts.gettext("Left out: %(text)s (%(rows)s).") % values


def _named_filter(view: View, excluded: Sequence[str]) -> Dimension | None:
    """Return the filter of which excluded texts that find nothing name an option, such as the label of "utom brons"; None without any."""
    found = (view.dataset.index.search.find(text) for text in excluded)
    return next((option.dimension for each in found if each.is_empty for option in named_options(view.dataset, each)), None)
