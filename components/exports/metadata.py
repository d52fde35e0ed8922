"""Metadata inside the exported files: title, selection, source, date, licence and urls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.content.attribution import attribution
from components.content.selection_summary import selection_sentence
from components.exports.context import ExportContext


def file_metadata(context: ExportContext, path: str = "", *, of: str = "") -> dict[str, Any]:
    """Return the metadata in the requested language.

    `path` is the path and query of the file below the base url, "" for a file without a url; `of` is the id of the cluster
    where the file holds a single one.
    """
    _ = context.view.texts.gettext
    viewed = replace(context.view.selection, cluster=of) if of else context.view.selection
    name = context.view.dataset.clusters["name"].iloc[context.view.dataset.row_numbers[of]] if of else ""
    source_texts = attribution(context.view.dataset, context.view.texts)
    metadata = {
        "title": _("Business clusters in Sweden, from Klusterkartan"),
        "selection": _("The cluster %s.") % name if of else selection_sentence(context.view),
        "query": context.view.selection.to_query(),
        "source": source_texts.source,
        "date": context.view.dataset.date,
        "licence": source_texts.licence,
        "licence_address": source_texts.licence_page,
    }
    if not path:
        return metadata
    return metadata | {
        "view": context.base_url + viewed.to_query_string(),
        "address": f"{context.base_url}{path}",
        "description": f"{context.base_url}datapackage.json{context.view.selection.to_query_string()}",
    }
