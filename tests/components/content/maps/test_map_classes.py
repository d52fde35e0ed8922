"""Legend of the classes: those that occur, with the unit."""

from __future__ import annotations

import pytest

from components.content.maps.map_classes import legend_classes
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from data.languages import Language


@pytest.mark.parametrize(
    ("language", "counts", "labels"),
    [
        ("sv", [0, 1, 1, 3], ["Inget av klustren", "1 kluster", "3 kluster"]),
        ("en", [0, 1, 1, 3], ["None of the clusters", "1 cluster", "3 clusters"]),
        ("sv", [0, 1, 2, 4, 9, 30], ["Inget av klustren", "1–3 kluster", "4 kluster", "5–19 kluster", "20–30 kluster"]),
        ("en", [1200, 90, 95, 400], ["80–94 clusters", "95–399 clusters", "400–999 clusters", "1,000–1,200 clusters"]),
        ("sv", [0, 0], ["Inget av klustren"]),
    ],
)
def test_labels_say_the_numbers_with_their_unit(language: Language, counts: list[int], labels: list[str]) -> None:
    assert [each.label for each in legend_classes(counts, current_dataset(), texts_in(language))] == labels


def test_classes_have_their_colour_and_number_of_counties() -> None:
    classes = legend_classes([0, 2, 2, 4], current_dataset(), texts_in("sv"))
    assert [(each.index, each.counties) for each in classes] == [(0, 1), (2, 2), (4, 1)]
