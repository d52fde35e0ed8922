"""The app as `dashboard.py` puts it together, without Streamlit's runtime: a process can have only one of those."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from components.server.errors import CatchUnhandledErrors
from components.server.pages import Pages
from components.server.refused_gzip import DropRefusedGzip
from components.server.routes import routes
from components.server.security_headers import SecurityHeaders
from components.server.static_files import ServeStaticFiles
from components.server.unknown_pages import UnknownPages
from tests.components.asgi_client import Client


def dashboard_app(base_path: str = "", frame_ancestors: str = "'self'") -> Starlette:
    """Return the app with our routes before Streamlit's static files, and our middleware around Streamlit's."""
    pages = Pages(base_path)
    middleware = [
        Middleware(SecurityHeaders, frame_ancestors=frame_ancestors),
        Middleware(CatchUnhandledErrors),
        Middleware(ServeStaticFiles, base_path=base_path),
        Middleware(DropRefusedGzip),
        Middleware(UnknownPages, not_found=pages.not_found),
    ]
    return Starlette(
        routes=[*routes(base_path, pages), *create_streamlit_static_assets_routes(base_path.strip("/"))],
        middleware=[*middleware, *create_streamlit_middleware()],
    )


def dashboard_client(base_path: str = "", frame_ancestors: str = "'self'") -> Client:
    """Return a client of the app."""
    return Client(dashboard_app(base_path, frame_ancestors))
