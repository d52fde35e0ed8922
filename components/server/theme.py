"""Colours of Streamlit's theme, as `.streamlit/config.toml` sets them, for pages that are written without Streamlit."""

from __future__ import annotations

import streamlit as st

from components.document.head import ThemeColours


def theme_colours() -> ThemeColours:
    """Return the background of the page in the light and the dark theme."""
    return ThemeColours(light=st.get_option("theme.light.backgroundColor"), dark=st.get_option("theme.dark.backgroundColor"))
