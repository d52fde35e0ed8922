"""Which clusters a selection leaves, and how many each further choice would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.selection import Selection
from data.tables import LABELS
from data.text import fold

Mask = NDArray[np.bool_]
Filter = Literal["region", "focus", "label", "text"]
SEARCHED = (
    "name",
    "aliases",
    "regions",
    "region_forms",
    "focus_text_sv",
    "focus_text_en",
    "description_sv",
    "description_en",
    "municipality",
)


class ClusterIndex:
    """What the filters look up, prepared once per list: memberships as boolean matrices and the folded text to search."""

    def __init__(self, clusters: pd.DataFrame, regions: Sequence[str], focus: Mapping[str, Sequence[str]]) -> None:
        """Prepare `clusters`, a frame with region_codes and focus (tuples), label and the SEARCHED columns.

        `regions` are all county codes; `focus` maps each focus code to its labels, which are searched too.
        """
        self.regions = tuple(regions)
        self.focus = tuple(focus)
        self.in_region = membership(clusters["region_codes"], self.regions)
        self.in_focus = membership(clusters["focus"], self.focus)
        self.in_label = membership(clusters["label"].map(lambda label: (label,) if label else ()), LABELS)
        focus_labels = clusters["focus"].map(lambda codes: " ".join(label for code in codes for label in focus[code]))
        columns = [focus_labels, *(clusters[name].map(_as_text) for name in SEARCHED)]
        self._texts = [fold(" ".join(cells)) for cells in zip(*columns, strict=True)]

    def match(self, selection: Selection) -> Match:
        """Return which clusters each of the selection's filters lets through."""
        masks: dict[Filter, Mask] = {
            "region": _any_of(self.in_region, self.regions, selection.regions),
            "focus": _any_of(self.in_focus, self.focus, selection.focus),
            "label": _any_of(self.in_label, LABELS, selection.labels),
            "text": self._contains(selection.text),
        }
        return Match(masks, self, selection)

    def _contains(self, text: str) -> Mask:
        words = fold(text).split()
        if not words:  # nothing typed lets all through; only punctuation typed, such as "%%%", is found nowhere
            return np.full(len(self._texts), not text)
        return np.fromiter((all(word in hay for word in words) for hay in self._texts), dtype=bool, count=len(self._texts))


@dataclass(frozen=True, eq=False)
class Match:
    """Per filter, which clusters it lets through: boolean arrays with one value a cluster, in list order."""

    masks: Mapping[Filter, Mask]
    index: ClusterIndex
    selection: Selection

    @property
    def shown(self) -> Mask:
        """The clusters that every filter lets through."""
        return _all_of(self.masks.values())

    def without(self, name: Filter) -> Mask:
        """The clusters that would be shown without the filter `name`."""
        return _all_of(mask for key, mask in self.masks.items() if key != name)

    def region_choices(self) -> dict[str, int]:
        """Per county code, how many clusters choosing it gives under the other filters."""
        return _counts(self.index.in_region, self.index.regions, self.without("region"))

    def focus_choices(self) -> dict[str, int]:
        """Per focus code, how many clusters choosing it gives under the other filters."""
        return _counts(self.index.in_focus, self.index.focus, self.without("focus"))

    def label_choices(self) -> dict[str, int]:
        """Per level of the label, how many clusters choosing it gives under the other filters."""
        return _counts(self.index.in_label, LABELS, self.without("label"))

    def region_counts(self) -> dict[str, int]:
        """Per county code, how many of the shown clusters belong to it; 0 for counties that a region filter leaves out."""
        return _only(self.selection.regions, _counts(self.index.in_region, self.index.regions, self.shown))

    def by_region_and_focus(self) -> NDArray[np.int_]:
        """Per county (row) and focus code (column), how many clusters fit label and text; the other two filters are its axes."""
        mask = self.masks["label"] & self.masks["text"]
        counts: NDArray[np.int_] = self.index.in_region[mask].T.astype(int) @ self.index.in_focus[mask].astype(int)
        return counts

    def focus_counts(self) -> dict[str, int]:
        """Per focus code, how many of the shown clusters have it; 0 for codes that a focus filter leaves out."""
        return _only(self.selection.focus, _counts(self.index.in_focus, self.index.focus, self.shown))


def membership(cells: pd.Series, codes: Sequence[str]) -> Mask:
    """Return a boolean matrix, a row for each cell (a tuple of codes) and a column for each of `codes`."""
    column = {code: number for number, code in enumerate(codes)}
    matrix = np.zeros((len(cells), len(codes)), dtype=bool)
    for row, cell in enumerate(cells):
        matrix[row, [column[code] for code in cell]] = True
    return matrix


def _all_of(masks: Iterable[Mask]) -> Mask:
    every: Mask = np.logical_and.reduce(list(masks))
    return every


def _any_of(matrix: Mask, codes: Sequence[str], chosen: Sequence[str]) -> Mask:
    if not chosen:
        return np.ones(len(matrix), dtype=bool)
    picked: Mask = np.any(matrix[:, [codes.index(code) for code in chosen]], axis=1)
    return picked


def _counts(matrix: Mask, codes: Sequence[str], mask: Mask) -> dict[str, int]:
    return dict(zip(codes, matrix[mask].sum(axis=0).tolist(), strict=True))


def _only(chosen: Sequence[str], counts: dict[str, int]) -> dict[str, int]:
    return {code: count if not chosen or code in chosen else 0 for code, count in counts.items()}


def _as_text(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell or "")
