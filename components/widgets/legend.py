"""Legend below the map: colour classes and kinds of symbols, and a note on where the data is from."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from components.content.maps.map_classes import legend_classes
from components.content.maps.map_groups import has_points
from components.content.maps.shown_clusters import nearest_text, shown_clusters
from components.content.maps.size_column import size_text
from components.content.pages.attribution import attribution
from components.content.wording.row_words import row_words
from components.core.templating import to_html
from components.dataset.dataset import Dataset
from components.dataset.store import dataset_store
from components.dataset.view import View
from components.widgets.svg_map import map_folder
from data.cluster_index import Mask
from data.filters import REGION
from geo.join import COUNTY, GIVEN, SEAT


def legend_html(view: View) -> str:
    """Return the colour classes with the number of counties in each, and the kinds of symbols."""
    dataset, match, shown = view.dataset, view.match, shown_clusters(view)
    masks = dataset.cached("position kinds", lambda: _position_kinds(dataset))
    words = row_words(dataset, view.texts)
    kinds = {kind for kind, mask in masks.items() if (mask & shown.mask).any()}
    return to_html(
        "legend",
        view.language,
        classes=legend_classes(match.option_counts(REGION).values(), dataset, view.texts),
        words=words,
        size=size_text(view),
        has_circles=not has_points(view),
        nearest=nearest_text(dataset, view.texts) if shown.are_nearest else "",
        exact="" if shown.are_nearest else _exact_text(kinds - {COUNTY}, view) % {"row": words.heading},
        has_approximate=COUNTY in kinds,
    )


def map_note_html(view: View) -> str:
    """Return the attributions of the data, with its day, and of the boundaries. It does not depend on the selection."""
    dataset = view.dataset
    return to_html(
        "map_note",
        view.language,
        note=attribution(dataset, view.texts).legend_note,
        day=dataset.date,
        map_folder=map_folder(dataset),
        is_stale=not dataset.origin.is_upload and dataset_store().problem is not None,
    )


def _exact_text(kinds: Collection[str], view: View) -> str:
    """Return the meaning, with %(row)s, of the symbols of these kinds (SEAT, GIVEN), which look alike; "" if there are none."""
    _ = view.texts.gettext
    if not kinds:
        return ""
    if len(kinds) > 1:
        return _("%(row)s, in the largest town of its municipality or as given in the list")
    return _("%(row)s, in the largest town of its municipality") if SEAT in kinds else _("%(row)s, as given in the list")


def _position_kinds(dataset: Dataset) -> Mapping[str, Mask]:
    """Return a mask of the clusters with each kind of position (`geo.join`)."""
    return {kind: (dataset.clusters["place"] == kind).to_numpy() for kind in (SEAT, COUNTY, GIVEN)}
