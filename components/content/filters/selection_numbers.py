"""Numbers of a selection: clusters, counties and focus areas, each of all."""

from __future__ import annotations

from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.filters import FOCUS, REGION, Dimension


def selection_numbers(view: View) -> dict[str, str]:
    """Return the numbers in words, such as "3 of 22", by their names, for the properties that the list has."""
    _, number = view.texts.gettext, view.texts.number
    numbers = [
        (row_words(view.dataset, view.texts).headings, view.match.count, len(view.match.mask)),
        (_("Counties"), _count_covered(view, REGION), len(view.dataset.regions)),
        (_("Focus areas"), _count_covered(view, FOCUS), len(view.dataset.known.focus)),
    ]
    part_of_whole = _("%(part)s of %(whole)s")
    return {name: part_of_whole % {"part": number(part), "whole": number(whole)} for name, part, whole in numbers if whole}


def _count_covered(view: View, dimension: Dimension) -> int:
    """Return the number of codes that any matching cluster has."""
    return sum(1 for count in view.match.shown_counts(dimension).values() if count)
