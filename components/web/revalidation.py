"""Revalidation of answers: Cache-Control, ETag and conditional requests (RFC 9110, 9111)."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.requests import Request

REVALIDATE = "no-cache"  # a browser may keep the answer, and asks each time whether it has changed
NO_STORE = "no-store"  # neither a browser nor a proxy keeps the answer


def etag(*key: Any) -> str:
    """Return the weak validator of the content with this key; it is the same in every process that builds the same content."""
    return f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'


def strong_etag(*key: Any) -> str:
    """Return the strong validator of the content with this key, whose bytes are the same in each answer."""
    return etag(*key).removeprefix("W/")


def matches_etag(tag: str, request: Request) -> bool:
    """Return True where If-None-Match names this ETag, weak or strong, or any (RFC 9110, 13.1.2)."""
    known = request.headers.get("if-none-match", "")
    return known.strip() == "*" or tag.removeprefix("W/") in known
