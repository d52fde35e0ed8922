"""What the operator may set, read from environment variables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from data.columns import link

LONGEST_REFRESH = 86_400  # seconds: a day


@dataclass(frozen=True)
class ListSettings:
    """Which list is shown.

    `source` is the code of a shipped list, a path or an address, "" for the default; `table` the table of a database; `name`
    what visitors read, "" for the source's own; a source is looked at every `refresh` seconds, and the last good version of
    it kept in the folder `copies`.
    """

    source: str
    table: str
    name: str
    refresh: float
    copies: Path


def list_settings() -> ListSettings:
    """Return CLUSTERS_SOURCE, CLUSTERS_TABLE, CLUSTERS_NAME, CLUSTERS_REFRESH and CLUSTERS_COPIES. Raises ValueError for a wrong one."""
    refresh = os.environ.get("CLUSTERS_REFRESH", "").strip() or "60"
    if not refresh.isdecimal() or int(refresh) not in range(1, LONGEST_REFRESH + 1):
        raise ValueError(f"CLUSTERS_REFRESH: {refresh!r} is not allowed; allowed: a whole number of seconds from 1 to {LONGEST_REFRESH}")
    copies = os.environ.get("CLUSTERS_COPIES", "").strip()
    return ListSettings(
        source=os.environ.get("CLUSTERS_SOURCE", "").strip(),
        table=os.environ.get("CLUSTERS_TABLE", "").strip() or "clusters",
        name=os.environ.get("CLUSTERS_NAME", "").strip(),
        refresh=float(refresh),
        copies=Path(copies) if copies else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "klusterkartan",
    )


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
