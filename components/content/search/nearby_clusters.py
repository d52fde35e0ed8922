"""Clusters near a municipality that has none, or none that the other words of a search find."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.profiles.cluster_links import NearestClusters, nearest_to_town
from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.filters import MUNICIPALITY, REGION
from data.match import TEXT


@dataclass(frozen=True)
class Nearby:
    """Clusters near a municipality that has none.

    Attributes:
        text: Sentence on how a search text with other words was understood; "" where the sentence of the selection says it all.
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
    rows, words = row_words(view.dataset, texts).many, " ".join(view.match.found.other_words)
    heading, note = texts.gettext("Nearest %(rows)s") % {"rows": rows}, ""
    if words:
        values = {"rows": rows, "name": view.dataset.areas.of_municipality(code).name, "text": words}
        note = texts.gettext("No %(rows)s in the municipality of %(name)s match “%(text)s”.") % values
        if (matching := others & find(words).mask).any():
            others, heading = matching, texts.gettext("Nearest %(rows)s for “%(text)s”") % values
    return Nearby(note, heading, nearest_to_town(view, code, others))


def only_municipality(view: View) -> str:
    """Return the code of the municipality that was chosen or searched for; "" if it was none, or several."""
    areas, chosen = view.match.found.areas, view.selection.municipalities
    codes = chosen or tuple(area.municipality for area in areas)
    return codes[0] if len(codes) == 1 else ""
