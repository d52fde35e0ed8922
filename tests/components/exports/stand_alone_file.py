"""Stand-alone maps of lists that a test makes, and the parts of such a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from components.dataset.build import build_dataset
from components.dataset.dataset import Dataset
from components.dataset.origin import Origin
from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.metadata import file_metadata
from components.exports.stand_alone_map import to_stand_alone_map
from data.files.limits import UPLOAD_LIMITS
from data.list_files import read_list
from data.lists import to_tables

Rows = Sequence[Sequence[str]]


def uploaded(heading: Sequence[str], rows: Rows, name: str = "Våra medlemmar.csv") -> Dataset:
    """Return the dataset of a visitor's own list."""
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([heading, *rows])
    cells = read_list(name, file.getvalue().encode(), UPLOAD_LIMITS)
    return build_dataset(Origin(name, upload_token="secret", day="2026-11-27"), to_tables(cells, keeps_columns=True))  # noqa: S106 - of a test


def stand_alone_map(view: View, base_url: str = "", path: str = "") -> str:
    """Return the file of a view; with `path` its metadata has URLs."""
    context = ExportContext(view, base_url)
    return to_stand_alone_map(context, file_metadata(context, path)).decode()


def element_text(html: str, start: str, end: str) -> str:
    """Return the text between the only `start` and the next `end`."""
    _, found, rest = html.partition(start)
    assert found and start not in rest
    return rest.partition(end)[0]


def data_of(html: str) -> Any:
    """Return the data that the script reads."""
    return json.loads(element_text(html, '<script type="application/json" id="data">', "</script>"))


def names_in(html: str) -> list[str]:
    """Return the names of the rows, as the script reads them."""
    data = data_of(html)
    return [data["strings"][name] for _id, _website, name, *_ in data["rows"]]
