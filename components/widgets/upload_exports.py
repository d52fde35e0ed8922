"""Download buttons of an upload, which no endpoint serves."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.file_names import file_name
from components.exports.formats import CLUSTER_FORMATS
from components.exports.metadata import file_metadata


def render_upload_exports(view: View) -> None:
    """Render a button for each format that allows as many rows as the view has; a file is written when its button is pressed."""
    context = ExportContext(view, base_url="")
    with st.container(key="upload-downloads", horizontal=True):
        for position, fmt in enumerate(CLUSTER_FORMATS):
            if fmt.allows(view.match.count):
                st.download_button(
                    fmt.name(view.texts),
                    partial(fmt.to_bytes, context, file_metadata(context)),
                    file_name(view, view.texts.gettext("clusters"), fmt.suffix),
                    fmt.media_type,
                    on_click="ignore",
                    key=f"download-{fmt.path}",
                    type="tertiary" if position else "secondary",
                )
