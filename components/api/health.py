"""Whether the app can be used, for whoever watches over it; beside Streamlit's own address of the kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from components.catalogue import Catalogue
from data.errors import ClusterDataError


def health(catalogue: Catalogue, problem: ClusterDataError | None) -> dict[str, Any]:
    """Return what list is shown, of which day it is and how many seconds ago it was read.

    With a `problem` the status is "stale": a newer version cannot be used, for the reasons listed; `from_copy` then says whether
    what is shown is the copy that was kept before the server was started.
    """
    told = {
        "status": "stale" if problem else "ok",
        "clusters": len(catalogue.clusters),
        "counties": len(catalogue.regions),
        "list": catalogue.origin.name,
        "date": catalogue.date,
        "version": catalogue.version,
        "read_at": catalogue.read_at.isoformat(timespec="seconds"),
        "age_seconds": round((datetime.now(tz=UTC) - catalogue.read_at).total_seconds()),
    }
    return told | ({"from_copy": catalogue.origin.copy, "problems": str(problem).splitlines()} if problem else {})
