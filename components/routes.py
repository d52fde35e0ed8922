"""What is served beside the page, all of it from the app's own address: Leaflet, the page's files, the boundaries."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

import geo
from components.catalogue import boundaries_geojson

PAGE_ASSETS = Path(__file__).resolve().parent / "assets"
MAP_ASSETS = Path(geo.__file__).resolve().parent / "assets"


def routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`, Streamlit's server.baseUrlPath."""
    prefix = f"/{base_path.strip('/')}" if base_path.strip("/") else ""
    return [
        Mount(f"{prefix}/vendor/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Mount(f"{prefix}/assets/map", StaticFiles(directory=MAP_ASSETS)),
        Mount(f"{prefix}/assets/page", StaticFiles(directory=PAGE_ASSETS)),
        Route(f"{prefix}/boundaries/counties.geojson", counties),
    ]


def counties(request: Request) -> Response:
    """Answer with the simplified county boundaries (GeoJSON, EPSG:4326), or 304 to a browser that has them."""
    content = boundaries_geojson()
    headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"', "Cache-Control": "public, max-age=3600"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/geo+json", headers=headers)
