"""The opened cluster: all its facts beside the map, each with its source; "not known" where nothing was found."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components.content.cluster_facts import cluster_citations, cluster_facts, localized_text
from components.content.region_facts import ClusterLink, nearest_clusters, priority_citations
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from components.session.selection_state import open_cluster
from components.widgets.card import card
from data.dimensions import FOCUS

MAX_SIMILAR = 20


def render_cluster_profile(view: View) -> None:
    """Draw the profile of the selection's opened cluster, or nothing when none is open."""
    opened = view.selection.cluster
    if not opened:
        return
    row = view.dataset.row_numbers[opened]
    cluster = view.dataset.clusters.iloc[row]
    others = (view.dataset.clusters["id"] != opened).to_numpy()
    with card("profile", cluster["name"], view.texts, open_cluster, ""):
        st.html(
            to_html(
                "cluster_profile",
                view.language,
                shown=view.match.mask[row],
                classified=bool(view.dataset.origin.programme),
                description=localized_text(cluster, "description", view.texts),
                description_citations=cluster_citations(view.dataset, cluster, ["description"], view.texts),
                facts=cluster_facts(view, cluster),
                regions=[_region(view, cluster, code) for code in cluster["region_codes"]],
                nearest=nearest_clusters(view, view.dataset.distances.from_cluster(row), others, cluster["place"]),
                alike=_alike(view, cluster),
            )
        )


def _region(view: View, cluster: pd.Series[Any], code: str) -> dict[str, Any]:
    """Return the priorities of one of the cluster's counties, each with whether it is near the cluster's focus, and their sources."""
    region = view.dataset.region_rows.loc[code]
    priorities = zip(region[f"priorities_{view.language}"], region["priorities_sv"], strict=True)
    return {
        "county": view.wording.counties[code],
        "priorities": [(priority, swedish in cluster["priorities"]) for priority, swedish in priorities],
        "citations": priority_citations(view.dataset, code, view.texts),
        "url": selection_url(view.selection, regions=(code,), cluster=""),
    }


def _alike(view: View, cluster: pd.Series[Any]) -> list[ClusterLink]:
    """Return the other clusters that share a focus area, with the areas that they share."""
    wording, own = view.wording, set(cluster["focus"])
    index = view.dataset.index
    shared = np.array([not own.isdisjoint(group[FOCUS.name]) for group in index.groups])[index.group]
    alike = [row for row in np.flatnonzero(shared) if row != view.dataset.row_numbers[cluster["id"]]][:MAX_SIMILAR]
    return [
        ClusterLink(
            row.name, selection_url(view.selection, cluster=row.id), ", ".join(wording.focus[code] for code in row.focus if code in own)
        )
        for row in view.dataset.clusters.iloc[alike].itertuples()
    ]
