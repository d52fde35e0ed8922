"""The opened cluster: all its facts beside the map, each with its source; "not known" where nothing was found."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components.cards import card
from components.catalogue import Catalogue
from components.facts import cluster_facts, cluster_sources, text_of
from components.links import address
from components.regions import ClusterLink, nearest_clusters, priority_sources
from components.state import open_cluster
from components.templating import to_html
from components.texts import Texts
from data.filters import Match

MOST_ALIKE = 20


def render_profile(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the profile of the selection's opened cluster, or nothing when none is open."""
    opened = match.selection.cluster
    if not opened:
        return
    row = catalogue.rows[opened]
    cluster = catalogue.clusters.iloc[row]
    others = (catalogue.clusters["id"] != opened).to_numpy()
    with card("profile", cluster["name"], texts, open_cluster, ""):
        st.html(
            to_html(
                "profile",
                texts.language,
                shown=match.shown[row],
                classified=bool(catalogue.origin.programme),
                description=text_of(cluster, "description", texts),
                description_sources=cluster_sources(catalogue, cluster, ["description"], texts),
                facts=cluster_facts(catalogue, match, cluster, texts),
                regions=[_region(catalogue, match, cluster, code, texts) for code in cluster["region_codes"]],
                nearest=nearest_clusters(catalogue, match, catalogue.distances.from_cluster(row), others, texts, cluster["place"]),
                alike=_alike(catalogue, match, cluster, texts),
            )
        )


def _region(catalogue: Catalogue, match: Match, cluster: pd.Series[Any], code: str, texts: Texts) -> dict[str, Any]:
    """Return the priorities of one of the cluster's counties, each with whether it is near the cluster's focus, and their sources."""
    region = catalogue.region_rows.loc[code]
    priorities = zip(region[f"priorities_{texts.language}"], region["priorities_sv"], strict=True)
    return {
        "county": catalogue.wording[texts.language].counties[code],
        "priorities": [(priority, swedish in cluster["priorities"]) for priority, swedish in priorities],
        "sources": priority_sources(catalogue, code, texts),
        "address": address(match.selection, regions=(code,), cluster=""),
    }


def _alike(catalogue: Catalogue, match: Match, cluster: pd.Series[Any], texts: Texts) -> list[ClusterLink]:
    """Return the other clusters that share a focus area, with the areas that they share."""
    wording, own = catalogue.wording[texts.language], set(cluster["focus"])
    index = catalogue.index
    shared = np.array([bool(own & set(focus)) for _, focus, _ in index.groups])[index.group]
    alike = [row for row in np.flatnonzero(shared) if row != catalogue.rows[cluster["id"]]][:MOST_ALIKE]
    return [
        ClusterLink(row.name, address(match.selection, cluster=row.id), ", ".join(wording.focus[code] for code in row.focus if code in own))
        for row in catalogue.clusters.iloc[alike].itertuples()
    ]
