"""Sentence of the selection, and chips that show its choices and take them away."""

from __future__ import annotations

from typing import Any

from components.content.filter_texts import filter_names
from components.content.selection_summary import selection_sentence
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import DIMENSIONS
from data.match import TEXT


def sentence_html(view: View, path: str) -> str:
    """Return the sentence and, if a filter is in use, the chips. Their links lead to the page at `path`, the one that is shown."""
    return to_html(
        "sentence",
        view.language,
        sentence=selection_sentence(view),
        chips=_chips(view, path),
        clear_url=selection_url(view.selection.with_empty_filters(), path),
    )


def _chips(view: View, path: str) -> list[dict[str, str]]:
    """Return a chip for the search text and for each chosen code: key, code, name and the URL without it."""
    names, selection = filter_names(view.dataset, view.texts), view.selection
    chips = [{"key": TEXT, "code": "", "name": view.texts.gettext("“%s”") % selection.text, "url": selection_url(selection, path, text="")}]
    for dimension in DIMENSIONS:
        for code in selection.codes(dimension):
            others = tuple(other for other in selection.codes(dimension) if other != code)
            changes: dict[str, Any] = {dimension.field: others}
            url = selection_url(selection, path, **changes)
            chips.append({"key": dimension.name, "code": code, "name": names[dimension.name][code], "url": url})
    return chips if selection.text else chips[1:]
