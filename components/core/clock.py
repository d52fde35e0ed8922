"""Which day it is, where the clusters are."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


def today() -> str:
    """Return the day in Sweden, as 2026-11-24."""
    return datetime.now(tz=ZoneInfo("Europe/Stockholm")).date().isoformat()
