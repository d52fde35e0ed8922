"""What every file says of itself: what it holds, from where, of which day, under which licence, and where to see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.api.asking import Asked
from components.listing import list_words
from components.sentence import selection_sentence


def about(asked: Asked, path: str = "", *, of: str = "") -> dict[str, Any]:
    """Return the members in the language asked for.

    `path` is that of the file below the app's address, with its query, "" for a file without an address; `of` the id of the one
    cluster that a file is about.
    """
    _ = asked.texts.gettext
    seen = replace(asked.selection, cluster=of) if of else asked.selection
    name = asked.catalogue.clusters["name"].iloc[asked.catalogue.rows[of]] if of else ""
    words = list_words(asked.catalogue, asked.texts)
    told = {
        "title": _("Business clusters in Sweden, from Klusterkartan"),
        "selection": _("The cluster %s.") % name if of else selection_sentence(asked.catalogue, asked.match, asked.texts),
        "query": asked.selection.to_query(),
        "source": words.source,
        "date": asked.catalogue.date,
        "licence": words.licence,
        "licence_address": words.licence_page,
    }
    if not path:
        return told
    return told | {
        "view": asked.base + seen.to_query_string(),
        "address": f"{asked.base}{path}",
        "description": f"{asked.base}datapackage.json{asked.selection.to_query_string()}",
    }
