"""Matching: the clusters that match a selection, and the number of clusters that each further choice would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.filters import DIMENSIONS, Codes, Dimension, cluster_codes, common_codes, only_codes
from data.search import Search
from data.selection import ROWS_PER_PAGE, Selection, UnknownValue

Mask = NDArray[np.bool_]
Counts = NDArray[np.int_]
TEXT: Final = "text"  # the search, the one filter that is no dimension
Filter = Dimension | Literal["text"]


class ClusterIndex:
    """Lookup tables of the filters, built once per dataset.

    Clusters with the same codes in every dimension form a group. Filters match and count groups, of which even a large list
    has few; only the search looks at each cluster.

    Attributes:
        codes: all codes of each dimension, by its name, in their order.
        group: number of each cluster's group, in list order.
        group_codes: codes of each group, by name of the dimension.
        has_code: for each dimension, by its name, a boolean matrix with a row for each group and a column for each code.
    """

    def __init__(
        self,
        clusters: pd.DataFrame,
        codes: Mapping[str, Codes],
        focus_names: Mapping[str, Sequence[str]],
        location_codes: Mapping[str, str],
    ) -> None:
        """Build the tables.

        `clusters` has the columns of the dimensions and those that `Search` takes; `codes` are all codes of the dimensions whose codes
        depend on the dataset but not on its clusters alone, by name; `focus_names` the names of each focus code, which are searched
        too; `location_codes` holds the code of each municipality and county by its names.
        """
        cells = {dimension.name: cluster_codes(dimension, clusters) for dimension in DIMENSIONS}
        self.codes = {
            dimension.name: codes.get(dimension.name) or dimension.codes or common_codes(cells[dimension.name]) for dimension in DIMENSIONS
        }
        cells = {name: only_codes(cells[name], known) for name, known in self.codes.items()}  # rare codes of free text would part groups
        numbers: dict[tuple[Codes, ...], int] = {}
        self.group = np.array([numbers.setdefault(key, len(numbers)) for key in zip(*cells.values(), strict=True)], dtype=np.intp)
        self.group_codes = tuple(dict(zip(cells, key, strict=True)) for key in numbers)
        self.has_code = {name: has_code_matrix([group[name] for group in self.group_codes], codes) for name, codes in self.codes.items()}
        self._sizes = np.bincount(self.group, minlength=len(self.group_codes))
        self._search = Search(clusters, focus_names, location_codes)

    def match(self, selection: Selection) -> Match:
        """Return the match of a selection."""
        masks = {dimension.name: self._groups_with_any(dimension, selection.codes(dimension)) for dimension in DIMENSIONS}
        return Match(masks, self._search.mask(selection.text), self, selection)

    def mask_of(self, dimension: Dimension, code: str) -> Mask:
        """Return the clusters that have a code, one value for each cluster. Raises ValueError for an unknown code."""
        mask: Mask = self.has_code[dimension.name][self.group, self.codes[dimension.name].index(code)]
        return mask

    def totals(self, dimension: Dimension) -> dict[str, int]:
        """Return the number of clusters in the whole list for each code of a dimension."""
        return dict(zip(self.codes[dimension.name], (self._sizes @ self.has_code[dimension.name]).tolist(), strict=True))

    def is_used(self, dimension: Dimension) -> bool:
        """Return True if any cluster of the list has a code of the dimension."""
        return bool(self.has_code[dimension.name].any())

    def _groups_with_any(self, dimension: Dimension, chosen: Codes) -> Mask:
        """Return the groups that have any of the chosen codes; all groups where none is chosen."""
        if not chosen:
            return np.ones(len(self.group_codes), dtype=bool)
        columns = [self.codes[dimension.name].index(code) for code in chosen]
        mask: Mask = np.any(self.has_code[dimension.name][:, columns], axis=1)
        return mask


@dataclass(frozen=True, eq=False)
class Match:
    """The clusters that a selection leaves.

    Attributes:
        group_masks: for each dimension, by its name, the groups that its filter lets through.
        search_mask: the clusters that the search lets through, one value for each cluster in list order.
        index: index of the dataset.
        selection: the selection that was matched.
    """

    group_masks: Mapping[str, Mask]
    search_mask: Mask
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
        mask = self._matching_groups(*left_out)[self.index.group]
        return mask if TEXT in left_out else mask & self.search_mask

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
        """Return the number of clusters for each code of `rows` and each code of `columns`; the filters by these two are ignored."""
        groups = self._matching_groups(rows, columns)
        sizes = self._matching_sizes[groups, None]
        counts: Counts = self.index.has_code[rows.name][groups].T.astype(int) @ (self.index.has_code[columns.name][groups] * sizes)
        return counts

    @cached_property
    def _matching_sizes(self) -> Counts:
        """The number of clusters of each group that the search lets through."""
        return np.bincount(self.index.group[self.search_mask], minlength=len(self.index.group_codes))

    def _matching_groups(self, *left_out: Filter) -> Mask:
        ignored = {dimension.name for dimension in left_out if isinstance(dimension, Dimension)}
        masks = [mask for name, mask in self.group_masks.items() if name not in ignored]
        matching: Mask = np.logical_and.reduce([np.ones(len(self.index.group_codes), dtype=bool), *masks])
        return matching

    def _counts(self, dimension: Dimension, *left_out: Filter) -> dict[str, int]:
        """Return for each code of a dimension the number of clusters that have it and pass the filters other than `left_out`."""
        groups = self._matching_groups(*left_out)
        counts = self._matching_sizes[groups] @ self.index.has_code[dimension.name][groups]
        return dict(zip(self.index.codes[dimension.name], counts.tolist(), strict=True))


def has_code_matrix(cells: Sequence[Codes], codes: Codes) -> Mask:
    """Return a boolean matrix with a row for each of `cells` and a column for each of `codes`."""
    column = {code: number for number, code in enumerate(codes)}
    matrix = np.zeros((len(cells), len(codes)), dtype=bool)
    for row, cell in enumerate(cells):
        matrix[row, [column[code] for code in cell]] = True
    return matrix
