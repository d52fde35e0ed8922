"""Metadata of an export: title, selection, source, date, licence and URLs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.content.filters.selection_summary import selection_sentence
from components.content.pages.attribution import attribution
from components.content.wording.row_words import are_clusters, row_words, titled_row
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.exports.context import ExportContext
from data.selection_url import to_query_string


def file_metadata(context: ExportContext, path: str = "", *, cluster_id: str = "") -> dict[str, Any]:
    """Return the metadata of a file in the view's language.

    `path` is the file's path below the app's URL, with its query; "" for a file that has no URL, whose metadata has no URLs.
    `cluster_id` is the id of the only cluster in the file; "" for a file of the whole selection. Raises KeyError for an unknown id.
    """
    view = context.view
    _, dataset = view.texts.gettext, view.dataset
    name = dataset.clusters["name"].iloc[dataset.row_numbers[cluster_id]] if cluster_id else ""
    credit = attribution(dataset, view.texts)
    metadata = {
        "title": _title(dataset, view.texts),
        "selection": titled_row(dataset, name, view.texts) if cluster_id else _selection(context),
        "query": context.query,
        "source": credit.source_note,
        "date": dataset.date,
        "licence": credit.licence_note,
        "licence_address": credit.licence.url if credit.licence else "",
    }
    if not path:
        return metadata
    map_selection = replace(view.selection, cluster=cluster_id) if cluster_id else view.selection
    return metadata | {
        "view": context.base_url + to_query_string(map_selection),
        "address": f"{context.base_url}{path}",
        "description": f"{context.base_url}datapackage.json{to_query_string(view.selection)}",
    }


def _title(dataset: Dataset, texts: Texts) -> str:
    """Return the title of a file, which names the list and its rows."""
    if are_clusters(dataset):
        return texts.gettext("Clusters in %s, from Klusterkartan") % dataset.origin.name
    return texts.gettext("%(rows)s in %(list)s, from Klusterkartan") % {
        "rows": row_words(dataset, texts).headings,
        "list": dataset.origin.name,
    }


def _selection(context: ExportContext) -> str:
    """Return the selection in words, with the subset of it that the file has."""
    subset, texts = context.subset, context.view.texts
    if subset is None:
        return selection_sentence(context.view)
    sentences = [selection_sentence(subset.whole)]
    if subset.bbox:
        values = {"count": texts.number(subset.total), "bbox": subset.bbox}
        sentences.append(texts.gettext("With their point inside %(bbox)s (west, south, east, north): %(count)s.") % values)
    if subset.limit is not None or subset.offset:
        count = context.view.match.count
        first, last, total = map(texts.number, (subset.offset + 1, subset.offset + count, subset.total))
        if count:
            sentences.append(
                texts.gettext("This file: rows %(first)s to %(last)s of %(total)s.") % {"first": first, "last": last, "total": total}
            )
        else:
            sentences.append(
                texts.gettext("This file: none of the %(total)s rows, since it begins behind the last one.") % {"total": total}
            )
    return " ".join(sentences)
