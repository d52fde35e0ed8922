"""The opened cluster: all its facts beside the map, each with its source; "not known" where nothing was found."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.cards import card
from components.catalogue import Catalogue
from components.facts import cluster_facts, cluster_sources
from components.links import address
from components.regions import ClusterLink, nearest_clusters
from components.state import open_cluster
from components.templating import to_html
from components.texts import Texts
from data.filters import Match


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
                description=cluster[f"description_{texts.language}"],
                description_sources=cluster_sources(catalogue, cluster, ["description"], texts),
                facts=cluster_facts(catalogue, match, cluster, texts),
                regions=_regions(catalogue, match, cluster, texts),
                nearest=nearest_clusters(catalogue, match, catalogue.distances.from_cluster(row), others, texts),
                alike=_alike(catalogue, match, cluster, texts),
            )
        )


def _regions(catalogue: Catalogue, match: Match, cluster: pd.Series[Any], texts: Texts) -> list[dict[str, Any]]:
    """Return what the cluster's counties have as priorities for smart specialisation."""
    return [
        {
            "county": catalogue.wording[texts.language].counties[code],
            "priorities": catalogue.region_rows.loc[code, f"priorities_{texts.language}"],
            "address": address(match.selection, regions=(code,), cluster=""),
        }
        for code in cluster["region_codes"]
    ]


def _alike(catalogue: Catalogue, match: Match, cluster: pd.Series[Any], texts: Texts) -> list[ClusterLink]:
    """Return the other clusters that share a focus area, with the areas that they share."""
    wording, own = catalogue.wording[texts.language], set(cluster["focus"])
    return [
        ClusterLink(row.name, address(match.selection, cluster=row.id), ", ".join(wording.focus[code] for code in row.focus if code in own))
        for row in catalogue.clusters.itertuples()
        if own & set(row.focus) and row.id != cluster["id"]
    ]
