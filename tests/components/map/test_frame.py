"""The map's frame, where streamlit-folium keeps it."""

from __future__ import annotations

from pathlib import Path

import streamlit_folium

from components.map.frame import FRAME_FOLDER, FRAME_NAME


def test_the_frame_is_that_of_the_component() -> None:
    component = streamlit_folium._component_func
    assert (component.name, Path(component.path).resolve()) == (FRAME_NAME, FRAME_FOLDER), (
        "streamlit-folium no longer has its frame in this folder or under this name; components/server/static_files.py serves it."
    )


def test_the_frame_loads_one_script_whose_name_carries_a_hash() -> None:
    page = (FRAME_FOLDER / "index.html").read_text("utf-8")
    (script,) = (FRAME_FOLDER / "static" / "js").glob("main.*.js")
    assert page.count(" src=") == 1 and f'src="./static/js/{script.name}"' in page
