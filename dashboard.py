"""ASGI app of Klusterkartan: page, routes, middleware and lifespan. Start: `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from components.core.settings import SettingsError, settings
from components.server.errors import CatchUnhandledErrors
from components.server.hide_metrics import HideMetrics
from components.server.lifespan import lifespan, on_script_error
from components.server.live_limit import LiveLimit
from components.server.pages import Pages
from components.server.refused_gzip import DropRefusedGzip
from components.server.routes import routes
from components.server.security_headers import SecurityHeaders
from components.server.static_files import ServeStaticFiles
from components.server.unknown_pages import UnknownPages

try:
    settings()
except SettingsError as error:
    raise SystemExit(str(error)) from None  # the operator reads these lines, and no traceback

BASE_PATH = f"/{path}" if (path := st.get_option("server.baseUrlPath").strip("/")) else ""
PAGES = Pages(BASE_PATH)

MIDDLEWARE = [  # the outermost first: the answer to an error has the headers too
    Middleware(SecurityHeaders, frame_ancestors=" ".join(settings().frame_ancestors)),
    Middleware(CatchUnhandledErrors),
    Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts") or ["*"], www_redirect=False),
    Middleware(HideMetrics, is_open=settings().metrics_are_open),
    Middleware(LiveLimit, base_path=BASE_PATH, max_visits=settings().max_live_visits),
    Middleware(ServeStaticFiles, base_path=BASE_PATH),
    Middleware(DropRefusedGzip),
    Middleware(UnknownPages, not_found=PAGES.not_found),
]

app = st.App(
    Path(__file__).resolve().parent / "components" / "page.py",
    lifespan=lifespan,
    routes=routes(BASE_PATH, PAGES),
    middleware=MIDDLEWARE,
    on_script_error=on_script_error,
)
