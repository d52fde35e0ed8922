"""What every file says of itself: what it holds, from where, of which day, under which licence, and where to see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from components.api.asking import Asked
from components.sentence import selection_sentence

Translate = Callable[[str], str]

LICENCE = "https://spdx.org/licenses/MIT.html"


def source(_: Translate) -> str:
    """Return where the list and its facts are from."""
    return _("The clusters: Tillväxtverket, S3-piloten (2018). Every other fact has a source of its own, see the cluster's own file.")


def licence(_: Translate) -> str:
    """Return what may be done with the files."""
    return _("Free to use. Our own texts and classifications are under the MIT licence; facts belong to nobody.")


def about(asked: Asked, path: str, *, of: str = "") -> dict[str, Any]:
    """Return the members in the language asked for.

    `path` is that of the file below the app's address, with its query; `of` the id of the one cluster that a file is about.
    """
    _ = asked.texts.gettext
    seen = replace(asked.selection, cluster=of) if of else asked.selection
    name = asked.catalogue.clusters["name"].iloc[asked.catalogue.rows[of]] if of else ""
    return {
        "title": _("Business clusters in Sweden, from Klusterkartan"),
        "selection": _("The cluster %s.") % name if of else selection_sentence(asked.catalogue, asked.match, asked.texts),
        "query": asked.selection.to_query(),
        "source": source(asked.texts.gettext),
        "date": asked.catalogue.date,
        "licence": licence(asked.texts.gettext),
        "licence_address": LICENCE,
        "view": asked.base + seen.to_query_string(),
        "address": f"{asked.base}{path}",
        "description": f"{asked.base}datapackage.json{asked.selection.to_query_string()}",
    }
