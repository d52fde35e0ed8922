"""Name of a selection: what the visitor chose, in words."""

from __future__ import annotations

from components.content.filter_texts import filter_texts
from components.content.name_lists import at_start
from components.dataset.view import View
from data.filters import DIMENSIONS, REGION, Dimension


def selection_name(view: View) -> str:
    """Return what was chosen, such as "Digital technology in Skåne, gold label"; "" without a filter.

    It names the chosen codes also where no cluster has them, and nothing else. The counties follow the first of the other filters.
    """
    _ = view.texts.gettext
    counties = _chosen_names(view, REGION)
    topics = [_chosen_names(view, dimension) for dimension in DIMENSIONS if dimension != REGION and view.selection.codes(dimension)]
    if view.selection.text:
        topics.append(_("search “%s”") % view.selection.text)
    if not topics:
        return at_start(counties)
    first, *others = topics
    if counties:
        first += " " + _("in %s") % counties
    return at_start(", ".join([first, *others]))


def _chosen_names(view: View, dimension: Dimension) -> str:
    """Return the chosen codes of a dimension in words; "" where none is chosen."""
    codes = view.selection.codes(dimension)
    texts = filter_texts(dimension)
    names = texts.options(view.dataset, view.texts)
    return texts.chosen([names[code] for code in codes], view.texts) if codes else ""
