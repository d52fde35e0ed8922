"""The place that says what is known and what is not: how full each column is, how sure, and where sources disagree."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.catalogue import Catalogue
from components.links import address
from components.regions import ClusterLink
from components.summary import render_choices
from components.templating import to_html
from components.texts import Texts
from data.filters import Match
from data.selection import Selection
from geo.join import COUNTY

MOST_LISTED = 100


def render_quality(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the place, for the whole list."""
    render_choices(catalogue, match, texts)
    st.html(
        to_html(
            "quality",
            texts.language,
            clusters=len(catalogue.clusters),
            coverage=catalogue.once(("coverage", texts.language), lambda: _coverage(catalogue, texts)),
            confidence=_confidence(catalogue, texts),
            conflicts=_conflicts(catalogue, match, texts),
            approximate=[
                ClusterLink(row.name, address(match.selection, cluster=row.id))
                for row in catalogue.clusters[catalogue.clusters["place"] == COUNTY].head(MOST_LISTED).itertuples()
            ],
            sourced=catalogue.tables.sources["subject"].isin(catalogue.rows).any(),
            files=not catalogue.origin.own,
            own=bool(catalogue.origin.programme),
            lang=Selection(language=texts.language).to_query_string(),
        )
    )


def column_names(texts: Texts) -> dict[str, str]:
    """Return what a visitor calls the columns of a cluster that may be empty, or that sources speak of."""
    _ = texts.gettext
    return {
        "region_codes": _("Counties"),
        "focus": _("Industry focus"),
        "description": _("Description"),
        "municipality_code": _("Seat"),
        "website": _("Website"),
        "eu_ecosystems": _("EU ecosystems"),
        "priorities": _("The county's priorities"),
        "founded": _("Founded"),
        "members": _("Members"),
        "members_year": _("Year of the members"),
        "label": _("Label"),
        "label_date": _("Label awarded"),
        "label_expires": _("Label valid until"),
        "aliases": _("Also known as"),
    }


def _coverage(catalogue: Catalogue, texts: Texts) -> list[dict[str, Any]]:
    clusters = catalogue.clusters.assign(description=catalogue.clusters[f"description_{texts.language}"])
    names = column_names(texts)
    filled = {column: int(clusters[column].map(_is_known).sum()) for column in names}
    return [
        {"name": name, "filled": filled[column], "share": round(100 * filled[column] / max(1, len(clusters)))}
        for column, name in names.items()
    ]


def _is_known(cell: Any) -> bool:
    return bool(cell) if isinstance(cell, tuple) else not pd.isna(cell)


def _confidence(catalogue: Catalogue, texts: Texts) -> list[tuple[str, int, str]]:
    """Return each degree of confidence with its number of sources and what it means."""
    _ = texts.gettext
    sources = catalogue.tables.sources
    count = sources[sources["subject"].isin(set(catalogue.clusters["id"]))]["confidence"].value_counts()
    meanings = {
        "stated": (_("Stated"), _("the source says so")),
        "inferred": (_("Inferred"), _("concluded from what the source says")),
        "classified": (_("Classified"), _("our own classification or wording")),
        "not_found": (_("Not found"), _("looked for and not found; the cell is empty")),
    }
    return [(name, int(count.get(code, 0)), meaning) for code, (name, meaning) in meanings.items()]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _conflicts(catalogue: Catalogue, match: Match, texts: Texts) -> list[dict[str, str]]:
    """Return the notes that say that sources differ, each with its cluster and column."""
    sources, names = catalogue.tables.sources, column_names(texts)
    differing = sources[sources["note_en"].fillna("").str.startswith("Sources differ:") & sources["subject"].isin(catalogue.rows)]
    return [
        {
            "cluster": catalogue.clusters.iloc[catalogue.rows[row.subject]]["name"],
            "address": address(match.selection, cluster=row.subject),
            "column": names.get(row.field, row.field),
            "note": _sentence((row.note_sv if texts.language == "sv" else row.note_en).partition(":")[2].strip()),
        }
        for row in differing.itertuples()
    ]
