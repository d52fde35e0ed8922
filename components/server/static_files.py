"""All static files of the page, compressed ahead, and the ASGI middleware that answers with them."""

from __future__ import annotations

import threading
from collections.abc import Collection
from functools import cache
from itertools import chain

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from components.core.assets import (
    ASSETS_PATH,
    FRONTEND,
    LEAFLET,
    LEAFLET_PATH,
    LEAFLET_VERSION,
    MAP_SCRIPT,
    PAGE_SCRIPT,
    PAGE_STYLE,
    asset_version,
)
from components.core.module_bundle import bundled_module
from components.core.settings import settings
from components.core.streamlit_internals import STATIC_FOLDER, STATIC_PATH
from components.core.style_bundle import bundled_styles
from components.map.frame import FRAME_FOLDER, FRAME_PATH
from components.server.content_codings import BEST, FAST
from components.server.preloads import streamlit_files
from components.server.static_file import StaticFile
from components.server.static_folder import StaticFolder, files_in
from geo import palette

PALETTE_NAME = "palette.css"
START_SECONDS = 10.0  # in which the first visitors need the processor: after a restart all come back at once


class ServeStaticFiles:
    """Answers GET and HEAD for static files, Streamlit's too, before the app below sees them; passes everything else on.

    Streamlit keeps /static/ and /component/ from an app's own routes, and sends its scripts uncompressed: hence a middleware.
    """

    def __init__(self, app: ASGIApp, base_path: str, folders: Collection[StaticFolder] = ()) -> None:
        self.app = app
        self._folders = [(f"{base_path}{folder.path}/", folder) for folder in folders or static_folders()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file whose folder the path begins with."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            for prefix, folder in self._folders:
                if scope["path"].startswith(prefix):
                    response = folder.response(scope["path"].removeprefix(prefix), Request(scope))
                    await response(scope, receive, send)
                    return
        await self.app(scope, receive, send)


@cache
def static_folders() -> tuple[StaticFolder, ...]:
    """Return the folders of the app, of Leaflet, of Streamlit's page and of the map's frame."""
    scripts = {name: bundled_module(FRONTEND / name) for name in (PAGE_SCRIPT, MAP_SCRIPT)}
    made = scripts | {PAGE_STYLE: bundled_styles(FRONTEND / PAGE_STYLE), PALETTE_NAME: palette_css()}
    assets = files_in(FRONTEND) | {name: StaticFile(name, content) for name, content in made.items()}
    frame = files_in(FRAME_FOLDER)
    return (
        StaticFolder(ASSETS_PATH, assets, asset_version(), first_visit=set(assets)),
        StaticFolder(LEAFLET_PATH, files_in(LEAFLET), LEAFLET_VERSION, first_visit={"leaflet.js", "leaflet.css"}),
        StaticFolder(STATIC_PATH, files_in(STATIC_FOLDER / "static"), first_visit=streamlit_files().names()),
        StaticFolder(FRAME_PATH, frame, first_visit={name for name in frame if name.endswith((".html", ".js"))}),
    )


def palette_css() -> bytes:
    """Return the style sheet with the colours of the page and the map as CSS variables."""
    return f":root {{{palette.css_variables(settings().accent_colour)}}}\n".encode()


def start_compressing(stop: threading.Event) -> None:
    """Compress the files of a first visit fast, so that no visitor gets them as they are, and start the thread that does it well."""
    folders = static_folders()
    for folder in folders:
        for file in folder.first_files():
            file.compress(FAST)
    threading.Thread(target=compress_well, args=(folders, stop, START_SECONDS), name="compress", daemon=True).start()


def compress_well(folders: Collection[StaticFolder], stop: threading.Event, pause_seconds: float) -> None:
    """After a pause compress until `stop`: the files of a first visit as small as possible, then fast the others that are worth it."""
    stop.wait(pause_seconds)
    first = ((file, BEST) for folder in folders for file in folder.first_files())
    others = ((file, FAST) for folder in folders for file in folder.other_files())
    for file, quality in chain(first, others):
        if stop.is_set():
            return
        file.compress(quality)
