"""The map's frame: where streamlit-folium keeps its page, and the path at which Streamlit serves it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from components.core.streamlit_internals import COMPONENT_PATH

FRAME_NAME = "streamlit_folium.st_folium"
FRAME_PATH = f"{COMPONENT_PATH}{FRAME_NAME}"


def _frame_folder() -> Path:
    """Return the folder without importing the package: its component must be registered while a run of the page imports it."""
    spec = find_spec("streamlit_folium")
    if not (spec and spec.origin):
        raise ModuleNotFoundError("streamlit-folium is not installed")
    return Path(spec.origin).resolve().parent / "frontend" / "build"


FRAME_FOLDER = _frame_folder()
