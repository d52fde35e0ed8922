"""Tags of the first page that make it live: our script, then Streamlit's."""

from __future__ import annotations

import functools

from components.core.assets import MAP_SCRIPT, PAGE_SCRIPT, PAGE_STYLE, asset_url, leaflet_folder_url
from components.core.templating import to_html
from components.document.first_page import Scripts
from components.map.frame import FRAME_FOLDER, FRAME_PATH
from components.map.shape_files import SHAPES_URL
from components.server.preloads import streamlit_files
from data.languages import LANGUAGES


def style_sheets() -> list[str]:
    """Return the URLs of the style sheets, relative to every page."""
    return [asset_url(path) for path in ("palette.css", PAGE_STYLE)]


def embedded_style_sheets() -> list[str]:
    """Return the URLs of the style sheets of a page in a frame on another site."""
    return [*style_sheets(), asset_url("page/embedded.css")]


def frame_files() -> list[str]:
    """Return the URLs that the map's frame would load one after the other: a page that fetches them ahead saves round trips."""
    (script,) = (path.relative_to(FRAME_FOLDER).as_posix() for path in FRAME_FOLDER.glob("static/js/main.*.js"))
    leaflet = leaflet_folder_url()
    return [
        f".{FRAME_PATH}/{script}",
        f"{leaflet}/leaflet.js",
        f"{leaflet}/leaflet.css",
        asset_url("map/frame_entry.js"),
        asset_url("map/map.css"),
    ]


@functools.cache
def page_scripts() -> Scripts:
    """Return the scripts, which are the same for every page."""
    streamlit = streamlit_files()
    tags = to_html(
        "page_scripts",
        LANGUAGES[0],
        style_sheets=style_sheets(),
        print_style=asset_url("page/print.css"),
        own_script=asset_url(PAGE_SCRIPT),
        live_modules=[streamlit.script, *streamlit.chunks, asset_url(MAP_SCRIPT)],
        frame_files=frame_files(),
        shapes=f"./{SHAPES_URL}",
    )
    return Scripts(tags, streamlit.script)
