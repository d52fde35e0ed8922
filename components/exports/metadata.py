"""What every file says of itself: what it holds, from where, of which day, under which licence, and where to see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.content.attribution import attribution
from components.content.selection_summary import selection_sentence
from components.exports.context import ExportContext


def file_metadata(context: ExportContext, path: str = "", *, of: str = "") -> dict[str, Any]:
    """Return the members in the language asked for.

    `path` is that of the file below the app's address, with its query, "" for a file without an address; `of` the id of the one
    cluster that a file is about.
    """
    _ = context.view.texts.gettext
    seen = replace(context.view.selection, cluster=of) if of else context.view.selection
    name = context.view.dataset.clusters["name"].iloc[context.view.dataset.row_numbers[of]] if of else ""
    words = attribution(context.view.dataset, context.view.texts)
    told = {
        "title": _("Business clusters in Sweden, from Klusterkartan"),
        "selection": _("The cluster %s.") % name if of else selection_sentence(context.view),
        "query": context.view.selection.to_query(),
        "source": words.source,
        "date": context.view.dataset.date,
        "licence": words.licence,
        "licence_address": words.licence_page,
    }
    if not path:
        return told
    return told | {
        "view": context.base_url + seen.to_query_string(),
        "address": f"{context.base_url}{path}",
        "description": f"{context.base_url}datapackage.json{context.view.selection.to_query_string()}",
    }
