"""The opened cluster: all its facts beside the map, each with its source; "not known" where nothing was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from components.catalogue import Catalogue
from components.links import address
from components.regions import ClusterLink, nearest_clusters
from components.sources import Source, sources_of
from components.state import open_cluster
from components.templating import host, to_html
from components.texts import Texts
from data.filters import Match
from geo.join import COUNTY

FIGURES = {"founded", "members", "label_date"}  # what a source may put differently, in a form that both languages read


@dataclass(frozen=True)
class Line:
    """One line of a fact; with an address it is a link, inside the app or to another site."""

    text: str
    address: str = ""
    foreign: bool = False


@dataclass(frozen=True)
class Fact:
    """A fact as the profile shows it; without lines it is not known."""

    heading: str
    lines: Sequence[Line]
    sources: Sequence[Source]
    remark: str = ""


@dataclass(frozen=True)
class _Facts:
    """Makes the facts of one cluster."""

    catalogue: Catalogue
    match: Match
    cluster: pd.Series[Any]
    texts: Texts
    _made: list[Fact] = field(default_factory=list)

    def add(self, heading: str, lines: Sequence[Line | str], fields: Sequence[str], remark: str = "") -> None:
        """Add a fact; `fields` are those of sources.csv, empty lines are left out."""
        filled = [line if isinstance(line, Line) else Line(line) for line in lines if line]
        self._made.append(Fact(heading, filled, self.sources(fields), remark))

    def sources(self, fields: Sequence[str]) -> list[Source]:
        quoted = {str(self.cluster[name]) for name in fields if name in FIGURES}
        quoted |= {_members(self.cluster, self.texts)} if "members" in fields else set()
        return sources_of(self.catalogue.tables.sources, self.cluster["id"], fields, quoted, self.texts)

    def all(self) -> list[Fact]:
        """Return the facts in the order in which they are read."""
        _ = self.texts.gettext
        wording, cluster = self.catalogue.wording[self.texts.language], self.cluster
        ecosystems = _ecosystems(self.texts)
        self.add(
            _("Industry focus"), [", ".join(wording.focus[code] for code in cluster["focus"]), self._in_words("focus_text")], ["focus"]
        )
        self.add(_("EU ecosystems"), [", ".join(ecosystems.get(name, name) for name in cluster["eu_ecosystems"])], ["eu_ecosystems"])
        counties = [Line(wording.counties[code], address(self.match.selection, regions=(code,))) for code in cluster["region_codes"]]
        self.add(_("Counties"), counties, ["region_codes"])
        approximate = _("The marker stands somewhere in the county: the place is approximate.") if cluster["place"] == COUNTY else ""
        self.add(_("Seat"), [cluster["municipality"] or ""], ["municipality_code"], approximate)
        website = cluster["website"]
        self.add(_("Website"), [Line(host(website), website, foreign=True)] if website else [], ["website"])
        self.add(_("Founded"), ["" if pd.isna(cluster["founded"]) else str(cluster["founded"])], ["founded"])
        self.add(_("Members"), [_members(cluster, self.texts)], ["members"])
        self.add(_("Label"), [_label(wording.labels, cluster, self.texts)], ["label", "label_date", "label_expires"])
        if cluster["aliases"]:
            self.add(_("Also known as"), [", ".join(cluster["aliases"])], ["aliases"])
        return self._made

    def _in_words(self, column: str) -> str:
        return self.cluster[f"{column}_{self.texts.language}"] or ""


def render_profile(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the profile of the selection's opened cluster, or nothing when none is open."""
    opened = match.selection.cluster
    if not opened:
        return
    row = catalogue.rows[opened]
    cluster = catalogue.clusters.iloc[row]
    others = (catalogue.clusters["id"] != opened).to_numpy()
    facts = _Facts(catalogue, match, cluster, texts)
    with st.container(border=True, key="profile"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"):
            st.html(to_html("card_heading", texts.language, title=cluster["name"]))
            close = texts.gettext("Close")
            st.button(close, on_click=open_cluster, args=("",), icon=":material/close:", type="tertiary", key="close-profile")
        st.html(
            to_html(
                "profile",
                texts.language,
                shown=match.shown[row],
                description=cluster[f"description_{texts.language}"],
                description_sources=facts.sources(["description"]),
                facts=facts.all(),
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
    return f"{names[cluster['label']]} ({awarded}; {_validity(cluster['label_expires'], texts)})"


def _validity(expires: str | None, texts: Texts) -> str:
    """Return until when a label holds, or since when it has expired; the last day may be known as a year or a month only."""
    _ = texts.gettext
    if not expires:
        return _("last day not known")
    today = datetime.now(tz=UTC).date().isoformat()
    return (_("expired %s") if today[: len(expires)] > expires else _("valid until %s")) % expires


def _ecosystems(texts: Texts) -> dict[str, str]:
    """Return the EU's names of its industrial ecosystems in the visitor's language."""
    _ = texts.gettext
    return {
        "Aerospace & Defence": _("Aerospace and defence"),
        "Agri-food": _("Agri-food"),
        "Construction": _("Construction"),
        "Cultural & Creative Industries": _("Cultural and creative industries"),
        "Digital": _("Digital"),
        "Electronics": _("Electronics"),
        "Energy-Intensive Industries": _("Energy-intensive industries"),
        "Energy-Renewables": _("Renewable energy"),
        "Health": _("Health"),
        "Mobility-Transport-Automotive": _("Mobility, transport and automotive"),
        "Proximity, Social Economy and Civil Security": _("Proximity, social economy and civil security"),
        "Retail": _("Retail"),
        "Textile": _("Textiles"),
        "Tourism": _("Tourism"),
    }
