"""Klusterkartan as one thing: the page, what is served beside it, and the headers. Start: `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from components.failures import Failures
from components.middleware import ClosedAddresses, PageLanguage, SecurityHeaders
from components.routes import routes
from components.settings import frame_ancestors, metrics_are_open
from components.startup import prepare, tell_error

BASE_PATH = f"/{path}" if (path := st.get_option("server.baseUrlPath").strip("/")) else ""

MIDDLEWARE = [  # the outermost first: an error's answer carries the headers too
    Middleware(SecurityHeaders, frame_ancestors=frame_ancestors()),
    Middleware(Failures),
    Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts") or ["*"], www_redirect=False),
    Middleware(ClosedAddresses, metrics=metrics_are_open()),
    Middleware(PageLanguage, base_path=BASE_PATH),
]

app = st.App(
    Path(__file__).resolve().parent / "components" / "page.py",
    lifespan=prepare,
    routes=routes(BASE_PATH),
    middleware=MIDDLEWARE,
    on_script_error=tell_error,
)
