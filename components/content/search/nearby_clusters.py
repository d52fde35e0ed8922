"""Clusters near a municipality that has none, or none that the other words of a search find."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from components.content.profiles.cluster_links import NearestClusters, nearest_to_town
from components.content.wording.row_words import are_clusters, counted_rows, row_words
from components.dataset.view import View
from data.filters import MUNICIPALITY, REGION
from data.match import TEXT


@dataclass(frozen=True)
class Nearby:
    """Clusters near a municipality that has none.

    Attributes:
        text: Sentences on the municipality and its county.
        heading: Heading of the nearest clusters.
        nearest: The nearest clusters, with their distances from the town.
    """

    text: str
    heading: str
    nearest: NearestClusters


def nearby(view: View) -> Nearby | None:
    """Return what is near the municipality that was chosen or searched for; None if it was none, or several.

    Of a text that has other words too it is what these words find, unless they find nothing at all.
    """
    code, texts = only_municipality(view), view.texts
    if not code:
        return None
    find, left_out = view.dataset.index.search.find, view.match.found.with_exclusion("")
    others = view.match.mask_without(MUNICIPALITY, REGION, TEXT) & find(left_out).mask
    name, rows = view.dataset.areas.of_municipality(code).name, row_words(view.dataset, texts).many
    if words := " ".join(view.match.found.other_words):
        note = texts.gettext("No %(rows)s in the municipality of %(name)s match “%(text)s”.")
        note %= {"rows": rows, "name": name, "text": words}
        matching = others & find(words).mask
        if matching.any():
            heading = texts.gettext("Nearest %(rows)s for “%(text)s”") % {"rows": rows, "text": words}
            return Nearby(note, heading, nearest_to_town(view, code, matching))
        sentences = [note]
    else:
        sentences = [_none_in(view, code, name)]
    county = code[:2]  # SCB's codes of municipalities begin with the county's
    if count := int(np.count_nonzero(others & view.match.index.mask_of(REGION, county))):
        sentences.append(_count_in(view, county, count))
    heading = texts.gettext("Nearest %(rows)s") % {"rows": rows}
    return Nearby(" ".join(sentences), heading, nearest_to_town(view, code, others))


def _count_in(view: View, county: str, count: int) -> str:
    """Return a sentence on the number of clusters in a county, which may be only those that the other filters and the search leave."""
    texts, is_whole = view.texts, count == view.dataset.region_totals[county]
    template = texts.gettext("%(county)s has %(rows)s.") if is_whole else texts.gettext("With your other filters, %(county)s has %(rows)s.")
    return template % {"county": view.wording.counties[county], "rows": counted_rows(view.dataset, count, texts)}


def _none_in(view: View, code: str, municipality: str) -> str:
    """Return a sentence on a municipality without clusters, or on one whose clusters the other filters or the search leave out."""
    texts = view.texts
    values = {"rows": row_words(view.dataset, texts).many, "name": municipality}
    if view.dataset.clusters[MUNICIPALITY.column].eq(code).any():
        return texts.gettext("No %(rows)s in the municipality of %(name)s match your filters.") % values
    if are_clusters(view.dataset):
        return texts.gettext("No cluster in the municipality of %s.") % municipality
    return texts.gettext("No %(rows)s in the municipality of %(name)s.") % values


def only_municipality(view: View) -> str:
    """Return the code of the municipality that was chosen or searched for; "" if it was none, or several."""
    areas, chosen = view.match.found.areas, view.selection.municipalities
    codes = chosen or tuple(area.municipality for area in areas)
    return codes[0] if len(codes) == 1 else ""
