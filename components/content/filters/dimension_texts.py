"""Texts of one dimension's filter, as one entry of the table in `filter_texts`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.content.filters.filter_options import Names
from components.core.i18n import Texts
from components.dataset.dataset import Dataset


@dataclass(frozen=True)
class DimensionTexts:
    """Texts of one dimension's filter.

    Attributes:
        legend: heading of the filter.
        names: name of each code, as chips and descriptions have it.
        options: name of each code as its button has it, in the order of the buttons: alphabetical, labels by level.
        count: a number of codes, as "4 counties".
        chosen: the chosen codes in words, as sentences and titles begin with them; takes their names from `options`.
        without: chosen codes that no matching cluster has, as they follow "none"; takes their names from `options`.
        removal: "Remove the county", for the number of chosen codes.
        parameter: description of the query parameter.
        file_word: word for a code in file names.
        note: sentence below the heading, for a filter whose codes could be taken for something else; "" for others.
    """

    legend: Callable[[Dataset, Texts], str]
    names: Callable[[Dataset, Texts], Names]
    options: Callable[[Dataset, Texts], Names]
    count: Callable[[int, Texts], str]
    chosen: Callable[[Sequence[str], Texts], str]
    without: Callable[[Sequence[str], Texts], str]
    removal: Callable[[int, Texts], str]
    parameter: Callable[[Texts], str]
    file_word: Callable[[str, Dataset], str] = lambda code, _dataset: code
    note: Callable[[Dataset, Texts], str] = lambda _dataset, _texts: ""
