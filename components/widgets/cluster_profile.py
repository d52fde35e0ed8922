"""Profile of the open cluster: its facts with citations, priorities of its counties, nearest and similar clusters."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from components.content.profiles.cluster_facts import cluster_facts
from components.content.profiles.cluster_links import ClusterLink, nearest_to_cluster
from components.content.profiles.priorities import priority_lists
from components.content.wording.row_words import are_clusters, row_words
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from components.widgets.profile_steps import profile_steps
from data.filters import FOCUS

MAX_SIMILAR = 20


def cluster_profile_html(view: View) -> str:
    """Return the profile of the selection's open cluster, or "" if none is open."""
    cluster_id = view.selection.cluster
    if not cluster_id:
        return ""
    row = view.dataset.row_numbers[cluster_id]
    return to_html(
        "card",
        view.language,
        key="profile",
        title=view.dataset.clusters["name"].iloc[row],
        content=_content_html(view, row),
        words=row_words(view.dataset, view.texts),
        steps=profile_steps(view, row),
        close_url=selection_url(view.selection, cluster=""),
        close_event="open:",
    )


def _content_html(view: View, row: int) -> str:
    """Return the content of the card of the cluster in `row`."""
    cluster = view.dataset.clusters.iloc[row]
    facts = cluster_facts(view, cluster)
    return to_html(
        "cluster_profile",
        view.language,
        words=row_words(view.dataset, view.texts),
        are_clusters=are_clusters(view.dataset),
        is_in_match=view.match.mask[row],
        has_own_classification=bool(view.dataset.origin.shipped_code),
        id=cluster["id"],
        present_name=cluster["present_name"] or "",
        facts=facts,
        gap_citations=any(fact.citations for fact in facts.gaps),
        regions=[_region(view, cluster, code) for code in cluster["region_codes"]],
        nearest=nearest_to_cluster(view, row),
        similar=_similar(view, row),
    )


def _region(view: View, cluster: pd.Series[Any], code: str) -> dict[str, Any]:
    """Return the lists of priorities of one of the cluster's counties; each priority says if it is near the cluster's focus."""
    lists = priority_lists(view.dataset, code, view.texts)
    return {
        "county": view.wording.counties[code],
        "lists": [(each, [swedish in cluster["priorities"] for swedish in each.swedish]) for each in lists],
        "has_near": any(swedish in cluster["priorities"] for each in lists for swedish in each.swedish),
        "url": selection_url(view.selection, regions=(code,), cluster=""),
    }


def _similar(view: View, row: int) -> list[ClusterLink]:
    """Return links to other clusters with a focus area of the cluster in `row`, each with the areas in common."""
    focus = set(view.dataset.clusters["focus"].iloc[row])
    index = view.dataset.index
    has_common_focus = np.array([not focus.isdisjoint(group[FOCUS.name]) for group in index.group_codes])[index.group]
    rows = [other for other in np.flatnonzero(has_common_focus) if other != row][:MAX_SIMILAR]
    names = view.wording.focus
    return [
        ClusterLink(
            cluster.name,
            selection_url(view.selection, cluster=cluster.id),
            ", ".join(names[code] for code in cluster.focus if code in focus),
        )
        for cluster in view.dataset.clusters.iloc[rows].itertuples()
    ]
