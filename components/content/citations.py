"""Where a fact is from, as the profiles say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from components.core.i18n import Texts

COUNT = re.compile(r"^[0-9]+")


@dataclass(frozen=True)
class Citation:
    """One source of a fact: how sure it is in words, its address or "", what it says where that differs or "", and a note or ""."""

    confidence: str
    url: str
    differs: str
    note: str


def citations(rows: Iterable[Any], fields: Collection[str], shown: Mapping[str, Collection[str]], texts: Texts) -> list[Citation]:
    """Return the sources for `fields` among `rows`, those of one subject in citations.csv.

    `shown` holds, by field, the values beside which they stand: a source that says something else is quoted.
    """
    _ = texts.gettext
    words = {"stated": _("Source"), "inferred": _("Inferred from"), "classified": _("Our own classification"), "not_found": _("Not found")}
    return [
        Citation(
            # our own words about a cluster are told by their note alone
            confidence="" if row.field == "description" and row.confidence == "classified" else words[row.confidence],
            url=row.source_url or "",
            differs=_quoted(row, texts) if row.value and row.field in shown and row.value not in shown[row.field] else "",
            note=(row.note_sv if texts.language == "sv" else row.note_en) or "",
        )
        for row in rows
        if row.field in fields
    ]


def _quoted(row: Any, texts: Texts) -> str:
    """Return the value of a row of citations.csv as visitors read it: a number of members is grouped, a year is not."""
    value: str = row.value
    return COUNT.sub(lambda found: texts.number(int(found[0])), value) if row.field == "members" else value
