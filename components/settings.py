"""What the operator may set, read from environment variables."""

from __future__ import annotations

import os
from pathlib import Path

from data.columns import link
from data.tables import CLUSTERS_FILE


def clusters_file() -> Path:
    """Return the list of clusters to show: CLUSTERS_SOURCE, the path of a CSV file; the shipped list without it."""
    return Path(os.environ.get("CLUSTERS_SOURCE") or CLUSTERS_FILE)


def operator() -> tuple[str, str]:
    """Return who answers for the dashboard and how to reach them: OPERATOR_NAME and OPERATOR_CONTACT, "" where not set."""
    return os.environ.get("OPERATOR_NAME", "").strip(), os.environ.get("OPERATOR_CONTACT", "").strip()


def public_address() -> str:
    """Return the address at which visitors find the app, with a slash at its end: PUBLIC_ADDRESS, "" where not set."""
    address = os.environ.get("PUBLIC_ADDRESS", "").strip()
    if address:
        try:
            if set("?#") & set(link(address)):
                raise ValueError("an address without ? and #")  # noqa: TRY301 - told as the other
        except ValueError as error:
            raise ValueError(f"PUBLIC_ADDRESS: {address!r} is not allowed; allowed: {error}") from None
    return address and address.rstrip("/") + "/"


def metrics_are_open() -> bool:
    """Return whether Streamlit's metrics may be read by whoever reaches the server: METRICS set to "open"."""
    return os.environ.get("METRICS", "").strip() == "open"


def frame_ancestors() -> str:
    """Return who may show the page in a frame: the origins in FRAME_ANCESTORS, separated by spaces, besides the page itself."""
    origins = os.environ.get("FRAME_ANCESTORS", "").split()
    unusable = [origin for origin in origins if not origin.startswith(("https://", "http://")) or set(origin) & set(";,'\"")]
    if unusable:
        raise ValueError(f"FRAME_ANCESTORS: {unusable[0]!r} is not allowed; allowed: origins such as https://www.example.se")
    return " ".join(["'self'", *origins])
