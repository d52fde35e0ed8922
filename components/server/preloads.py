"""Scripts and style sheets of Streamlit that the page needs, found in the manifest of Streamlit's build.

Streamlit loads the scripts of a component when a component comes: a chain of round trips. A page that preloads them has none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from components.core.streamlit_internals import ENTRY, LAZY_CHUNKS, MANIFEST, STATIC_PATH

Manifest = dict[str, dict[str, Any]]  # key of a chunk -> file, name, imports (keys), css


@dataclass(frozen=True)
class StreamlitFiles:
    """URLs of Streamlit's files, relative to the page ("./static/js/index.DormvYxC.js").

    Attributes:
        script: The module that starts Streamlit's page.
        chunks: Modules to preload, each once: those that the script imports, and those that it loads later for our components.
        style_sheets: Style sheets of the page.
    """

    script: str
    chunks: tuple[str, ...]
    style_sheets: tuple[str, ...]

    def names(self) -> frozenset[str]:
        """Return the names of all the files inside Streamlit's folder: "js/index.DormvYxC.js"."""
        return frozenset(url.removeprefix(f".{STATIC_PATH}/") for url in (self.script, *self.chunks, *self.style_sheets))


@cache
def streamlit_files() -> StreamlitFiles:
    """Return the files that a page with components of ours and a map needs."""
    manifest: Manifest = json.loads(MANIFEST.read_text("utf-8"))
    lazy = [key for key, chunk in manifest.items() if chunk.get("isDynamicEntry") and chunk.get("name") in LAZY_CHUNKS]
    keys: list[str] = []
    for key in (ENTRY, *lazy):
        _add_imports(key, manifest, keys)
    script, *chunks = (f"./{manifest[key]['file']}" for key in keys)
    style_sheets = dict.fromkeys(f"./{name}" for key in keys for name in manifest[key].get("css", ()))
    return StreamlitFiles(script, tuple(chunks), tuple(style_sheets))


def _add_imports(key: str, manifest: Manifest, keys: list[str]) -> None:
    """Add a chunk to `keys`, and all that it imports, unless they are there."""
    if key not in keys:
        keys.append(key)
        for imported in manifest[key].get("imports", ()):
            _add_imports(imported, manifest, keys)
