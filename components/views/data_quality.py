"""The place that says what is known and what is not: how full each column is, how sure, and where sources disagree."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.content.column_names import column_names
from components.content.region_facts import ClusterLink
from components.core.i18n import Texts
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.widgets.summary import render_choices
from data.selection import Selection
from geo.join import COUNTY

MAX_LISTED = 100


def render_data_quality(view: View) -> None:
    """Draw the place, for the whole list."""
    render_choices(view)
    st.html(
        to_html(
            "data_quality",
            view.language,
            clusters=len(view.dataset.clusters),
            coverage=view.dataset.cached(("coverage", view.language), lambda: _coverage(view.dataset, view.texts)),
            confidence=_confidence(view.dataset, view.texts),
            conflicts=_conflicts(view),
            approximate=[
                ClusterLink(row.name, selection_url(view.selection, cluster=row.id))
                for row in view.dataset.clusters[view.dataset.clusters["place"] == COUNTY].head(MAX_LISTED).itertuples()
            ],
            sourced=view.dataset.tables.citations["subject"].isin(view.dataset.row_numbers).any(),
            files=not view.dataset.origin.is_upload,
            own=bool(view.dataset.origin.programme),
            lang=Selection(language=view.language).to_query_string(),
        )
    )


def _coverage(dataset: Dataset, texts: Texts) -> list[dict[str, Any]]:
    clusters = dataset.clusters.assign(description=dataset.clusters[f"description_{texts.language}"])
    names = column_names(texts)
    filled = {column: int(clusters[column].map(_is_known).sum()) for column in names}
    return [
        {"name": name, "filled": filled[column], "share": round(100 * filled[column] / max(1, len(clusters)))}
        for column, name in names.items()
    ]


def _is_known(cell: Any) -> bool:
    return bool(cell) if isinstance(cell, tuple) else not pd.isna(cell)


def _confidence(dataset: Dataset, texts: Texts) -> list[tuple[str, int, str]]:
    """Return each degree of confidence with its number of sources and what it means."""
    _ = texts.gettext
    sources = dataset.tables.citations
    count = sources[sources["subject"].isin(set(dataset.clusters["id"]))]["confidence"].value_counts()
    meanings = {
        "stated": (_("Stated"), _("the source says so")),
        "inferred": (_("Inferred"), _("concluded from what the source says")),
        "classified": (_("Classified"), _("our own classification or wording")),
        "not_found": (_("Not found"), _("looked for and not found; the cell is empty")),
    }
    return [(name, int(count.get(code, 0)), meaning) for code, (name, meaning) in meanings.items()]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _conflicts(view: View) -> list[dict[str, str]]:
    """Return the notes that say that sources differ, each with its cluster and column."""
    sources, names = view.dataset.tables.citations, column_names(view.texts)
    differing = sources[sources["note_en"].fillna("").str.startswith("Sources differ:") & sources["subject"].isin(view.dataset.row_numbers)]
    return [
        {
            "cluster": view.dataset.clusters.iloc[view.dataset.row_numbers[row.subject]]["name"],
            "url": selection_url(view.selection, cluster=row.subject),
            "column": names.get(row.field, row.field),
            "note": _sentence((row.note_sv if view.language == "sv" else row.note_en).partition(":")[2].strip()),
        }
        for row in differing.itertuples()
    ]
