"""Map as a list of links below it, in the map's order: for the keyboard and screen readers."""

from __future__ import annotations

from components.content.maps.map_list import listed_counties
from components.core.templating import to_html
from components.dataset.view import View


def map_list_html(view: View) -> str:
    """Return the list as HTML: links of the counties, which add them to the selection or remove them, and of the symbols."""
    return to_html("map_list", view.language, counties=listed_counties(view))
