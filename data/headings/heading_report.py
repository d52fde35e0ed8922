"""Recognised headings of a list, and those that mean none of its columns, with what was perhaps meant."""

from __future__ import annotations

from dataclasses import dataclass

from data.cluster_columns import cluster_columns
from data.files.cells import Cells
from data.focus_resolver import FocusResolver
from data.headings.heading_columns import find_columns, nearest_heading
from data.reference_tables import read_reference


@dataclass(frozen=True)
class UnusedHeading:
    """A heading that means none of the columns.

    Attributes:
        heading: The heading.
        nearest: A heading of a column that the list does not have, which was perhaps meant, or "".
    """

    heading: str
    nearest: str = ""


def recognised_columns(cells: Cells) -> tuple[tuple[tuple[str, str], ...], tuple[UnusedHeading, ...]]:
    """Return the recognised headings of a list as (heading, column) pairs, and the headings that are not used."""
    reference = read_reference()
    columns = cluster_columns(reference, FocusResolver(reference.focus_areas))
    headings = find_columns(cells, columns)
    recognised = tuple((headings.titles[index], column) for column, index in headings.indexes.items())
    titles = [headings.titles[index] for index in headings.unused if not (cells.has_names_of_sheets and index == len(cells.header) - 1)]
    return recognised, tuple(UnusedHeading(title, nearest_heading(title, columns, headings.indexes)) for title in titles)
