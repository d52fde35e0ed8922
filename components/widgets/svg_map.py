"""SVG map of a view: the map in the first HTML of a page, until the live map takes its place, and on paper."""

from __future__ import annotations

from components.content.filters.selection_summary import selection_sentence
from components.content.maps.map_shapes import map_shapes
from components.core.templating import to_html
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.filters import REGION


def map_folder(dataset: Dataset) -> str:
    """Return the folder, relative to every page, of the map as `drawn.html` and as `list.html`; the folder of an upload is secret."""
    return f"api/uploads/{dataset.origin.upload_token}" if dataset.origin.is_upload else "map"


def svg_map_html(view: View, *, is_framed: bool = False) -> str:
    """Return the map as HTML; it fills the box around it, which needs a height.

    The counties have the colours of the live map: by the number of clusters that choosing each alone gives. A county is a link that
    adds it to the selection or removes it; a symbol is one to the profile of its cluster, to the selection of its county, or to the
    search for its municipality. In a frame for other sites they open a new tab.
    """
    shapes = map_shapes(view, view.match.option_counts(REGION), has_links=True)
    return to_html("svg_map", view.language, shapes=shapes, label=selection_sentence(view), is_framed=is_framed)
