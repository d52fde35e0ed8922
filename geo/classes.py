"""Classes of the counties by their number of clusters: natural breaks, moved to round numbers."""

from __future__ import annotations

import functools
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_CLASSES = 4  # beside class 0, one for each other colour of the palette
LOWEST_SHARE = 0.7  # of the smallest number on the map, from which on the lowest class may begin
MIN_GAP = 0.1  # between two classes, as a share of the larger number, so that a round number can stand there


@dataclass(frozen=True)
class Classes:
    """Classes by number of clusters. Class 0 is for no cluster.

    Attributes:
        starts: Lowest number of each class from class 1 on, ascending.
    """

    starts: tuple[int, ...]

    def class_index(self, count: int) -> int:
        """Return the index, 0 to 4, of the class of a number of clusters."""
        return max(1, bisect_right(self.starts, count)) if count else 0

    def limits(self, index: int, highest: int) -> tuple[int, int]:
        """Return the lowest and the highest number of a class; `highest` is the largest number on the map."""
        if index == 0:
            return 0, 0
        return self.starts[index - 1], self.starts[index] - 1 if index < len(self.starts) else highest


def classify(counts: Iterable[int]) -> Classes:
    """Return the classes of counties with these numbers of clusters.

    Up to four clusters in a county, each number has a class of its own. Otherwise the classes are those that differ least within
    themselves (Fisher and Jenks), so that no class holds all counties unless all have the same number.
    """
    return _classify(tuple(sorted(counts)))


@functools.lru_cache(256)
def _classify(counts: Sequence[int]) -> Classes:
    positive = [count for count in counts if count]
    if len(set(counts)) == 1 and positive:
        return Classes((positive[0],))
    if not positive or positive[-1] <= MAX_CLASSES:
        return Classes(tuple(range(1, MAX_CLASSES + 1)))
    starts: list[int] = []
    below = 0
    for lowest, highest in _natural_classes(positive):
        earliest = min(below + 1, round(lowest * (1 - MIN_GAP)))
        starts.append(_round_number(earliest if below else round(lowest * LOWEST_SHARE), lowest))
        if len(starts) > 1 and not any(starts[-2] <= count < starts[-1] for count in positive):
            starts[-1] = _round_number(below + 1, lowest)  # the rounder number would leave nothing to the class below
        below = highest
    return Classes(tuple(starts))


def _natural_classes(counts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the lowest and the highest number of each class, ascending. `counts` are sorted."""
    number = min(MAX_CLASSES, len(set(counts)))
    if number == len(set(counts)):
        return [(count, count) for count in sorted(set(counts))]
    from mapclassify import FisherJenks  # noqa: PLC0415 - it takes 90 MB and half a second, and short lists do without it

    warnings.filterwarnings("ignore", "Numba not installed")  # it is only faster for thousands of numbers
    upper = FisherJenks(counts, k=number).bins
    members = [[count for count in counts if low < count <= high] for low, high in zip([0, *upper[:-1]], upper, strict=True)]
    return [(numbers[0], numbers[-1]) for numbers in members]


def _round_number(lowest: int, highest: int) -> int:
    """Return the number from `lowest` to `highest` that is easiest to read: a multiple of a large power of ten, or of its half."""
    steps = (digit * 10**power for power in range(len(str(highest)), -1, -1) for digit in (5, 2, 1))
    number: int = next(highest // step * step for step in steps if highest // step * step >= lowest)
    return number
