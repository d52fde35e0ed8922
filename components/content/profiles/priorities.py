"""A county's lists of priorities for smart specialisation, the newest first, each with its years and sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.profiles.citations import Citation, citations, inferred_years
from components.content.wording.inferred_texts import with_probably
from components.core.i18n import Texts
from components.dataset.dataset import Dataset


@dataclass(frozen=True)
class PriorityList:
    """One list of priorities.

    Attributes:
        heading: Name of the list with its years, such as "Priorities for smart specialisation (2022-2025)".
        items: Names of the priorities in the visitor's language; empty where they are not known.
        swedish: The same in Swedish, as the column `priorities` of clusters has them.
        citations: Sources of the list and of its years.
    """

    heading: str
    items: Sequence[str]
    swedish: Sequence[str]
    citations: list[Citation]


def priority_lists(dataset: Dataset, code: str, texts: Texts) -> list[PriorityList]:
    """Return the lists of the county with this SCB code, the newest first: one, or two where an earlier one is known too."""
    _ = texts.gettext
    headings = {"priorities": _("Priorities for smart specialisation"), "earlier_priorities": _("Earlier priorities")}
    region, inferred = dataset.region_rows.loc[code], inferred_years(dataset, code)
    lists: list[PriorityList] = []
    for column, heading in headings.items():
        items = region[f"{column}_{texts.language}"]
        if not items and lists:
            continue
        years = region[f"{column}_year"]
        shown_years = with_probably(years, f"{column}_year", inferred, texts) if years else _("year not known")
        fields = [column, f"{column}_year"]
        lists.append(
            PriorityList(
                heading=f"{heading} ({shown_years})" if items else heading,
                items=items,
                swedish=region[f"{column}_sv"],
                citations=citations(dataset.citations.get(code, ()), fields, {}, texts),
            )
        )
    return lists
