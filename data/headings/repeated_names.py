"""Names that are repeated: below "Kluster" a few names stand in many rows, and the rows are those of another column, such as "Företag"."""

from __future__ import annotations

from collections.abc import Sequence

from data.headings.heading_candidates import Candidate
from data.text import fold_each

MIN_ROWS = 4  # with a name, so that repeated ones tell something
MAX_SHARE_REPEATED = 0.5  # of different names among those of a column: then it names groups of rows
MIN_SHARE_DIFFERENT = 0.9  # of different names among the rows: then a column names the rows


def column_of_rows(best: Candidate, others: Sequence[Candidate], columns: Sequence[Sequence[str]]) -> Candidate:
    """Return the column that names the rows: `best`, or where its names are repeated the first of the others whose names differ."""
    names = _names(columns[best.index])
    if len(names) < MIN_ROWS or len(set(names)) > MAX_SHARE_REPEATED * len(names):
        return best
    differing = [each for each in others if each.fitting and _differ(each.index, columns)]
    return min(differing, key=lambda each: (each.rank, each.index), default=best)


def _differ(index: int, columns: Sequence[Sequence[str]]) -> bool:
    """Return True if the names of a column differ, and do not just repeat another column, as "Enhet" may have the town of the row."""
    texts = columns[index]
    if len(set(_names(texts))) < MIN_SHARE_DIFFERENT * len(texts):
        return False
    equal = (sum(map(str.__eq__, texts, other)) for at, other in enumerate(columns) if at != index)
    return max(equal, default=0) <= MAX_SHARE_REPEATED * len(texts)


def _names(texts: Sequence[str]) -> list[str]:
    return list(filter(None, fold_each(texts)))
