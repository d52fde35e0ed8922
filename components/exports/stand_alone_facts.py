"""Facts of the profiles of a stand-alone map: heading, lines and sources of each, their texts as numbers of a table of strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.content.profiles.cluster_facts import cluster_facts
from components.content.profiles.facts import Fact
from components.core.templating import host
from components.dataset.view import View
from components.exports.string_table import StringTable


def profile_facts(view: View, cluster: Mapping[str, Any], table: StringTable) -> list[Any]:
    """Return the facts of a cluster: heading, lines and sources of each; the names of unknown facts come last, without a heading."""
    facts, texts = cluster_facts(view, cluster), view.texts
    known = [_fact(fact.heading, fact, table) for fact in (facts.description, facts.website, *facts.others) if fact]
    if facts.position:
        known.append([0, [table.number(facts.position)]])
    if facts.gaps:
        names = ", ".join(fact.name for fact in facts.gaps)
        sources = [source for fact in facts.gaps for source in _sources(fact, table, f"{fact.heading}. ")]
        known.append([0, [table.number(texts.gettext("Not known: %(facts)s.") % {"facts": names})], sources])
    return known


def _fact(heading: str, fact: Fact, table: StringTable) -> list[Any]:
    lines: list[Any] = [
        [table.number(line.text), table.number(line.url)] if line.is_external else table.number(line.text) for line in fact.lines
    ]
    if fact.remark:
        lines.append(table.number(fact.remark))
    return [table.number(heading), lines, _sources(fact, table)]


def _sources(fact: Fact, table: StringTable, before: str = "") -> list[list[int]]:
    """Return each source of a fact as text, link, name of the link and further text."""
    sources = []
    for each in fact.citations:
        start = f"{before}{each.confidence}{': ' if each.confidence and each.url else ''}"
        value = f" ({each.other_value})" if each.other_value else ""
        note = f"{'. ' if each.confidence or each.url else ''}{each.note}" if each.note else ""
        sources.append([table.number(text) for text in (start, each.url, host(each.url) if each.url else "", f"{value}{note}")])
    return sources
