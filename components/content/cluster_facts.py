"""Facts about one cluster, each with its citations, for the profile and the report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.content.citations import cluster_citations, inferred_fields
from components.content.ecosystems import ecosystem_name
from components.content.facts import Fact, FactLine
from components.content.filled_columns import filled_columns
from components.content.inferred_texts import marked, with_probably
from components.content.label_texts import label_facts_text, pilot_label_text
from components.content.localized_texts import localized_text
from components.content.name_lists import within_sentence
from components.content.own_cells import own_columns
from components.content.position_texts import position_text
from components.content.status_texts import status_facts_text
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
    _, wording = view.texts.gettext, view.wording
    filled, inferred = filled_columns(view.dataset), inferred_fields(view.dataset, cluster)

    def fact(heading: str, lines: Sequence[FactLine | str], fields: Sequence[str], remark: str = "", name: str = "") -> dict[str, Fact]:
        if filled.isdisjoint(fields):
            return {}
        non_empty = [line if isinstance(line, FactLine) else FactLine(line) for line in lines if line]
        sources = cluster_citations(view.dataset, cluster, fields, view.texts)
        return {fields[0]: Fact(heading, name or within_sentence(heading), non_empty, sources, remark)}

    def value(text: str, column: str) -> str:
        return marked(text, column, inferred, view.texts)

    website, seat, remark = cluster["website"], cluster["municipality"] or "", _position_remark(view, cluster)
    counties = [
        FactLine(value(wording.counties[code], "region_codes"), selection_url(view.selection, regions=(code,)))
        for code in cluster["region_codes"]
    ]
    status = status_facts_text(cluster, wording.statuses, inferred, view.texts), localized_text(cluster, "status_note", view.texts) or ""
    label = label_facts_text(cluster, wording.labels, inferred, view.texts)
    focus = value(", ".join(wording.focus[code] for code in cluster["focus"]), "focus")
    focus_text = localized_text(cluster, "focus_text", view.texts) or ""
    founded = "" if pd.isna(cluster["founded"]) else value(str(cluster["founded"]), "founded")
    ecosystems = ", ".join(ecosystem_name(name, view.texts) for name in cluster["eu_ecosystems"])
    facts = {
        **fact(_("Description"), [localized_text(cluster, "description", view.texts) or ""], DESCRIPTION_FIELDS),
        **fact(_("Website"), [FactLine(value(host(website), "website"), website, is_external=True)] if website else [], ["website"]),
        **fact(_("Seat"), [value(seat, "municipality_code")], ["municipality_code"], remark),
        **fact(_("Counties"), counties, ["region_codes"], "" if seat else remark),
        **fact(_("Latest known status"), status, ["status", "status_year"]),
        **fact(_("Latest known label"), [label], ["label", "label_date", "label_expires"]),
        **fact(_("Members"), [_members(cluster, inferred, view.texts)], ["members", "members_year"]),
        **fact(_("Industry focus"), [focus, focus_text], ["focus", "focus_text_sv", "focus_text_en"]),
        **fact(_("EU ecosystems"), [ecosystems], ["eu_ecosystems"]),
        **fact(_("Founded"), [founded], ["founded"], name=_("year founded")),
    }
    if cluster["pilot_label"]:
        facts |= fact(_("Label in S3-piloten"), [pilot_label_text(cluster["pilot_label"], wording.labels)], ["pilot_label"])
    if cluster["present_name"]:
        facts |= fact(_("Present name"), [value(cluster["present_name"], "present_name")], ["present_name"])
    if cluster["aliases"]:
        facts |= fact(_("Also known as"), [_aliases(view, cluster, inferred)], ["aliases"])
    return facts | _own_facts(view, cluster)


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
    """Return the other names of a cluster; of inferred ones each by itself is marked."""
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
