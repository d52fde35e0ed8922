"""Name of a selection: the visitor's choices in words."""

from __future__ import annotations

from collections.abc import Collection

from components.content.filters.filter_texts import filter_texts
from components.content.wording.county_words import in_counties
from components.content.wording.name_lists import MAX_NAMES, at_start
from components.dataset.view import View
from data.filters import DIMENSIONS, REGION, Dimension


def selection_name(view: View) -> str:
    """Return the choices in words, such as "Digital technology in Skåne, latest known label gold"; "" without a filter.

    It names the chosen codes also where no cluster has them, and nothing else. The counties follow the first of the other filters.
    """
    _ = view.texts.gettext
    topics = [_chosen_names(view, dimension) for dimension in DIMENSIONS if dimension != REGION and view.selection.codes(dimension)]
    if view.selection.text:
        topics.append(_("search “%s”") % view.selection.text)
    counties = names_of(view, REGION, view.selection.regions)
    if not topics:
        return at_start(filter_texts(REGION).chosen(counties, view.texts)) if counties else ""
    first, *others = topics
    if counties:
        first += " " + in_counties(counties, view.texts)
    return at_start(", ".join([first, *others]))


def names_of(view: View, dimension: Dimension, codes: Collection[str]) -> list[str]:
    """Return the names of codes of a dimension, in the order of its filter; of many counties that are an area, the area's name."""
    if dimension == REGION and len(codes) > MAX_NAMES and (area := view.dataset.areas.of_regions(codes)):
        return [area.name]
    return [name for code, name in filter_texts(dimension).options(view.dataset, view.texts).items() if code in codes]


def _chosen_names(view: View, dimension: Dimension) -> str:
    """Return the chosen codes of a dimension in words."""
    return filter_texts(dimension).chosen(names_of(view, dimension, view.selection.codes(dimension)), view.texts)
