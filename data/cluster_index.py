"""Index of a dataset for its filters: which clusters have which codes, with the search over their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.filters import DIMENSIONS, Codes, Dimension, cluster_codes, common_codes, only_codes
from data.search.cluster_search import Search
from data.search.text_search import Vocabulary

Mask = NDArray[np.bool_]
GROUPED = tuple(dimension for dimension in DIMENSIONS if dimension.is_grouped)
UNGROUPED = tuple(dimension for dimension in DIMENSIONS if not dimension.is_grouped)


@dataclass(frozen=True, eq=False)
class CodePairs:
    """Codes of clusters in a dimension that is not grouped: one pair for each code of each cluster, in list order.

    Attributes:
        clusters: position of the cluster in the list.
        codes: position of the code among all codes.
    """

    clusters: NDArray[np.intp]
    codes: NDArray[np.intp]


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
        code_pairs: for each other dimension, by its name, which cluster has which of the `codes`.
    """

    def __init__(
        self,
        clusters: pd.DataFrame,
        codes: Mapping[str, Codes],
        focus_names: Mapping[str, Sequence[str]],
        vocabulary: Vocabulary,
    ) -> None:
        """Build the tables.

        `clusters` has the columns of the dimensions and those that `Search` takes; `codes` are all codes of the dimensions whose codes
        depend on the dataset but not on its clusters alone, by name; `focus_names` the names of each focus code, which are searched
        too; `vocabulary` is what the search knows beside them.
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
        self.code_pairs = {dimension.name: _code_pairs(cells[dimension.name], self.codes[dimension.name]) for dimension in UNGROUPED}
        self._sizes = np.bincount(self.group, minlength=len(self.group_codes))
        self.search = Search(clusters, focus_names, vocabulary)

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
        return bool(self.code_pairs[dimension.name].codes.size)

    def groups_with_any(self, dimension: Dimension, chosen: Codes) -> Mask:
        """Return the groups that have any of the chosen codes; all groups where none is chosen."""
        if not chosen:
            return np.ones(len(self.group_codes), dtype=bool)
        columns = [self.codes[dimension.name].index(code) for code in chosen]
        mask: Mask = np.any(self.has_code[dimension.name][:, columns], axis=1)
        return mask

    def clusters_with_any(self, dimension: Dimension, chosen: Codes) -> Mask:
        """Return the clusters that have any of the chosen codes."""
        pairs, mask = self.code_pairs[dimension.name], np.zeros(len(self.group), dtype=bool)
        mask[pairs.clusters[np.isin(pairs.codes, [self.codes[dimension.name].index(code) for code in chosen])]] = True
        return mask


def _code_pairs(cells: Sequence[Codes], codes: Codes) -> CodePairs:
    position = {code: number for number, code in enumerate(codes)}
    clusters = [number for number, cell in enumerate(cells) for _ in cell]
    return CodePairs(np.array(clusters, dtype=np.intp), np.array([position[code] for cell in cells for code in cell], dtype=np.intp))


def has_code_matrix(cells: Sequence[Codes], codes: Codes) -> Mask:
    """Return a boolean matrix with a row for each of `cells` and a column for each of `codes`."""
    column = {code: number for number, code in enumerate(codes)}
    matrix = np.zeros((len(cells), len(codes)), dtype=bool)
    for row, cell in enumerate(cells):
        matrix[row, [column[code] for code in cell]] = True
    return matrix
