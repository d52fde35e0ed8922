"""The opened cluster: all its facts beside the map, each with its source; "not known" where nothing was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.catalogue import Catalogue
from components.markup import link
from components.state import open_cluster
from components.texts import Texts
from data.filters import Match
from geo.join import COUNTY

FIGURES = ("founded", "members", "label_date")  # what a source may put differently, in a form that both languages read
LIST_STYLE = (
    "display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.5rem 1rem;margin:1rem 0 0;padding:0;font-size:.9375rem"
)
SOURCE_STYLE = "font-size:.8125rem;opacity:.8;overflow-wrap:anywhere"

Fact = tuple[str, str, Sequence[str]]  # heading, HTML of the value ("" when not known), fields of sources.csv


def render_profile(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the profile of the selection's opened cluster, or nothing when none is open."""
    if not match.selection.cluster:
        return
    _ = texts.gettext
    row = catalogue.rows[match.selection.cluster]
    cluster = catalogue.clusters.iloc[row]
    sources = catalogue.tables.sources[catalogue.tables.sources["subject"] == cluster["id"]]
    not_shown = _("Not among the clusters that are shown now.")
    outside = "" if match.shown[row] else f"<p style='margin:0 0 .5rem'><em>{escape(not_shown)}</em></p>"
    items = "".join(
        f"<dt style='font-weight:600'>{escape(heading)}</dt><dd style='margin:0;overflow-wrap:anywhere'>{value or _unknown(texts)}"
        f"{_sources(cluster, sources, fields, texts)}</dd>"
        for heading, value, fields in _facts(catalogue, cluster, texts)
    )
    description = cluster[f"description_{texts.language}"]
    told = escape(description) if description else _unknown(texts)
    with st.container(border=True, key="profile"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
            st.html(f"<h2 style='margin:0;padding:0;font-size:1.5rem;overflow-wrap:anywhere'>{escape(cluster['name'])}</h2>")
            st.button(_("Close"), on_click=open_cluster, args=("",), icon=":material/close:", type="tertiary", key="close-profile")
        own_words = _sources(cluster, sources, ["description"], texts)
        st.html(f"{outside}<p style='margin:0'>{told}</p>{own_words}<dl style='{LIST_STYLE}'>{items}</dl>")


def _facts(catalogue: Catalogue, cluster: pd.Series[Any], texts: Texts) -> list[Fact]:
    _ = texts.gettext
    wording = catalogue.wording[texts.language]
    focus = ", ".join(wording.focus[code] for code in cluster["focus"])
    focus_text = cluster[f"focus_text_{texts.language}"]
    ecosystems = _ecosystems(texts)
    return [
        (_("Industry focus"), escape(focus) + (f"<br>{escape(focus_text)}" if focus_text else ""), ["focus"]),
        (_("EU ecosystems"), escape(", ".join(ecosystems.get(name, name) for name in cluster["eu_ecosystems"])), ["eu_ecosystems"]),
        (_("Counties"), escape(", ".join(wording.counties[code] for code in cluster["region_codes"])), ["region_codes"]),
        (_("Seat"), _seat(cluster, texts), ["municipality_code"]),
        (_("Website"), link(cluster["website"]) if cluster["website"] else "", ["website"]),
        (_("Founded"), "" if pd.isna(cluster["founded"]) else str(cluster["founded"]), ["founded"]),
        (_("Members"), _members(cluster, texts), ["members"]),
        (_("Label"), _label(wording.labels, cluster, texts), ["label", "label_date", "label_expires"]),
        *([(_("Also known as"), escape(", ".join(cluster["aliases"])), ["aliases"])] if cluster["aliases"] else []),
    ]


def _seat(cluster: pd.Series[Any], texts: Texts) -> str:
    _ = texts.gettext
    if cluster["place"] == COUNTY:
        return _unknown(texts) + "<br>" + _("The marker stands somewhere in the county: the place is approximate.")
    return escape(str(cluster["municipality"]))


def _members(cluster: pd.Series[Any], texts: Texts) -> str:
    _ = texts.gettext
    if pd.isna(cluster["members"]):
        return ""
    year = _("year not known") if pd.isna(cluster["members_year"]) else str(cluster["members_year"])
    return f"{cluster['members']} ({year})"


def _label(names: Mapping[str, str], cluster: pd.Series[Any], texts: Texts) -> str:
    _ = texts.gettext
    if not cluster["label"]:
        return ""
    awarded = _("awarded %s") % cluster["label_date"] if cluster["label_date"] else _("date of award not known")
    expires = _("valid until %s") % cluster["label_expires"] if cluster["label_expires"] else _("last day not known")
    return f"{escape(names[cluster['label']])} ({escape(awarded)}; {escape(expires)})"


def _sources(cluster: pd.Series[Any], sources: pd.DataFrame, fields: Sequence[str], texts: Texts) -> str:
    lines = (_source(source, cluster, texts) for source in sources[sources["field"].isin(fields)].itertuples())
    return "".join(f"<div style='{SOURCE_STYLE}'>{line}</div>" for line in lines)


def _source(source: Any, cluster: pd.Series[Any], texts: Texts) -> str:
    """Return where a fact is from, what that source says when it says something else, and what there is to know about it."""
    _ = texts.gettext
    note = escape((source.note_sv if texts.language == "sv" else source.note_en) or "")
    if source.field == "description" and source.confidence == "classified":
        return note
    sure = {"stated": _("Source"), "inferred": _("Inferred from"), "classified": _("Our own classification"), "not_found": _("Not found")}
    where = f": {link(source.source_url)}" if source.source_url else ""
    differs = source.field in FIGURES and source.value and source.value not in (str(cluster[source.field]), _members(cluster, texts))
    said = f" ({escape(source.value)})" if differs else ""
    return f"{escape(sure[source.confidence])}{where}{said}{f'. {note}' if note else ''}"


def _unknown(texts: Texts) -> str:
    return f"<em>{escape(texts.gettext('Not known'))}</em>"


def _ecosystems(texts: Texts) -> dict[str, str]:
    """Return the EU's names of its industrial ecosystems in the visitor's language."""
    _ = texts.gettext
    return {
        "Aerospace & Defence": _("Aerospace and defence"),
        "Agri-food": _("Agri-food"),
        "Cultural & Creative Industries": _("Cultural and creative industries"),
        "Digital": _("Digital"),
        "Electronics": _("Electronics"),
        "Energy-Intensive Industries": _("Energy-intensive industries"),
        "Energy-Renewables": _("Renewable energy"),
        "Health": _("Health"),
        "Mobility-Transport-Automotive": _("Mobility, transport and automotive"),
        "Retail": _("Retail"),
        "Textile": _("Textiles"),
        "Tourism": _("Tourism"),
    }
