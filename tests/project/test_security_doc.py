"""The list of exposed endpoints in docs/security.md against the routes."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.routing import Route

import components
from components.api.endpoint import Endpoint
from components.api.limiter import (
    BODY_TIMEOUT_SECONDS,
    MAX_HELD_BYTES,
    MAX_HELD_BYTES_PER_CLIENT,
    MAX_IN_FLIGHT,
    MAX_PER_CLIENT,
    MEGABYTE,
    TIMEOUT_SECONDS,
)
from components.server.pages import Pages
from components.server.routes import routes
from components.server.static_files import static_folders

ROUTES = routes("", Pages(""))
TEXT = (Path(components.__file__).parents[1] / "docs" / "security.md").read_text("utf-8")


def documented() -> set[str]:
    """Return the URLs in the first column of the table of our own endpoints; a URL that ends with … stands for all below it."""
    table = TEXT.partition("Our own endpoints")[2].partition("Streamlit's endpoints")[0]
    return {url for line in table.splitlines() if line.startswith("| `") for url in re.findall("`([^`]*)`", line.split("|")[1])}


def covers(url: str, path: str) -> bool:
    return path.startswith(url[:-1]) if url.endswith("…") else path == url


def test_the_documented_endpoints_are_the_routes() -> None:
    paths = {route.path for route in ROUTES if isinstance(route, Route)}
    assert len(paths) == len(ROUTES)
    paths |= {f"{folder.path}/" for folder in static_folders()}
    assert [path for path in sorted(paths) if not any(covers(url, path) for url in documented())] == []
    assert [url for url in sorted(documented()) if not any(covers(url, path) for path in paths)] == []


def test_open_data_and_the_map_as_html_have_limits() -> None:
    limited = {route.path for route in ROUTES if isinstance(route, Route) and any(_is_endpoint(route.app))}
    assert {path for path in limited if not path.startswith(("/api/", "/map/uploads/"))} == {
        "/datapackage.json", "/openapi.json", "/dcat.rdf", "/sitemap.xml", "/healthz", "/robots.txt", "/map/drawn.html", "/map/list.html",
    }  # fmt: skip


def _is_endpoint(app: object) -> list[bool]:
    """Look for an endpoint of open data below the middleware of a route."""
    below = getattr(app, "app", None)
    return [True] if isinstance(app, Endpoint) else _is_endpoint(below) if below else []


def test_the_documented_limits_are_the_limits() -> None:
    for sentence in (
        f"at most {MAX_PER_CLIENT} are in flight for one IP address and {MAX_IN_FLIGHT} in all",
        f"not begun after {TIMEOUT_SECONDS:.0f} seconds",
        f"for at most {BODY_TIMEOUT_SECONDS:.0f} seconds",
        f"at most {MAX_HELD_BYTES_PER_CLIENT // MEGABYTE} MB for one IP address and {MAX_HELD_BYTES // MEGABYTE} MB in all",
    ):
        assert sentence in TEXT
