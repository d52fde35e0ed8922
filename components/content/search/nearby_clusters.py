"""Clusters near a municipality or a county that has none, or none that the other words of a search find."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.profiles.cluster_links import NearestClusters, nearest_to_county, nearest_to_town
from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.cluster_index import Mask
from data.filters import MUNICIPALITY, REGION
from data.match import TEXT
from data.places.area import Codes


@dataclass(frozen=True)
class Nearby:
    """Clusters near a municipality or a county that has none.

    Attributes:
        text: Sentence on how a search text with other words was understood; "" where the sentence of the selection says it all.
        heading: Heading of the nearest clusters.
        nearest: The nearest clusters, with their distances from the town.
    """

    text: str
    heading: str
    nearest: NearestClusters


def nearby(view: View) -> Nearby | None:
    """Return what is near the municipality or the county that was chosen or searched for; None if it was none, or several.

    Of a text that has other words too it is what these words find, unless they find nothing at all. Then it is None for a county that has
    clusters.
    """
    near: Nearby | None = view.cached("nearby", lambda: _find_nearby(view))  # the map, its list and its legend ask for it, and the page
    return near


def _find_nearby(view: View) -> Nearby | None:
    municipality, county = only_municipality(view), only_county(view)
    if not municipality and not county:
        return None
    find, left_out = view.dataset.index.search.find, view.match.found.with_exclusion("")
    others = view.match.mask_without(MUNICIPALITY, REGION, TEXT) & find(left_out).mask
    rows, words = row_words(view.dataset, view.texts).many, " ".join(view.match.found.other_words)
    heading = view.texts.gettext("Nearest %(rows)s") % {"rows": rows}
    if words and (matching := others & find(words).mask).any():
        others, heading = matching, view.texts.gettext("Nearest %(rows)s for “%(text)s”") % {"rows": rows, "text": words}
    elif words and county and (others & view.match.index.mask_of(REGION, county)).any():
        return None
    note = _no_match(view, municipality, words) if municipality and words else ""
    return Nearby(note, heading, _nearest(view, municipality, county, others))


def nearest_outside(view: View) -> NearestClusters | None:
    """Return the clusters nearest to the municipality or the county, of those that the other words find and the whole text does not.

    None where no place was chosen or searched for, or several.
    """
    municipality, county, find = only_municipality(view), only_county(view), view.dataset.index.search.find
    if not municipality and not county:
        return None
    found = find(view.match.found.with_exclusion(" ".join(view.match.found.other_words))).mask
    return _nearest(view, municipality, county, view.match.mask_without(MUNICIPALITY, REGION, TEXT) & found & ~view.match.mask)


def _no_match(view: View, municipality: str, words: str) -> str:
    name = view.dataset.areas.of_municipality(municipality).name
    values = {"rows": row_words(view.dataset, view.texts).many, "name": name, "text": words}
    return view.texts.gettext("No %(rows)s in the municipality of %(name)s match “%(text)s”.") % values


def _nearest(view: View, municipality: str, county: str, among: Mask) -> NearestClusters:
    return nearest_to_town(view, municipality, among) if municipality else nearest_to_county(view, county, among)


def only_municipality(view: View) -> str:
    """Return the code of the municipality that was chosen or searched for; "" if it was none, or several."""
    codes, areas = named_municipalities(view), view.match.found.areas
    return codes[0] if len(codes) == 1 and (view.selection.municipalities or len(areas) == 1) else ""


def named_municipalities(view: View) -> Codes:
    """Return the codes of the municipalities that were chosen, or else of those that were searched for."""
    return view.selection.municipalities or tuple(area.municipality for area in view.match.found.areas if area.municipality)


def only_county(view: View) -> str:
    """Return the code of the county that was chosen or searched for; "" if it was none, or several, or a municipality."""
    areas, chosen = view.match.found.areas, view.selection.regions
    if view.selection.municipalities or any(area.municipality for area in areas):
        return ""
    codes = {*chosen, *(code for area in areas for code in area.regions)}
    return codes.pop() if len(codes) == 1 else ""
