"""Dimensions: the filters by a property of the clusters, such as county or focus area, in one table.

A further filter is an entry here, a field of `Selection`, an entry of `components/content/filters/filter_texts.py` and its tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.cluster_codes import LABELS, STATUSES
from data.text import to_slug

MUNICIPALITY_CODE_LENGTH = 4  # characters, of SCB's codes
MAX_CODES_IN_LIST = 50  # of a dimension whose codes come from the list itself; more are no classification

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """A property of the clusters that a filter chooses by.

    Attributes:
        name: query parameter, also the filter's key in the session and in scripts.
        field: attribute of `Selection` that holds the chosen codes.
        column: column of the clusters that the codes are read from.
        to_codes: converts a cell of that column, which is hashable, to the codes of the cluster.
        codes: all codes in their order, where every list has the same in one order.
        varies: whether the codes differ between lists.
        is_grouped: whether clusters are matched by groups with equal codes; False where there are too many codes for that.
    """

    name: str
    field: str
    column: str
    to_codes: Callable[[Any], Codes]
    codes: Codes = ()
    varies: bool = False
    is_grouped: bool = True


def _unchanged(cell: Codes) -> Codes:
    return cell


def _optional(cell: str | None) -> Codes:
    return (cell,) if cell else ()


def _municipality(cell: str | None) -> Codes:
    """Return the code of a location that is a municipality; nothing for a county, whose code has two characters."""
    return (cell,) if cell and len(cell) == MUNICIPALITY_CODE_LENGTH else ()


def _slugs(cell: Codes) -> Codes:
    return tuple(dict.fromkeys(map(to_slug, cell)))


REGION = Dimension("region", "regions", "region_codes", _unchanged)
MUNICIPALITY = Dimension("municipality", "municipalities", "location_code", _municipality, is_grouped=False)
FOCUS = Dimension("focus", "focus", "focus", _unchanged, varies=True)
ECOSYSTEM = Dimension("ecosystem", "ecosystems", "eu_ecosystems", _slugs, varies=True)
THEME = Dimension("theme", "themes", "themes", _unchanged)
LABEL = Dimension("label", "labels", "label", _optional, LABELS)
STATUS = Dimension("status", "statuses", "status", _optional, STATUSES)

MAX_OWN_FILTERS = 6  # columns of the visitor's own list by which it can be filtered

OWN = tuple(
    Dimension(f"own{number}", f"own{number}", f"own{number}", _unchanged, varies=True, is_grouped=False)
    for number in range(1, MAX_OWN_FILTERS + 1)
)
PUBLIC_DIMENSIONS = (
    REGION,
    MUNICIPALITY,
    FOCUS,
    ECOSYSTEM,
    THEME,
    LABEL,
    STATUS,
)  # of every list, in the order of URLs, chips and sentences
DIMENSIONS = (*PUBLIC_DIMENSIONS, *OWN)


def cluster_codes(dimension: Dimension, clusters: pd.DataFrame) -> list[Codes]:
    """Return the codes of each cluster in list order. Equal cells share one tuple; a list without the column has no codes."""
    if dimension.column not in clusters:
        return [()] * len(clusters)
    cells = clusters[dimension.column].tolist()
    codes = {cell: dimension.to_codes(cell) for cell in dict.fromkeys(cells)}
    return [codes[cell] for cell in cells]


def common_codes(cells: Sequence[Codes]) -> Codes:
    """Return the distinct codes of `cells` in alphabetical order; of more than MAX_CODES_IN_LIST, the most common ones."""
    counts = Counter(code for cell in cells for code in cell)
    return tuple(sorted(code for code, _ in counts.most_common(MAX_CODES_IN_LIST)))


def only_codes(cells: Sequence[Codes], codes: Codes) -> list[Codes]:
    """Return `cells` with those of their values that are among `codes`."""
    known = {cell: tuple(code for code in cell if code in codes) for cell in set(cells)}
    return [known[cell] for cell in cells]
