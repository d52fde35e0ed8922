"""Facts about one cluster, each with its citations, for the profile and the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.content.citations import Citation, citations
from components.content.ecosystems import ecosystem_name
from components.content.position_texts import position_text
from components.core.i18n import Texts
from components.core.templating import host
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.calendar_day import today
from data.selection import LANGUAGES

COMPARED_FIELDS = {"founded", "members", "label_date", "label_expires"}  # a citation quotes its own value where it differs


@dataclass(frozen=True)
class FactLine:
    """One line of a fact.

    Attributes:
        text: Text of the line.
        url: Target of the line as a link; "" for plain text.
        is_external: True if the link leads to another site.
    """

    text: str
    url: str = ""
    is_external: bool = False


@dataclass(frozen=True)
class Fact:
    """One fact as the profile shows it.

    Attributes:
        heading: Name of the fact in the visitor's language.
        lines: Value of the fact; empty where it is not known.
        citations: Sources of the fact.
        remark: Remark on the value, or "".
    """

    heading: str
    lines: Sequence[FactLine]
    citations: Sequence[Citation]
    remark: str = ""


def cluster_facts(view: View, cluster: pd.Series[Any]) -> list[Fact]:
    """Return the facts of `cluster`, a row of `Dataset.clusters`, in the order in which the profile shows them."""
    _ = view.texts.gettext
    wording = view.wording

    def fact(heading: str, lines: Sequence[FactLine | str], fields: Sequence[str], remark: str = "") -> Fact:
        non_empty = [line if isinstance(line, FactLine) else FactLine(line) for line in lines if line]
        return Fact(heading, non_empty, cluster_citations(view.dataset, cluster, fields, view.texts), remark)

    focus = ", ".join(wording.focus[code] for code in cluster["focus"])
    counties = [FactLine(wording.counties[code], selection_url(view.selection, regions=(code,))) for code in cluster["region_codes"]]
    position = position_text(cluster["place"], cluster["town"], view.texts)
    remark = _("On the map: %s.") % position if position else _("It is not on the map: neither seat nor county is known.")
    website = cluster["website"]
    facts = [
        fact(_("Industry focus"), [focus, localized_text(cluster, "focus_text", view.texts) or ""], ["focus"]),
        fact(_("EU ecosystems"), [", ".join(ecosystem_name(name, view.texts) for name in cluster["eu_ecosystems"])], ["eu_ecosystems"]),
        fact(_("Counties"), counties, ["region_codes"]),
        fact(_("Seat"), [cluster["municipality"] or ""], ["municipality_code"], remark),
        fact(_("Website"), [FactLine(host(website), website, is_external=True)] if website else [], ["website"]),
        fact(_("Founded"), ["" if pd.isna(cluster["founded"]) else str(cluster["founded"])], ["founded"]),
        fact(_("Members"), [_members(cluster, view.texts)], ["members"]),
        fact(_("Label"), [_label(wording.labels, cluster, view.texts)], ["label", "label_date", "label_expires"]),
    ]
    return [*facts, fact(_("Also known as"), [", ".join(cluster["aliases"])], ["aliases"])] if cluster["aliases"] else facts


def localized_text(cluster: pd.Series[Any], name: str, texts: Texts) -> str | None:
    """Return the cluster's text `name` in the visitor's language, else in the other one; None where it has neither."""
    languages = sorted(LANGUAGES, key=lambda language: language != texts.language)
    localized: str | None = next((text for language in languages if (text := cluster[f"{name}_{language}"])), None)
    return localized


def cluster_citations(dataset: Dataset, cluster: pd.Series[Any], fields: Sequence[str], texts: Texts) -> list[Citation]:
    """Return the citations of the cluster's `fields` (names of citations.csv)."""
    values = {name: _spellings(cluster, name) for name in fields if name in COMPARED_FIELDS}
    return citations(dataset.citations.get(cluster["id"], ()), fields, values, texts)


def _spellings(cluster: pd.Series[Any], name: str) -> set[str]:
    """Return the ways in which citations.csv may write the value of a field: numbers ungrouped, members with or without their year."""
    return {str(cluster[name]), f"{cluster['members']} ({cluster['members_year']})"} if name == "members" else {str(cluster[name])}


def _members(cluster: pd.Series[Any], texts: Texts) -> str:
    """Return the number of members with its year, or "" where the number is not known."""
    _ = texts.gettext
    if pd.isna(cluster["members"]):
        return ""
    year = _("year not known") if pd.isna(cluster["members_year"]) else str(cluster["members_year"])
    return f"{texts.number(int(cluster['members']))} ({year})"


def _label(names: Mapping[str, str], cluster: pd.Series[Any], texts: Texts) -> str:
    """Return the label with its dates, or "" for a cluster without a label."""
    _ = texts.gettext
    if not cluster["label"]:
        return ""
    if not cluster["label_date"] and not cluster["label_expires"]:
        unknown = _("dates not known")
        return f"{names[cluster['label']]} ({unknown})"
    awarded = _("awarded %s") % cluster["label_date"] if cluster["label_date"] else _("date of award not known")
    return f"{names[cluster['label']]} ({awarded}; {_validity(cluster['label_expires'], texts)})"


def _validity(expires: str | None, texts: Texts) -> str:
    """Return the validity of a label as text. `expires` is its last day, month or year (2026-11-23, 2026-11 or 2026), or None."""
    _ = texts.gettext
    if not expires:
        return _("last day not known")
    return (_("expired %s") if today()[: len(expires)] > expires else _("valid until %s")) % expires
