"""Cluster lists in files: read by the readers of `data.files` with the headings that a list may have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from data.cell_links import with_link_targets
from data.cluster_columns import cluster_columns
from data.files.cells import Cells, read_cells, read_file
from data.files.limits import SOURCE_LIMITS, Limits
from data.focus_resolver import FocusResolver
from data.headings.numbered_columns import with_numbered_columns_joined
from data.headings.numbered_names import with_numbered_names_as_rows
from data.places.place_cells import place_cells
from data.reference_tables import read_reference
from data.text import fold


@cache
def list_headings() -> frozenset[str]:
    """Return the headings by which the header of a list is recognised, folded; single letters (X, Y, N, E) stand in cells too."""
    reference = read_reference()
    columns = cluster_columns(reference, FocusResolver(reference.focus_areas))
    headings = {fold(heading) for column in columns for heading in (column.name, *column.aliases)}
    return frozenset(heading for heading in headings if len(heading) > 1)


def read_list_file(path: Path) -> Cells:
    """Read the operator's list in a file. Raises ClusterDataError, as `read_file` does."""
    return _completed(read_file(path, list_headings(), place_cells), SOURCE_LIMITS)


def read_list(name: str, content: bytes, limits: Limits = SOURCE_LIMITS) -> Cells:
    """Read a list from the content of a file. Raises ClusterDataError, as `read_cells` does."""
    return _completed(read_cells(name, content, limits, list_headings(), place_cells), limits)


def _completed(cells: Cells, limits: Limits) -> Cells:
    """Return the table with the addresses of its links, a row for each numbered name, and the values of other numbered columns together."""
    return with_numbered_columns_joined(with_numbered_names_as_rows(with_link_targets(cells), limits))
