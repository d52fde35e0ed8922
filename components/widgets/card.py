"""Card beside the map: a heading, a button that closes it, and room for a profile."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.core.i18n import Texts
from components.core.templating import to_html


def card(key: str, title: str, texts: Texts, on_close: Callable[..., None], *args: str) -> DeltaGenerator:
    """Render a card with its heading and return its container, to be filled.

    `key` is the container's key, unique on the page; the close button calls `on_close` with `args`.
    """
    container = st.container(border=True, key=key)
    with container, st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
        st.html(to_html("card_heading", texts.language, title=title))
        st.button(texts.gettext("Close"), on_click=on_close, args=args, icon=":material/close:", type="tertiary", key=f"close-{key}")
    return container
