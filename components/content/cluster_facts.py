"""Facts on one cluster, each with its citations, for the profile and the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.content.citations import Citation, citations
from components.content.ecosystems import ecosystem_name
from components.core.i18n import Texts
from components.core.templating import host
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.calendar_day import today
from data.selection import LANGUAGES
from geo.join import COUNTY

COMPARED_FIELDS = {"founded", "members", "label_date", "label_expires"}  # a citation quotes its value where it differs


@dataclass(frozen=True)
class FactLine:
    """One line of a fact; with an address it is a link, inside the app or to another site."""

    text: str
    url: str = ""
    foreign: bool = False


@dataclass(frozen=True)
class Fact:
    """A fact as the profile shows it; without lines it is not known."""

    heading: str
    lines: Sequence[FactLine]
    citations: Sequence[Citation]
    remark: str = ""


def cluster_facts(view: View, cluster: pd.Series[Any]) -> list[Fact]:
    """Return the facts of `cluster`, a row of `catalogue.clusters`, in the order in which they are read."""
    _ = view.texts.gettext
    wording = view.wording

    def fact(heading: str, lines: Sequence[FactLine | str], fields: Sequence[str], remark: str = "") -> Fact:
        filled = [line if isinstance(line, FactLine) else FactLine(line) for line in lines if line]
        return Fact(heading, filled, cluster_citations(view.dataset, cluster, fields, view.texts), remark)

    focus = ", ".join(wording.focus[code] for code in cluster["focus"])
    counties = [FactLine(wording.counties[code], selection_url(view.selection, regions=(code,))) for code in cluster["region_codes"]]
    remarks = {
        COUNTY: _("The marker stands somewhere in the county: the place is approximate."),
        None: _("There is no marker: neither seat nor county is known."),
    }
    website = cluster["website"]
    facts = [
        fact(_("Industry focus"), [focus, localized_text(cluster, "focus_text", view.texts) or ""], ["focus"]),
        fact(_("EU ecosystems"), [", ".join(ecosystem_name(name, view.texts) for name in cluster["eu_ecosystems"])], ["eu_ecosystems"]),
        fact(_("Counties"), counties, ["region_codes"]),
        fact(_("Seat"), [cluster["municipality"] or ""], ["municipality_code"], remarks.get(cluster["place"], "")),
        fact(_("Website"), [FactLine(host(website), website, foreign=True)] if website else [], ["website"]),
        fact(_("Founded"), ["" if pd.isna(cluster["founded"]) else str(cluster["founded"])], ["founded"]),
        fact(_("Members"), [_members(cluster, view.texts)], ["members"]),
        fact(_("Label"), [_label(wording.labels, cluster, view.texts)], ["label", "label_date", "label_expires"]),
    ]
    return [*facts, fact(_("Also known as"), [", ".join(cluster["aliases"])], ["aliases"])] if cluster["aliases"] else facts


def localized_text(cluster: pd.Series[Any], name: str, texts: Texts) -> str | None:
    """Return a text that a list may have in two languages: in the visitor's, else in the other."""
    languages = sorted(LANGUAGES, key=lambda language: language != texts.language)
    found: str | None = next((text for language in languages if (text := cluster[f"{name}_{language}"])), None)
    return found


def cluster_citations(dataset: Dataset, cluster: pd.Series[Any], fields: Sequence[str], texts: Texts) -> list[Citation]:
    """Return the sources of the cluster's `fields` (names of citations.csv), each with its own value where that differs from the list's."""
    shown = {name: _written_forms(cluster, name) for name in fields if name in COMPARED_FIELDS}
    return citations(dataset.citations.get(cluster["id"], ()), fields, shown, texts)


def _written_forms(cluster: pd.Series[Any], name: str) -> set[str]:
    """Return the forms in which citations.csv may write the list's value of a field: ungrouped, members with their year or without."""
    return {str(cluster[name]), f"{cluster['members']} ({cluster['members_year']})"} if name == "members" else {str(cluster[name])}


def _members(cluster: pd.Series[Any], texts: Texts) -> str:
    """Return the number of members as visitors read it, with its year, or "" where it is not known."""
    _ = texts.gettext
    if pd.isna(cluster["members"]):
        return ""
    year = _("year not known") if pd.isna(cluster["members_year"]) else str(cluster["members_year"])
    return f"{texts.number(int(cluster['members']))} ({year})"


def _label(names: Mapping[str, str], cluster: pd.Series[Any], texts: Texts) -> str:
    _ = texts.gettext
    if not cluster["label"]:
        return ""
    if not cluster["label_date"] and not cluster["label_expires"]:
        unknown = _("dates not known")
        return f"{names[cluster['label']]} ({unknown})"
    awarded = _("awarded %s") % cluster["label_date"] if cluster["label_date"] else _("date of award not known")
    return f"{names[cluster['label']]} ({awarded}; {_validity(cluster['label_expires'], texts)})"


def _validity(expires: str | None, texts: Texts) -> str:
    """Return until when a label holds, or since when it has expired; the last day may be known as a year or a month only."""
    _ = texts.gettext
    if not expires:
        return _("last day not known")
    return (_("expired %s") if today()[: len(expires)] > expires else _("valid until %s")) % expires
