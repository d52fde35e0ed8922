"""Route of the operator's logo. An SVG is an image only: in a window of its own, no script in it runs and nothing is loaded."""

from __future__ import annotations

import functools

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.core.logo import LOGO_PATH, Logo
from components.core.settings import settings
from components.server.static_file import StaticFile, compressed_file
from components.server.static_folder import IMMUTABLE
from components.web.revalidation import REVALIDATE

LOGO_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


def logo_route(base_path: str) -> Route:
    """Return the route of the logo."""
    return Route(f"{base_path}{LOGO_PATH}/{{version}}/{{name}}", logo_response)


def logo_response(request: Request) -> Response:
    """Answer with the logo, or 404 where there is none of this name; one of another version is to be revalidated."""
    logo = settings().operator.logo
    if logo is None or request.path_params["name"] != logo.name:
        return PlainTextResponse("Not Found", 404, {"Cache-Control": REVALIDATE})
    response = _file(logo).response(request, IMMUTABLE if request.path_params["version"] == logo.version else REVALIDATE)
    response.headers["Content-Security-Policy"] = LOGO_POLICY
    return response


@functools.cache
def _file(logo: Logo) -> StaticFile:
    return compressed_file(logo.name, logo.content) if logo.name.endswith(".svg") else StaticFile(logo.name, logo.content)
