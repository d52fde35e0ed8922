"""Legend below the map: colour classes and kinds of markers, and a note on where the data is from."""

from __future__ import annotations

from collections import Counter

from components.content.attribution import attribution
from components.core.templating import to_html
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import fits_as_markers
from components.dataset.store import dataset_store
from components.dataset.view import View
from components.widgets.svg_map import drawn_map_url
from data.filters import REGION
from data.match import Mask
from geo.join import COUNTY


def legend_html(view: View) -> str:
    """Return the colour classes with the number of counties in each, and the kinds of markers."""
    dataset, match = view.dataset, view.match
    counties = Counter(dataset.bins.class_index(count) for count in match.choice_counts(REGION).values())
    approximate = dataset.cached("approximate", lambda: _approximate(dataset))
    return to_html(
        "legend",
        view.language,
        classes=[(class_index, limits, counties[class_index]) for class_index, limits in dataset.used_classes(view.texts)],
        has_circles=not fits_as_markers(dataset, match.mask),
        has_approximate=bool((approximate & match.mask).any()),
    )


def map_note_html(view: View) -> str:
    """Return the attribution of the data, with its day, and that of the boundaries. It does not depend on the selection."""
    dataset = view.dataset
    return to_html(
        "map_note",
        view.language,
        note=attribution(dataset, view.texts).legend_note,
        day=dataset.date,
        drawn_map_url=drawn_map_url(dataset),
        is_stale=not dataset.origin.is_upload and dataset_store().problem is not None,
    )


def _approximate(dataset: Dataset) -> Mask:
    """Return a mask of the clusters whose marker stands inside their county because their seat is not known."""
    approximate: Mask = (dataset.clusters["place"] == COUNTY).to_numpy()
    return approximate
