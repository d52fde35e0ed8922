"""Steps from an open profile to the profiles of the clusters before and after it, in the order of the table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from components.content.table.row_order import sorted_rows
from components.core.urls import selection_url
from components.dataset.view import View
from data.table_order import ROWS_PER_PAGE


@dataclass(frozen=True)
class Step:
    """Link to the profile of another cluster.

    Attributes:
        name: Name of that cluster.
        url: URL that opens its profile, beside the page of the table on which it is.
    """

    name: str
    url: str


@dataclass(frozen=True)
class Steps:
    """The clusters before and after an open one; None at either end of the table."""

    previous: Step | None
    next: Step | None


def profile_steps(view: View, row: int) -> Steps | None:
    """Return the steps from the cluster in this row of the dataset; None if it is not in the match."""
    rows = sorted_rows(view)
    found = np.flatnonzero(rows == row)
    if not len(found):
        return None
    position = int(found[0])

    def step(target: int) -> Step | None:
        if not 0 <= target < len(rows):
            return None
        cluster = view.dataset.clusters.iloc[rows[target]]
        return Step(cluster["name"], selection_url(view.selection, cluster=cluster["id"], page=target // ROWS_PER_PAGE + 1))

    return Steps(step(position - 1), step(position + 1))
