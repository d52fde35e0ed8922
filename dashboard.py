"""Klusterkartan as one thing: the page, what is served beside it, and the headers. Start: `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.middleware import PageLanguage, SecurityHeaders
from components.routes import routes
from components.settings import frame_ancestors
from components.startup import prepare, tell_error

app = st.App(
    Path(__file__).resolve().parent / "components" / "page.py",
    lifespan=prepare,
    routes=routes(st.get_option("server.baseUrlPath")),
    middleware=[Middleware(SecurityHeaders, frame_ancestors=frame_ancestors()), Middleware(PageLanguage)],
    on_script_error=tell_error,
)
