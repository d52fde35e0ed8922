"""Readiness of the dataset for monitoring; Streamlit's `/_stcore/health` only says that the process runs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from components.core.version import VERSION
from components.dataset.dataset import Dataset
from data.errors import ClusterDataError


def health(dataset: Dataset, problem: ClusterDataError | None) -> dict[str, Any]:
    """Return name, date, version and age (in seconds) of the current dataset, with its status, and the version of the app.

    The status is "stale" where a newer version cannot be used, for the reasons in `problems`, or the source has not answered yet;
    `from_copy` is then True where the dataset is the snapshot of an earlier run. It is "incomplete" where more is left out of the list
    than the operator allows, and there has been no better version. `left_out` says what is left out.
    """
    is_stale = problem or dataset.origin.is_snapshot
    reading = dataset.tables.report
    report: dict[str, Any] = {
        "status": "stale" if is_stale else "incomplete" if dataset.origin.is_incomplete else "ok",
        "clusters": len(dataset.clusters),
        "counties": len(dataset.regions),
        "list": dataset.origin.name,
        "date": dataset.date,
        "version": dataset.version,
        "app_version": VERSION,
        "read_at": dataset.read_at.isoformat(timespec="seconds"),
        "age_seconds": round((datetime.now(tz=UTC) - dataset.read_at).total_seconds()),
    }
    if reading.lines:
        report |= {"rows_left_out": reading.rows_left_out, "left_out": reading.lines}
    return report | ({"from_copy": dataset.origin.is_snapshot, "problems": problem.report if problem else []} if is_stale else {})
