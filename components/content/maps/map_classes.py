"""Legend of the counties' classes, by the numbers that the map shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from components.content.wording.row_words import are_clusters, row_words
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from geo.classes import classify


@dataclass(frozen=True)
class LegendClass:
    """A class that occurs on the map.

    Attributes:
        index: Index of its colour in the palette, 0 to 4.
        label: Numbers of clusters in it, such as "3 clusters" or a range of numbers.
        counties: Number of counties in it.
    """

    index: int
    label: str
    counties: int


def legend_classes(counts: Collection[int], dataset: Dataset, texts: Texts) -> list[LegendClass]:
    """Return the classes that occur among counties with these numbers of clusters, ascending."""
    classes, highest = classify(counts), max(counts, default=0)
    counties = Counter(map(classes.class_index, counts))
    return [LegendClass(index, _label(*classes.limits(index, highest), dataset, texts), counties[index]) for index in sorted(counties)]


def _label(lowest: int, highest: int, dataset: Dataset, texts: Texts) -> str:
    words = row_words(dataset, texts)
    if not highest:
        return texts.gettext("None of the clusters") if are_clusters(dataset) else texts.gettext("No %(rows)s") % {"rows": words.many}
    numbers = dict.fromkeys((texts.number(lowest), texts.number(highest)))
    return f"{'–'.join(numbers)} {words[highest != 1]}"
