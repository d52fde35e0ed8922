"""Whether the app can be used, for whoever watches over it; beside Streamlit's own address of the kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from components.dataset.dataset import Dataset
from data.errors import ClusterDataError


def health(dataset: Dataset, problem: ClusterDataError | None) -> dict[str, Any]:
    """Return what list is shown, of which day it is and how many seconds ago it was read.

    The status is "stale" where a newer version cannot be used, for the reasons listed, or the source has not answered yet;
    `from_copy` then says whether what is shown is the copy that was kept before the server was started.
    """
    stale = problem or dataset.origin.is_snapshot
    told = {
        "status": "stale" if stale else "ok",
        "clusters": len(dataset.clusters),
        "counties": len(dataset.regions),
        "list": dataset.origin.name,
        "date": dataset.date,
        "version": dataset.version,
        "read_at": dataset.read_at.isoformat(timespec="seconds"),
        "age_seconds": round((datetime.now(tz=UTC) - dataset.read_at).total_seconds()),
    }
    return told | ({"from_copy": dataset.origin.is_snapshot, "problems": problem.report if problem else []} if stale else {})
