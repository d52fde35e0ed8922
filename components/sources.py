"""Where a fact is from, as the profiles say it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from components.texts import Texts


@dataclass(frozen=True)
class Source:
    """One source of a fact: how sure it is in words, its address or "", what it says where that differs or "", and a note or ""."""

    confidence: str
    address: str
    differs: str
    note: str


def sources_of(
    sources: pd.DataFrame, subject: str, fields: Collection[str], shown: Mapping[str, Collection[str]], texts: Texts
) -> list[Source]:
    """Return the sources of `subject` (a cluster's id or a county's code) for `fields`.

    `sources` is the table; `shown` holds, by field, the values beside which they stand: a source that says something else is quoted.
    """
    _ = texts.gettext
    words = {"stated": _("Source"), "inferred": _("Inferred from"), "classified": _("Our own classification"), "not_found": _("Not found")}
    rows = sources[(sources["subject"] == subject) & sources["field"].isin(fields)]
    return [
        Source(
            # our own words about a cluster are told by their note alone
            confidence="" if row.field == "description" and row.confidence == "classified" else words[row.confidence],
            address=row.source_url or "",
            differs=row.value if row.value and row.field in shown and row.value not in shown[row.field] else "",
            note=(row.note_sv if texts.language == "sv" else row.note_en) or "",
        )
        for row in rows.itertuples()
    ]
