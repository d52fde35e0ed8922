"""Facts about one cluster, each with its citations, for the profile and the report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.content.profiles.citations import inferred_fields
from components.content.profiles.fact_builder import FactBuilder
from components.content.profiles.facts import Fact, FactLine
from components.content.profiles.position_texts import position_text
from components.content.table.own_cells import own_columns
from components.content.wording.ecosystems import ecosystem_name
from components.content.wording.inferred_texts import marked, with_probably
from components.content.wording.label_texts import label_facts_text, pilot_label_text
from components.content.wording.status_texts import status_facts_text
from components.core.i18n import Texts
from components.core.templating import host
from components.core.urls import selection_url
from components.dataset.view import View
from data.inferred import inferred_items

DESCRIPTION_FIELDS = ("description", "description_sv", "description_en")  # as citations and as lists name it


@dataclass(frozen=True)
class ClusterFacts:
    """Facts about one cluster, without those for which its list has no column.

    Attributes:
        description: What the cluster does; None where it is not known.
        website: Website of the cluster; None where it is not known.
        others: The other known facts, in the order in which they are shown.
        gaps: Facts that are not known of this cluster, though of others in its list.
        position: Sentence on the cluster's position on the map, where neither its seat nor its county is known; else "".
    """

    description: Fact | None
    website: Fact | None
    others: Sequence[Fact]
    gaps: Sequence[Fact]
    position: str


def cluster_facts(view: View, cluster: Mapping[str, Any]) -> ClusterFacts:
    """Return the facts about `cluster`, a row of `Dataset.clusters` with its columns as keys."""
    facts = _facts_by_name(view, cluster)
    known = {name: fact for name, fact in facts.items() if fact.lines}
    return ClusterFacts(
        description=known.pop("description", None),
        website=known.pop("website", None),
        others=list(known.values()),
        gaps=[fact for fact in facts.values() if not fact.lines],
        position="" if cluster["municipality"] or cluster["region_codes"] else _position_remark(view, cluster),
    )


def _facts_by_name(view: View, cluster: Mapping[str, Any]) -> dict[str, Fact]:
    """Return the facts for which the list has a column, known or not, by the name of this column, in the order of the profile."""
    build = FactBuilder(view, cluster)
    return {**_introduction(build), **_places(build), **_state(build), **_field(build), **_optional(build), **_own_facts(view, cluster)}


def _introduction(build: FactBuilder) -> dict[str, Fact]:
    """Return description and website."""
    _, website = build.texts.gettext, build.cluster["website"]
    link = [FactLine(build.value(host(website), "website"), website, is_external=True)] if website else []
    return build.fact(_("Description"), [build.localized("description")], DESCRIPTION_FIELDS) | build.fact(_("Website"), link, ["website"])


def _places(build: FactBuilder) -> dict[str, Fact]:
    """Return where the cluster is; the position on the map stands with the seat, or else with the counties."""
    _, cluster, remark = build.texts.gettext, build.cluster, _position_remark(build.view, build.cluster)
    seat = cluster["municipality"] or ""
    names, selection = build.view.wording.counties, build.view.selection
    counties = [
        FactLine(build.value(names[code], "region_codes"), selection_url(selection, regions=(code,))) for code in cluster["region_codes"]
    ]
    return {
        **build.fact(_("Seat"), [build.value(seat, "municipality_code")], ["municipality_code"], remark),
        **build.fact(_("Counties"), counties, ["region_codes"], "" if seat else remark),
    }


def _state(build: FactBuilder) -> dict[str, Fact]:
    """Return status, label and members."""
    _, wording = build.texts.gettext, build.view.wording
    status = status_facts_text(build.cluster, wording.statuses, build.inferred, build.texts), build.localized("status_note")
    label = label_facts_text(build.cluster, wording.labels, build.inferred, build.texts)
    return {
        **build.fact(_("Latest known status"), status, ["status", "status_year"]),
        **build.fact(_("Latest known label"), [label], ["label", "label_date", "label_expires"]),
        **build.fact(_("Members"), [_members(build.cluster, build.inferred, build.texts)], ["members", "members_year"]),
    }


def _field(build: FactBuilder) -> dict[str, Fact]:
    """Return the field of industry, and the year in which the cluster was founded."""
    _, cluster = build.texts.gettext, build.cluster
    focus = build.value(", ".join(build.view.wording.focus[code] for code in cluster["focus"]), "focus")
    ecosystems = ", ".join(ecosystem_name(name, build.texts) for name in cluster["eu_ecosystems"])
    founded = "" if pd.isna(cluster["founded"]) else build.value(str(cluster["founded"]), "founded")
    return {
        **build.fact(_("Industry focus"), [focus, build.localized("focus_text")], ["focus", "focus_text_sv", "focus_text_en"]),
        **build.fact(_("EU ecosystems"), [ecosystems], ["eu_ecosystems"]),
        **build.fact(_("Founded"), [founded], ["founded"], name=_("year founded")),
    }


def _optional(build: FactBuilder) -> dict[str, Fact]:
    """Return the facts that are no gaps where they are empty: the label in S3-piloten, the present name and other names."""
    _, cluster, facts = build.texts.gettext, build.cluster, dict[str, Fact]()
    if label := cluster["pilot_label"]:
        facts |= build.fact(_("Label in S3-piloten"), [pilot_label_text(label, build.view.wording.labels)], ["pilot_label"])
    if cluster["present_name"]:
        facts |= build.fact(_("Present name"), [build.value(cluster["present_name"], "present_name")], ["present_name"])
    if cluster["aliases"]:
        facts |= build.fact(_("Also known as"), [_aliases(build.view, cluster, build.inferred)], ["aliases"])
    return facts


def _own_facts(view: View, cluster: pd.Series[Any]) -> dict[str, Fact]:
    """Return the visitor's own columns, under their headings."""
    row = view.dataset.row_numbers[cluster["id"]]
    return {
        code: Fact(column.heading, column.heading, [FactLine(text)] if (text := column.texts[row]) else [], ())
        for code, column in own_columns(view.dataset).items()
    }


def _position_remark(view: View, cluster: Mapping[str, Any]) -> str:
    """Return a sentence on the cluster's position on the map."""
    _ = view.texts.gettext
    position = position_text(cluster["place"], cluster["town"], inferred_fields(view.dataset, cluster), view.texts)
    return _("On the map: %s.") % position if position else _("It is not on the map: neither seat nor county is known.")


def _aliases(view: View, cluster: Mapping[str, Any], inferred: Collection[str]) -> str:
    """Return the other names of a cluster; each inferred one has a mark."""
    rows = [row for row in view.dataset.citations.get(cluster["id"], ()) if row.field == "aliases"]
    aliases = cluster["aliases"]
    uncertain = (inferred_items(rows, aliases) or aliases) if "aliases" in inferred else ()
    return ", ".join(marked(alias, alias, uncertain, view.texts) for alias in aliases)


def _members(cluster: Mapping[str, Any], inferred: Collection[str], texts: Texts) -> str:
    """Return the number of members with its year, or "" where the number is not known."""
    _ = texts.gettext
    if pd.isna(cluster["members"]):
        return ""
    year = _("year not known")
    if not pd.isna(cluster["members_year"]):
        year = with_probably(str(cluster["members_year"]), "members_year", inferred, texts)
    return f"{marked(texts.number(int(cluster['members'])), 'members', inferred, texts)} ({year})"
