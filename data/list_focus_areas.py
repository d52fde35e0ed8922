"""Focus areas of a list: those of the reference table that it uses, and the most frequent of those that only it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.validation import Validated, Values

MAX_CUSTOM_FOCUS_AREAS = 200


def limit_focus_areas(values: Values, custom: dict[str, str], validated: Validated) -> None:
    """Keep the MAX_CUSTOM_FOCUS_AREAS most frequent custom focus areas; the others become text beside them, in focus_text_sv."""
    if len(custom) <= MAX_CUSTOM_FOCUS_AREAS:
        return
    counts = Counter(code for codes in values["focus"] for code in codes if code in custom)
    kept = {code for code, _ in counts.most_common(MAX_CUSTOM_FOCUS_AREAS)}
    for row, codes in enumerate(values["focus"]):
        others = [custom[code] for code in codes if code in custom and code not in kept]
        if others:
            values["focus"][row] = tuple(code for code in codes if code not in custom or code in kept)
            values["focus_text_sv"][row] = "; ".join(filter(None, (values["focus_text_sv"][row], *others)))
    text = message("only the %(max)d most frequent can be chosen as a filter; the others are shown as text", max=MAX_CUSTOM_FOCUS_AREAS)
    validated.notes.add(None, validated.headings.title("focus"), CellNote(NoteKind.UNDERSTOOD, "", text))


def used_focus_areas(focus: Sequence[tuple[str, ...]], standard: pd.DataFrame, custom: dict[str, str]) -> pd.DataFrame:
    """Return the focus areas that the list uses, in the columns of `standard`; `custom` maps the code of each other one to its text."""
    counts = Counter(code for codes in focus for code in codes)
    rows = [
        {"code": code, "label_sv": custom[code], "label_en": custom[code], "eu_ecosystem": None}
        for code, _ in counts.most_common()
        if code in custom
    ]
    return pd.concat(
        [standard[standard["code"].isin(counts)], pd.DataFrame(rows, columns=standard.columns, dtype=object)], ignore_index=True
    )
