"""Values that the templates of both HTML files share: the report and the stand-alone map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.content.maps.map_classes import legend_classes
from components.content.maps.map_groups import has_points
from components.content.maps.size_column import size_text
from components.content.wording.row_words import row_words
from components.core.contact import contact_html
from components.core.settings import settings
from components.core.version import VERSION
from components.dataset.view import View


def document_values(view: View, metadata: Mapping[str, Any], counts: Mapping[str, int]) -> dict[str, Any]:
    """Return the values by name; `metadata` as `file_metadata` returns it, `counts` are the clusters of each county on the map."""
    operator = settings().operator
    return {
        "metadata": metadata,
        "label": metadata["selection"],
        "classes": legend_classes(counts.values(), view.dataset, view.texts),
        "size": size_text(view),
        "has_circles": not has_points(view),
        "words": row_words(view.dataset, view.texts),
        "is_upload": view.dataset.origin.is_upload,
        "publisher": operator.name,
        "contact": contact_html(operator.contact),
        "version": VERSION,
    }
