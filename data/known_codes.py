"""Codes that a selection may hold for one dataset, and values of a query that are none of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.filters import FOCUS, REGION, Codes, Dimension
from data.places.area import Area
from data.table_order import SORT_VALUES


@dataclass(frozen=True)
class KnownCodes:
    """The values that a query may hold for one dataset.

    Attributes:
        by_dimension: all codes of each dimension, by its name, in their order.
        clusters: ids of the clusters.
        columns: codes of the own columns.
        sizes: codes of those by whose sum the symbols on the map can be sized.
        area_of: returns the area that a whole search text names and no cluster outside has in its name; None for any other text.
    """

    by_dimension: Mapping[str, Codes]
    clusters: Collection[str]
    columns: Codes = ()
    sizes: Codes = ()
    area_of: Callable[[str], Area | None] = lambda _text: None

    def of(self, dimension: Dimension) -> Codes:
        """Return all codes of a dimension in their order; none of one that is of an own list only."""
        return self.by_dimension.get(dimension.name, ())

    @property
    def sort_values(self) -> Collection[str]:
        """The values of `sort`."""
        return (*SORT_VALUES, *self.columns, *(f"-{column}" for column in self.columns)) if self.columns else SORT_VALUES

    @property
    def regions(self) -> Codes:
        """The county codes, in the order of the counties' names."""
        return self.of(REGION)

    @property
    def focus(self) -> Codes:
        """The codes of the focus areas."""
        return self.of(FOCUS)


class UnknownValue(NamedTuple):
    """A value in a query that the dataset does not know, the parameter that holds it, and the values allowed there."""

    parameter: str
    value: str
    allowed: Collection[str]
