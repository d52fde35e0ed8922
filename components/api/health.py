"""Whether the app can be used, for whoever watches over it; beside Streamlit's own address of the kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from components.catalogue import Catalogue


def health(catalogue: Catalogue) -> dict[str, Any]:
    """Return that the list is loaded, what it holds, of which day it is and how many seconds ago it was read."""
    return {
        "status": "ok",
        "clusters": len(catalogue.clusters),
        "counties": len(catalogue.regions),
        "date": catalogue.date,
        "version": catalogue.version,
        "read_at": catalogue.read_at.isoformat(timespec="seconds"),
        "age_seconds": round((datetime.now(tz=UTC) - catalogue.read_at).total_seconds()),
    }
