"""Matching: the clusters that match a selection, and the number of clusters that each further option would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from data.cluster_index import GROUPED, UNGROUPED, ClusterIndex, Mask
from data.filters import Dimension
from data.known_codes import UnknownValue
from data.search.search_result import SearchResult
from data.selection import Selection
from data.table_order import ROWS_PER_PAGE

Counts = NDArray[np.int_]
TEXT: Final = "text"  # the search, the one filter that is no dimension
Filter = Dimension | Literal["text"]


def match_selection(index: ClusterIndex, selection: Selection) -> Match:
    """Return the clusters of the index's dataset that a selection leaves."""
    group_masks = {dimension.name: index.groups_with_any(dimension, selection.codes(dimension)) for dimension in GROUPED}
    found = index.search.find(selection.text)
    cluster_masks = {
        dimension.name: index.clusters_with_any(dimension, codes) for dimension in UNGROUPED if (codes := selection.codes(dimension))
    }
    return Match(group_masks, {**cluster_masks, TEXT: found.mask}, found, index, selection)


@dataclass(frozen=True, eq=False)
class Match:
    """The clusters that a selection leaves.

    Attributes:
        group_masks: for each grouped dimension, by its name, the groups that its filter lets through.
        cluster_masks: for each other filter, by its name, the clusters that it lets through, one value for each cluster in list order.
        found: what the search finds.
        index: index of the dataset.
        selection: the selection that was matched.
    """

    group_masks: Mapping[str, Mask]
    cluster_masks: Mapping[str, Mask]
    found: SearchResult
    index: ClusterIndex
    selection: Selection

    @cached_property
    def mask(self) -> Mask:
        """The clusters that every filter lets through, one value for each cluster in list order."""
        return self.mask_without()

    @cached_property
    def count(self) -> int:
        """The number of clusters that every filter lets through."""
        return int(np.count_nonzero(self.mask))

    def within(self, name: str, mask: Mask) -> Match:
        """Return the match of the clusters that a further filter, which no selection has, lets through; `name` is its own."""
        return replace(self, cluster_masks={**self.cluster_masks, name: mask})

    @property
    def last_page(self) -> int:
        """The last page of the table of the matching clusters; 1 for an empty one."""
        return max(1, -(-self.count // ROWS_PER_PAGE))

    def with_existing_page(self) -> tuple[Match, tuple[UnknownValue, ...]]:
        """Return the match with a page of the table that exists, and the page of the selection as an unknown value if it does not."""
        selection, unknown = self.selection.with_existing_page(self.last_page)
        return (replace(self, selection=selection) if unknown else self), unknown

    def mask_without(self, *left_out: Filter) -> Mask:
        """Return the clusters that the filters other than `left_out` let through, one value for each cluster in list order."""
        mask: Mask = self._matching_groups(*left_out)[self.index.group] & self._cluster_mask(*left_out)
        return mask

    def count_without(self, *left_out: Filter) -> int:
        """Return the number of clusters that the filters other than `left_out` let through."""
        return int(np.count_nonzero(self.mask_without(*left_out)))

    def option_counts(self, dimension: Dimension, *left_out: Filter) -> dict[str, int]:
        """Return for each code of a dimension the number of clusters that choosing it alone gives beside the other filters.

        Filters in `left_out` are ignored too.
        """
        return self._counts(dimension, dimension, *left_out)

    def shown_counts(self, dimension: Dimension) -> dict[str, int]:
        """Return for each code of a dimension the number of matching clusters that have it; 0 for codes that its filter leaves out."""
        chosen = self.selection.codes(dimension)
        return {code: count if not chosen or code in chosen else 0 for code, count in self._counts(dimension).items()}

    def cross_counts(self, rows: Dimension, columns: Dimension) -> Counts:
        """Return the number of clusters for each code of `rows` and each of `columns`, two grouped dimensions whose filters are ignored."""
        groups = self._matching_groups(rows, columns)
        sizes = self._group_sizes()[groups, None]
        counts: Counts = self.index.has_code[rows.name][groups].T.astype(int) @ (self.index.has_code[columns.name][groups] * sizes)
        return counts

    def _group_sizes(self, *left_out: Filter) -> Counts:
        """Return the number of clusters of each group that the filters which are not grouped let through."""
        if _names(left_out).isdisjoint(self.cluster_masks):
            return self._all_group_sizes
        return self._sizes_of(self._cluster_mask(*left_out))

    @cached_property
    def _all_group_sizes(self) -> Counts:
        """The number of clusters of each group that all filters which are not grouped let through, for the counts of each dimension."""
        return self._sizes_of(self._cluster_mask())

    def _sizes_of(self, mask: Mask) -> Counts:
        return np.bincount(self.index.group[mask], minlength=len(self.index.group_codes))

    def _cluster_mask(self, *left_out: Filter) -> Mask:
        ignored = _names(left_out)
        masks = [mask for name, mask in self.cluster_masks.items() if name not in ignored]
        mask: Mask = np.logical_and.reduce([np.ones(len(self.index.group), dtype=bool), *masks])
        return mask

    def _matching_groups(self, *left_out: Filter) -> Mask:
        ignored = _names(left_out)
        masks = [mask for name, mask in self.group_masks.items() if name not in ignored]
        matching: Mask = np.logical_and.reduce([np.ones(len(self.index.group_codes), dtype=bool), *masks])
        return matching

    def _counts(self, dimension: Dimension, *left_out: Filter) -> dict[str, int]:
        """Return for each code of a dimension the number of clusters that have it and pass the filters other than `left_out`."""
        codes = self.index.codes[dimension.name]
        if not dimension.is_grouped:
            pairs = self.index.code_pairs[dimension.name]
            numbers = pairs.codes[self.mask_without(*left_out)[pairs.clusters]]
            return dict(zip(codes, np.bincount(numbers, minlength=len(codes)).tolist(), strict=True))
        groups = self._matching_groups(*left_out)
        counts = self._group_sizes(*left_out)[groups] @ self.index.has_code[dimension.name][groups]
        return dict(zip(codes, counts.tolist(), strict=True))


def _names(filters: Sequence[Filter]) -> set[str]:
    return {each.name if isinstance(each, Dimension) else each for each in filters}
