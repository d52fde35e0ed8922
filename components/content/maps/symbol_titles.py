"""Titles of the symbols on the SVG map: a cluster with its facts, the names of several, or a number with the name of the place."""

from __future__ import annotations

from components.content.profiles.label_and_status import label_and_status_line
from components.content.profiles.position_texts import position_line
from components.content.wording.row_words import counted_rows
from components.content.wording.status_texts import name_with_present
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from geo.symbol_groups import SymbolGroup

MAX_NAMED = 8  # clusters whose names stand in the title of a symbol


def title_lines(view: View, group: SymbolGroup) -> list[str]:
    """Return a heading and further lines about a group."""
    texts, dataset = view.texts, view.dataset
    if len(group.rows) == 1:
        return cluster_lines(view, group.rows[0])
    if not group.rows:
        return [location_title(dataset, group.location, group.count, texts)]
    clusters = dataset.clusters.iloc[list(group.rows)]
    names = [name_with_present(each, texts) for each in zip(clusters["name"], clusters["present_name"], strict=True)]
    return [counted_rows(dataset, group.count, texts), *names[:MAX_NAMED], *(["…"] if len(names) > MAX_NAMED else [])]


def cluster_lines(view: View, row: int) -> list[str]:
    """Return the name of the cluster in this row of the list, its position, and its label and status, as far as they are known."""
    dataset, texts = view.dataset, view.texts
    cluster = dataset.clusters.iloc[row]
    lines = (
        name_with_present((cluster["name"], cluster["present_name"]), texts),
        position_line(cluster["place"], cluster["town"], cluster["inferred"], texts),
        label_and_status_line(dataset, cluster, texts),
    )
    return [line for line in lines if line]


def location_title(dataset: Dataset, code: str, count: int, texts: Texts) -> str:
    """Return the title of a symbol for many clusters, such as "Lund: 12 clusters"; `code` is the SCB code of the municipality or county."""
    return f"{location_name(dataset, texts, code)}: {counted_rows(dataset, count, texts)}"


def location_name(dataset: Dataset, texts: Texts, code: str) -> str:
    """Return the name of a municipality or county, by its SCB code."""
    return dataset.wording[texts.language].counties.get(code) or dataset.locations.names[code]
