"""Sentence of the selection, and chips that show its choices and take them away."""

from __future__ import annotations

from typing import Any

from components.content.filters.filter_texts import filter_names
from components.content.filters.selection_summary import selection_sentence
from components.content.search.did_you_mean import meant_filters
from components.content.search.place_answers import place_answer
from components.content.search.search_notes import correction_note, counties_without_note, exclusion_note
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import DIMENSIONS, REGION
from data.match import TEXT


def sentence_html(view: View, path: str) -> str:
    """Return the sentence and, if a filter is in use, the chips. Their links lead to the page at `path`, the one that is shown."""
    return to_html(
        "sentence",
        view.language,
        sentence=selection_sentence(view),
        notes=[note for note in (correction_note(view), exclusion_note(view), counties_without_note(view)) if note],
        meant_filters=meant_filters(view, path),
        place=place_answer(view, path) if view.match.count or path else None,  # else the empty state of the map page has it
        chips=_chips(view, path),
        clear_url=selection_url(view.selection.with_empty_filters(), path),
    )


def _chips(view: View, path: str) -> list[dict[str, str]]:
    """Return a chip for the search text and for each chosen code, or for a whole area: event, name and URL."""
    names, selection = filter_names(view.dataset, view.texts), view.selection
    quoted = view.texts.gettext("“%s”") % selection.text
    chips = [{"event": f"remove_option:{TEXT}:", "name": quoted, "url": selection_url(selection, path, text="")}]
    for dimension in DIMENSIONS:
        if dimension == REGION and (area := selection.whole_area):
            event, url = f"clear_filter:{REGION.name}", selection_url(selection, path, regions=())
            chips.append({"event": event, "name": area.name, "url": url})
            continue
        for code in selection.codes(dimension):
            others = tuple(other for other in selection.codes(dimension) if other != code)
            changes: dict[str, Any] = {dimension.field: others}
            url = selection_url(selection, path, **changes)
            event = f"remove_option:{dimension.name}:{code}"
            chips.append({"event": event, "name": names[dimension.name][code], "url": url})
    return chips if selection.text else chips[1:]
