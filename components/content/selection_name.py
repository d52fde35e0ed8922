"""Name of a selection: what the visitor chose, in the words of a title."""

from __future__ import annotations

from components.content.filter_texts import filter_texts
from components.content.name_lists import at_start
from components.dataset.view import View
from data.filters import DIMENSIONS, REGION, Dimension


def selection_name(view: View) -> str:
    """Return what was chosen, such as "Digital technology in Skåne, Gold label"; "" without a filter.

    It names the chosen codes also where no cluster has them. The counties follow the first of the other filters.
    """
    _ = view.texts.gettext
    counties = _chosen_names(view, REGION)
    topics = [_chosen_names(view, dimension) for dimension in DIMENSIONS if dimension != REGION and view.selection.codes(dimension)]
    text = view.selection.text
    if text:
        topics.append(_("“%s”") % text if topics else text)
    if not topics:
        return counties
    first, *others = topics
    if counties:
        first += " " + _("in %s") % counties
    return at_start(", ".join([first, *others]))


def _chosen_names(view: View, dimension: Dimension) -> str:
    """Return the names of the chosen codes of a dimension as a title has them; "" where none is chosen."""
    codes = view.selection.codes(dimension)
    texts = filter_texts(dimension)
    names = texts.options(view.dataset, view.texts)
    return texts.title([names[code] for code in codes], view.texts) if codes else ""
