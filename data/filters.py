"""Which clusters a selection leaves, and how many each further choice would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.clusters import LABELS
from data.search import Search
from data.selection import Selection

Mask = NDArray[np.bool_]
Filter = Literal["region", "focus", "label", "text"]


class ClusterIndex:
    """What the filters look up, prepared once per list.

    Clusters with the same counties, focus areas and label are one group: filters decide and count by groups, of which even
    a large list has few. Only the search looks at each cluster.
    """

    def __init__(
        self, clusters: pd.DataFrame, regions: Sequence[str], focus: Mapping[str, Sequence[str]], places: Mapping[str, str]
    ) -> None:
        """Prepare `clusters`, a frame with region_codes and focus (tuples), label and what `Search` takes.

        `regions` are all county codes; `focus` maps each focus code to its labels, which are searched too; `places` the names of
        places to their codes.
        """
        self.regions = tuple(regions)
        self.focus = tuple(focus)
        numbers: dict[tuple[Any, ...], int] = {}
        keys = zip(clusters["region_codes"], clusters["focus"], clusters["label"], strict=True)
        self.group = np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.intp)  # of each cluster
        self.groups = tuple(numbers)  # counties, focus areas and label of each
        self.in_region = membership([codes for codes, _, _ in self.groups], self.regions)
        self.in_focus = membership([codes for _, codes, _ in self.groups], self.focus)
        self.in_label = membership([(label,) if label else () for _, _, label in self.groups], LABELS)
        sizes = np.bincount(self.group, minlength=len(self.groups))
        self.focus_totals = dict(zip(self.focus, (sizes @ self.in_focus).tolist(), strict=True))
        self._search = Search(clusters, focus, places)

    def match(self, selection: Selection) -> Match:
        """Return which clusters each of the selection's filters lets through."""
        masks: dict[Filter, Mask] = {
            "region": _any_of(self.in_region, self.regions, selection.regions),
            "focus": _any_of(self.in_focus, self.focus, selection.focus),
            "label": _any_of(self.in_label, LABELS, selection.labels),
        }
        return Match(masks, self._search.found(selection.text), self, selection)


@dataclass(frozen=True, eq=False)
class Match:
    """What a selection lets through: `groups` per filter, an array with one value a group; `found` by the search, one a cluster."""

    groups: Mapping[Filter, Mask]
    found: Mask
    index: ClusterIndex
    selection: Selection

    @cached_property
    def shown(self) -> Mask:
        """The clusters that every filter lets through: one value a cluster, in list order."""
        return self.without()

    @cached_property
    def count(self) -> int:
        """How many clusters are shown."""
        return int(np.count_nonzero(self.shown))

    def without(self, *names: Filter) -> Mask:
        """The clusters that would be shown without the filters `names`: one value a cluster, in list order."""
        fits = self._fitting(*names)[self.index.group]
        return fits if "text" in names else fits & self.found

    def without_count(self, *names: Filter) -> int:
        """How many clusters would be shown without the filters `names`."""
        return int(np.count_nonzero(self.without(*names)))

    @cached_property
    def _sizes(self) -> NDArray[np.int_]:
        """How many clusters of each group the search finds."""
        return np.bincount(self.index.group[self.found], minlength=len(self.index.groups))

    def _fitting(self, *left_out: Filter) -> Mask:
        return _all_of([np.ones(len(self.index.groups), dtype=bool), *(mask for name, mask in self.groups.items() if name not in left_out)])

    def _counts(self, matrix: Mask, codes: Sequence[str], *left_out: Filter) -> dict[str, int]:
        """Return per code how many clusters have it, where the filters `left_out` do not count."""
        fitting = self._fitting(*left_out)
        return dict(zip(codes, (self._sizes[fitting] @ matrix[fitting]).tolist(), strict=True))

    def region_choices(self) -> dict[str, int]:
        """Per county code, how many clusters choosing it gives under the other filters."""
        return self._counts(self.index.in_region, self.index.regions, "region")

    def focus_choices(self) -> dict[str, int]:
        """Per focus code, how many clusters choosing it gives under the other filters."""
        return self._counts(self.index.in_focus, self.index.focus, "focus")

    def label_choices(self) -> dict[str, int]:
        """Per level of the label, how many clusters choosing it gives under the other filters."""
        return self._counts(self.index.in_label, LABELS, "label")

    def region_counts(self) -> dict[str, int]:
        """Per county code, how many of the shown clusters belong to it; 0 for counties that a region filter leaves out."""
        return _only(self.selection.regions, self._counts(self.index.in_region, self.index.regions))

    def by_region_and_focus(self) -> NDArray[np.int_]:
        """Per county (row) and focus code (column), how many clusters fit label and text; the other two filters are its axes."""
        fitting = self._fitting("region", "focus")
        counts: NDArray[np.int_] = self.index.in_region[fitting].T.astype(int) @ (self.index.in_focus[fitting] * self._sizes[fitting, None])
        return counts

    def label_and_text_counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """Per county code and per focus code, how many clusters fit label and text."""
        return (
            self._counts(self.index.in_region, self.index.regions, "region", "focus"),
            self._counts(self.index.in_focus, self.index.focus, "region", "focus"),
        )

    def focus_counts(self) -> dict[str, int]:
        """Per focus code, how many of the shown clusters have it; 0 for codes that a focus filter leaves out."""
        return _only(self.selection.focus, self._counts(self.index.in_focus, self.index.focus))


def membership(cells: Sequence[Sequence[str]], codes: Sequence[str]) -> Mask:
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


def _only(chosen: Sequence[str], counts: dict[str, int]) -> dict[str, int]:
    return {code: count if not chosen or code in chosen else 0 for code, count in counts.items()}
