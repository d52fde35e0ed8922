"""Matching: the clusters that match a selection, and the number of clusters that each further choice would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.areas import Areas
from data.filters import DIMENSIONS, Codes, Dimension, cluster_codes, common_codes, only_codes
from data.known_codes import UnknownValue
from data.search import Search, SearchResult
from data.selection import Selection
from data.table_order import ROWS_PER_PAGE

Mask = NDArray[np.bool_]
Counts = NDArray[np.int_]
TEXT: Final = "text"  # the search, the one filter that is no dimension
Filter = Dimension | Literal["text"]
GROUPED = tuple(dimension for dimension in DIMENSIONS if dimension.is_grouped)
UNGROUPED = tuple(dimension for dimension in DIMENSIONS if not dimension.is_grouped)


class ClusterIndex:
    """Lookup tables of the filters, built once per dataset.

    Clusters with the same codes in every grouped dimension form a group. Filters match and count groups, of which even a large list
    has few; only the search and the dimensions that are not grouped look at each cluster.

    Attributes:
        codes: all codes of each dimension, by its name, in their order.
        search: search over the texts of the clusters.
        group: number of each cluster's group, in list order.
        group_codes: codes of each group, by name of the dimension.
        has_code: for each grouped dimension, by its name, a boolean matrix with a row for each group and a column for each code.
        code_number: for each other dimension, by its name, the position of each cluster's code among `codes`, -1 for none.
    """

    def __init__(
        self,
        clusters: pd.DataFrame,
        codes: Mapping[str, Codes],
        focus_names: Mapping[str, Sequence[str]],
        areas: Areas,
        known_words: Iterable[str] = (),
    ) -> None:
        """Build the tables.

        `clusters` has the columns of the dimensions and those that `Search` takes; `codes` are all codes of the dimensions whose codes
        depend on the dataset but not on its clusters alone, by name; `focus_names` the names of each focus code, which are searched
        too; `areas` are those that a search can name, `known_words` words that are no misspellings in it.
        """
        cells = {dimension.name: cluster_codes(dimension, clusters) for dimension in DIMENSIONS}
        self.codes = {
            dimension.name: codes.get(dimension.name) or dimension.codes or common_codes(cells[dimension.name]) for dimension in DIMENSIONS
        }
        # Rare codes of free text would part groups.
        grouped = {dimension.name: only_codes(cells[dimension.name], self.codes[dimension.name]) for dimension in GROUPED}
        numbers: dict[tuple[Codes, ...], int] = {}
        self.group = np.array([numbers.setdefault(key, len(numbers)) for key in zip(*grouped.values(), strict=True)], dtype=np.intp)
        self.group_codes = tuple(dict(zip(grouped, key, strict=True)) for key in numbers)
        self.has_code = {name: has_code_matrix([group[name] for group in self.group_codes], self.codes[name]) for name in grouped}
        self.code_number = {dimension.name: _code_numbers(cells[dimension.name], self.codes[dimension.name]) for dimension in UNGROUPED}
        self._sizes = np.bincount(self.group, minlength=len(self.group_codes))
        self.search = Search(clusters, focus_names, areas, known_words)

    def match(self, selection: Selection) -> Match:
        """Return the match of a selection."""
        group_masks = {dimension.name: self._groups_with_any(dimension, selection.codes(dimension)) for dimension in GROUPED}
        found = self.search.find(selection.text)
        cluster_masks = {
            dimension.name: self._clusters_with_any(dimension, codes) for dimension in UNGROUPED if (codes := selection.codes(dimension))
        }
        return Match(group_masks, {**cluster_masks, TEXT: found.mask}, found, self, selection)

    def mask_of(self, dimension: Dimension, code: str) -> Mask:
        """Return the clusters that have a code of a grouped dimension, in list order. Raises ValueError for an unknown code."""
        mask: Mask = self.has_code[dimension.name][self.group, self.codes[dimension.name].index(code)]
        return mask

    def totals(self, dimension: Dimension) -> dict[str, int]:
        """Return the number of clusters in the whole list for each code of a grouped dimension."""
        return dict(zip(self.codes[dimension.name], (self._sizes @ self.has_code[dimension.name]).tolist(), strict=True))

    def is_used(self, dimension: Dimension) -> bool:
        """Return True if any cluster of the list has a code of the dimension."""
        if dimension.is_grouped:
            return bool(self.has_code[dimension.name].any())
        return bool((self.code_number[dimension.name] >= 0).any())

    def _groups_with_any(self, dimension: Dimension, chosen: Codes) -> Mask:
        """Return the groups that have any of the chosen codes; all groups where none is chosen."""
        if not chosen:
            return np.ones(len(self.group_codes), dtype=bool)
        columns = [self.codes[dimension.name].index(code) for code in chosen]
        mask: Mask = np.any(self.has_code[dimension.name][:, columns], axis=1)
        return mask

    def _clusters_with_any(self, dimension: Dimension, chosen: Codes) -> Mask:
        """Return the clusters that have any of the chosen codes."""
        return np.isin(self.code_number[dimension.name], [self.codes[dimension.name].index(code) for code in chosen])


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

    def choice_counts(self, dimension: Dimension, *left_out: Filter) -> dict[str, int]:
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
        return np.bincount(self.index.group[self._cluster_mask(*left_out)], minlength=len(self.index.group_codes))

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
            numbers = self.index.code_number[dimension.name][self.mask_without(*left_out)]
            return dict(zip(codes, np.bincount(numbers[numbers >= 0], minlength=len(codes)).tolist(), strict=True))
        groups = self._matching_groups(*left_out)
        counts = self._group_sizes(*left_out)[groups] @ self.index.has_code[dimension.name][groups]
        return dict(zip(codes, counts.tolist(), strict=True))


def _names(filters: Sequence[Filter]) -> set[str]:
    return {each.name if isinstance(each, Dimension) else each for each in filters}


def _code_numbers(cells: Sequence[Codes], codes: Codes) -> NDArray[np.intp]:
    """Return the position of each cell's only code among `codes`, -1 for an empty cell."""
    position = {code: number for number, code in enumerate(codes)}
    return np.array([position[cell[0]] if cell else -1 for cell in cells], dtype=np.intp)


def has_code_matrix(cells: Sequence[Codes], codes: Codes) -> Mask:
    """Return a boolean matrix with a row for each of `cells` and a column for each of `codes`."""
    column = {code: number for number, code in enumerate(codes)}
    matrix = np.zeros((len(cells), len(codes)), dtype=bool)
    for row, cell in enumerate(cells):
        matrix[row, [column[code] for code in cell]] = True
    return matrix
