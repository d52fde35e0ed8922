"""Base URL of the app as clients reach it."""

from __future__ import annotations

from starlette.requests import Request

from components.core.settings import settings


def base_url(request: Request, base_path: str) -> str:
    """Return the public base URL of the app: PUBLIC_ADDRESS, or as the request names it."""
    return settings().public_url or f"{request.base_url.scheme}://{request.base_url.netloc}{base_path}/"
