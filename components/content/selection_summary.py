"""Selection in a sentence: for screen readers, for the description of the map and for citations."""

from __future__ import annotations

from components.content.filter_texts import filter_texts
from components.dataset.view import View
from data.filters import DIMENSIONS, Codes, Dimension


def selection_sentence(view: View) -> str:
    """Return the sentence: how many of all clusters are shown, the search words, and a phrase for each dimension."""
    texts, shown, total = view.texts, view.match.count, len(view.match.mask)
    if not view.selection.is_filtered:
        return texts.ngettext("%s cluster is shown.", "All %s clusters are shown.", total) % texts.number(total)
    count = texts.ngettext("%(shown)s of %(total)s clusters is shown", "%(shown)s of %(total)s clusters are shown", shown) % {
        "shown": texts.number(shown),
        "total": texts.number(total),
    }
    if view.selection.text:
        count += " " + texts.gettext("matching “%s”") % view.selection.text
    return ", ".join([count, *filter(None, (_phrase(view, dimension) for dimension in DIMENSIONS))]) + "."


def _phrase(view: View, dimension: Dimension) -> str:
    codes = _codes_to_name(view, dimension)
    if not codes:
        return ""
    names = filter_texts(dimension).options(view.dataset, view.texts)
    return filter_texts(dimension).phrase([names[code] for code in codes], view.texts)


def _codes_to_name(view: View, dimension: Dimension) -> Codes:
    """Return the codes that the sentence names.

    They are those of the matching clusters if `names_matching_codes` is set and any cluster matches, else the chosen ones.
    """
    if filter_texts(dimension).names_matching_codes and view.match.count:
        return tuple(code for code, count in view.match.shown_counts(dimension).items() if count)
    return view.selection.codes(dimension)
