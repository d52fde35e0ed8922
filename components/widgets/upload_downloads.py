"""Download buttons of an upload, which no endpoint serves."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.file_names import file_name
from components.exports.formats import CLUSTER_FORMATS
from components.exports.metadata import file_metadata


def render_upload_downloads(view: View) -> None:
    """Render one button for each format that can hold the view; a file is made when its button is pressed."""
    context = ExportContext(view, base_url="")
    with st.container(key="own-files", horizontal=True):
        for number, fmt in enumerate(CLUSTER_FORMATS):
            if fmt.allows(view.match.count):
                st.download_button(
                    fmt.name(view.texts),
                    partial(fmt.to_bytes, context, file_metadata(context)),
                    file_name(view, view.texts.gettext("clusters"), fmt.suffix),
                    fmt.media_type,
                    on_click="ignore",
                    key=f"own-{fmt.path}",
                    type="tertiary" if number else "secondary",
                )
