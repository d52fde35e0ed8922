"""Page about the data: how full each column is, how sure the facts are, where sources differ, and what is left out of the list."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.content.profiles.cluster_links import ClusterLink
from components.content.table.column_names import column_names
from components.content.wording.row_words import are_clusters, counted_rows
from components.core.i18n import Texts
from components.core.templating import to_html
from components.core.urls import selection_url
from components.core.version import VERSION
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS
from data.filters import FOCUS
from data.notes import NoteKind
from data.reading_report import ReadingReport
from geo.join import COUNTY

CSV_FORMATS = [fmt for fmt in CLUSTER_FORMATS if fmt.path.endswith(".csv")]
MAX_LISTED = 100


def data_quality_html(view: View) -> str:
    """Return the content of the page for the whole dataset; the selection changes nothing on it."""
    clusters, origin = view.dataset.clusters, view.dataset.origin
    whole_list = view.without_filters()
    return to_html(
        "data_quality",
        view.language,
        counted=counted_rows(view.dataset, len(clusters), view.texts),
        are_clusters=are_clusters(view.dataset),
        coverage=view.dataset.cached(("coverage", view.language), lambda: _coverage(view.dataset, view.texts)),
        confidence=_confidence(view.dataset, view.texts),
        conflicts=_conflicts(view),
        approximate=[
            ClusterLink(row.name, selection_url(view.selection, cluster=row.id))
            for row in clusters[clusters["place"] == COUNTY].head(MAX_LISTED).itertuples()
        ],
        has_citations=view.dataset.tables.citations["subject"].isin(view.dataset.row_numbers).any(),
        left_out=_left_out(view.dataset.tables.report, view.texts),
        report=view.dataset.tables.report,
        files=[] if origin.is_upload else [(whole_list.file_url(fmt.path), fmt.name(view.texts)) for fmt in CSV_FORMATS],
        has_own_classification=bool(origin.shipped_code) and view.match.index.is_used(FOCUS),
        version=VERSION,
    )


def _coverage(dataset: Dataset, texts: Texts) -> list[dict[str, Any]]:
    """Return name, number of known values and their share in per cent for each column in which any cluster has a value."""
    clusters = dataset.clusters.assign(description=dataset.clusters["description_sv"].combine_first(dataset.clusters["description_en"]))
    names = column_names(texts)
    filled = {column: int(clusters[column].map(_is_known).sum()) for column in names}
    return [
        {"name": name, "filled": filled[column], "share": round(100 * filled[column] / max(1, len(clusters)))}
        for column, name in names.items()
        if filled[column]
    ]


def _left_out(report: ReadingReport, texts: Texts) -> list[tuple[str, str, int]]:
    """Return heading, allowed values and number of the values that were left out of the list, but not the values: they may be private."""
    counts: dict[tuple[str, str], int] = {}
    for group in report.of_kind(NoteKind.LEFT_OUT):
        key = (group.note.column, texts.translate(group.note.text))
        counts[key] = counts.get(key, 0) + group.count
    return [(column, text, count) for (column, text), count in list(counts.items())[:MAX_LISTED]]


def _is_known(cell: Any) -> bool:
    return bool(cell) if isinstance(cell, tuple) else not pd.isna(cell)


def _confidence(dataset: Dataset, texts: Texts) -> list[tuple[str, int, str]]:
    """Return name, number of citations and meaning of each degree of confidence."""
    _ = texts.gettext
    citations = dataset.tables.citations
    counts = citations[citations["subject"].isin(set(dataset.clusters["id"]))]["confidence"].value_counts()
    meanings = {
        "stated": (_("Stated"), _("stated in the source")),
        "inferred": (_("Inferred"), _("follows from what the source says")),
        "classified": (_("Classified"), _("our own classification or wording")),
        "not_found": (_("Not found"), _("looked for but not found; shown as not known")),
    }
    return [(name, int(counts.get(code, 0)), meaning) for code, (name, meaning) in meanings.items()]


def _conflicts(view: View) -> list[dict[str, str]]:
    """Return the notes about sources that differ, each with its cluster and column."""
    dataset, names = view.dataset, column_names(view.texts)
    citations = dataset.tables.citations
    is_conflict = citations["note_en"].fillna("").str.startswith("Sources differ:") & citations["subject"].isin(dataset.row_numbers)
    return [
        {
            "cluster": dataset.clusters.iloc[dataset.row_numbers[row.subject]]["name"],
            "url": selection_url(view.selection, cluster=row.subject),
            "column": names.get(row.field, row.field),
            "note": _without_prefix(row.note_sv if view.language == "sv" else row.note_en),
        }
        for row in citations[is_conflict].itertuples()
    ]


def _without_prefix(note: str) -> str:
    """Return a note without the words before its first colon, as a sentence."""
    sentence = note.partition(":")[2].strip()
    return sentence[:1].upper() + sentence[1:]
