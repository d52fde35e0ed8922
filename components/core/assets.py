"""Versioned URLs of the static files: a changed file has a new URL, so browsers keep what they have for as long as they like."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from components.core.settings import settings
from geo.palette import css_variables

ASSETS_PATH = "/assets"
LEAFLET_PATH = "/vendor/leaflet"
FRONTEND = Path(__file__).resolve().parents[1] / "frontend"
BUNDLERS = [Path(__file__).resolve().with_name(name) for name in ("module_bundle.py", "style_bundle.py")]
PAGE_SCRIPT, MAP_SCRIPT = "page/live.js", "map/live_map.js"  # entries of modules, each served with all that it imports
PAGE_STYLE = "page/page.css"  # served with all that it imports
LEAFLET = Path(leaflet.BASE_DIR)
LEAFLET_VERSION: str = leaflet.PACKAGE_VERSION


def asset_url(path: str, root: str = ".") -> str:
    """Return the URL of a file of `frontend/`, or of palette.css, in its current version: "./assets/3f9a1c2b/page/page.css".

    `path` may also be a folder. The version is a folder of its own, so that relative URLs inside scripts and style sheets stay in
    it. `root` leads from the page to the app: "." for a page, FRAME_TO_ROOT for a frame.
    """
    return f"{root}{ASSETS_PATH}/{asset_version()}/{path}"


def leaflet_folder_url(root: str = ".") -> str:
    """Return the URL of the folder of leaflet.js and leaflet.css, in the version that is installed; `root` as in `asset_url`."""
    return f"{root}{LEAFLET_PATH}/{LEAFLET_VERSION}"


@cache
def asset_version() -> str:
    """Return a hash of all that the files below /assets/ are made of: `frontend/`, the colours in palette.css, and the bundlers."""
    digest = hashlib.sha256(css_variables(settings().accent_colour).encode())
    for bundler in BUNDLERS:
        digest.update(bundler.read_bytes())
    for path in sorted(FRONTEND.rglob("*")):
        if path.is_file():
            digest.update(repr((path.relative_to(FRONTEND).as_posix(), path.read_bytes())).encode())
    return digest.hexdigest()[:8]
