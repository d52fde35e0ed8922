"""Classes of the counties: natural breaks at round numbers, never more than five, never all counties in the top one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.classes import Classes, classify
from geo.palette import CLASS_COLOURS


def ranges(counts: Sequence[int]) -> list[str]:
    """Return the numbers of each class that occurs."""
    classes = classify(counts)
    limits = [classes.limits(index, max(counts)) for index in sorted({classes.class_index(count) for count in counts})]
    return [str(lowest) if lowest == highest else f"{lowest}-{highest}" for lowest, highest in limits]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 1, 2, 3], ["0", "1", "2", "3"]),
        ([0, 4, 4, 1], ["0", "1", "4"]),
        ([0] * 21, ["0"]),
        ([3] * 21, ["3"]),
        ([700] * 21, ["700"]),
        ([0] * 17 + [10, 13, 13, 24], ["0", "10-11", "12-19", "20-24"]),
        (list(range(1, 22)), ["1-4", "5-9", "10-14", "15-21"]),
        ([0, 3, 0, 0, 60], ["0", "2-49", "50-60"]),
        ([5, 5, 6], ["5", "6"]),
        ([13, 18, 27, 47, 48, 50, 55, 58, 64, 71, 78, 81, 86, 101, 107, 113, 122, 147], ["10-39", "40-69", "70-99", "100-147"]),
        ([466, 711, 757, 1112, 1475, 2030, 2232, 3597, 4276, 5345, 6818, 41378], ["400-2999", "3000-4999", "5000-39999", "40000-41378"]),
    ],
)
def test_classes_follow_the_numbers(counts: Sequence[int], expected: list[str]) -> None:
    assert ranges(counts) == expected


@given(st.lists(st.integers(0, 100_000), min_size=2, max_size=21))
def test_the_rules_hold_for_all_numbers(counts: list[int]) -> None:
    classes = classify(counts)
    indexes = [classes.class_index(count) for count in counts]
    assert all(first < second for first, second in pairwise(classes.starts))
    assert all((index == 0) == (count == 0) for index, count in zip(indexes, counts, strict=True))
    assert max(indexes) < len(CLASS_COLOURS)
    for index, count in zip(indexes, counts, strict=True):
        lowest, highest = classes.limits(index, max(counts))
        assert lowest <= count <= highest
    if len(set(counts)) > 1:
        assert len(set(indexes)) > 1


@given(st.lists(st.integers(1, 100_000), min_size=2, max_size=21))
def test_more_clusters_are_never_in_a_lower_class(counts: list[int]) -> None:
    classes = classify(counts)
    indexes = [classes.class_index(count) for count in sorted(counts)]
    assert indexes == sorted(indexes)


def test_the_order_of_the_counties_changes_nothing() -> None:
    assert classify([9, 0, 40, 3]) == classify([0, 3, 9, 40])


def test_a_number_below_all_classes_is_in_the_first() -> None:
    assert Classes((10, 20)).class_index(3) == 1


def test_short_lists_do_without_the_large_package() -> None:
    script = "import sys; from geo.classes import classify; classify([0, 1, 4]); print('mapclassify' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
