"""Banner above every page while the visitor sees an upload, with a button that leads back to the current dataset."""

from __future__ import annotations

import streamlit as st

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.session.upload_state import discard_upload


def render_upload_banner(dataset: Dataset, texts: Texts) -> None:
    """Render the name of the uploaded list and the button that discards it."""
    _ = texts.gettext
    with st.container(key="upload-banner", horizontal=True, vertical_alignment="center"):
        st.info(_("You see your own list, %s. Nobody else does.") % f"`{dataset.origin.name.replace('`', ' ')}`")
        st.button(_("Back to the list for everybody"), on_click=discard_upload, key="discard-upload")
