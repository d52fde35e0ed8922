"""Tags of the first page that make it live: our script, then Streamlit's."""

from __future__ import annotations

import functools

from components.core.assets import FRONTEND, asset_url
from components.core.templating import to_html
from components.document.first_page import Scripts
from components.server.preloads import streamlit_files
from data.selection import LANGUAGES

OWN_SCRIPT = "live.js"
MAP_SCRIPT = "map.js"


def style_sheets() -> list[str]:
    """Return the URLs of the style sheets, relative to every page."""
    return [asset_url(path) for path in ("palette.css", "page/page.css", "page/svg_map.css")]


def embedded_style_sheets() -> list[str]:
    """Return the URLs of the style sheets of a page in a frame on another site."""
    return [*style_sheets(), asset_url("page/embedded.css")]


def own_modules() -> list[str]:
    """Return the URLs of the modules that our script imports."""
    return [asset_url(f"page/{path.name}") for path in sorted((FRONTEND / "page").glob("*.js")) if path.name != OWN_SCRIPT]


def map_modules() -> list[str]:
    """Return the URLs of the modules that the script of the map's frame imports: a page that preloads them saves round trips."""
    return [asset_url(f"map/{path.name}") for path in sorted((FRONTEND / "map").glob("*.js")) if path.name != MAP_SCRIPT]


@functools.cache
def page_scripts() -> Scripts:
    """Return the scripts, which are the same for every page."""
    streamlit = streamlit_files()
    tags = to_html(
        "page_scripts",
        LANGUAGES[0],
        style_sheets=style_sheets(),
        print_style=asset_url("page/print.css"),
        own_script=asset_url(f"page/{OWN_SCRIPT}"),
        own_modules=own_modules(),
        live_modules=[streamlit.script, *streamlit.chunks, *map_modules()],
    )
    return Scripts(tags, streamlit.script)
