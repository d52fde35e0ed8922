"""Citations: the sources of a fact, as profiles and report show them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.inferred import inferred_items

COMPARED_FIELDS = {"founded", "members", "label_date", "label_expires"}  # a citation quotes its own value where it differs
PRIORITY_YEARS = ("priorities_year", "earlier_priorities_year")
LEADING_COUNT = re.compile(r"^[0-9]+")


@dataclass(frozen=True)
class Citation:
    """One source of a fact, in the visitor's language.

    Attributes:
        confidence: Label such as "Source" or "Inferred from"; "" for a description of our own, which has only a note.
        url: URL of the source; "" where there is none.
        other_value: Value that the source gives, where it differs from the value of the dataset; else "".
        note: Note on the source; "" where there is none.
    """

    confidence: str
    url: str
    other_value: str
    note: str


def citations(rows: Iterable[Any], fields: Collection[str], values: Mapping[str, Collection[str]], texts: Texts) -> list[Citation]:
    """Return the citations of `fields` among `rows`, the rows of one subject in citations.csv.

    `values` maps a field to the ways in which citations.csv may write the value of the dataset: a source with another value is quoted.
    """
    _ = texts.gettext
    labels = {"stated": _("Source"), "inferred": _("Inferred from"), "classified": _("Our own classification"), "not_found": _("Not found")}
    return [
        Citation(
            confidence="" if row.field == "description" and row.confidence == "classified" else labels[row.confidence],
            url=row.source_url or "",
            other_value=_localized_value(row, texts) if row.value and row.value not in values.get(row.field, (row.value,)) else "",
            note=(row.note_sv if texts.language == "sv" else row.note_en) or "",
        )
        for row in rows
        if row.field in fields
    ]


def cluster_citations(dataset: Dataset, cluster: Mapping[str, Any], fields: Sequence[str], texts: Texts) -> list[Citation]:
    """Return the citations of the cluster's `fields` (names of citations.csv)."""
    values = {name: _spellings(cluster, name) for name in fields if name in COMPARED_FIELDS}
    return citations(dataset.citations.get(cluster["id"], ()), fields, values, texts)


def inferred_fields(dataset: Dataset, cluster: Mapping[str, Any]) -> frozenset[str]:
    """Return the columns of `cluster`, a row of `Dataset.clusters`, whose value or an item of it is inferred."""
    columns = dataset.cached("inferred fields", lambda: [frozenset(each) for each in dataset.clusters["inferred"]])
    inferred: frozenset[str] = columns[dataset.row_numbers[cluster["id"]]]
    return inferred


def inferred_years(dataset: Dataset, code: str) -> tuple[str, ...]:
    """Return the columns with years of priorities that only inferred citations support, for the county with this SCB code."""
    rows, region = dataset.citations.get(code, ()), dataset.region_rows.loc[code]
    return tuple(
        column
        for column in PRIORITY_YEARS
        if region[column] and inferred_items([row for row in rows if row.field == column], [region[column]])
    )


def _localized_value(row: Any, texts: Texts) -> str:
    """Return the value of a row of citations.csv as visitors read it: the number of members is grouped, years are not."""
    value: str = row.value
    return LEADING_COUNT.sub(lambda match: texts.number(int(match[0])), value) if row.field == "members" else value


def _spellings(cluster: Mapping[str, Any], name: str) -> set[str]:
    """Return the ways in which citations.csv may write the value of a field: numbers ungrouped, members with or without their year."""
    return {str(cluster[name]), f"{cluster['members']} ({cluster['members_year']})"} if name == "members" else {str(cluster[name])}
