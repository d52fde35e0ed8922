"""Empty state, where no cluster matches: the nearest clusters, other meanings of the search text, and filters to remove."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from components.content.filters.filter_texts import filter_texts
from components.content.search.nearby_clusters import nearby
from components.content.search.place_answers import place_answer
from components.content.search.priority_answers import priority_note
from components.content.search.search_answers import ways_on
from components.content.search.way_on import with_count
from components.content.wording.row_words import row_words
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import DIMENSIONS, REGION
from data.match import TEXT, Filter
from data.search.place_relations import is_near

POSTAL_CODE = re.compile(r"\b\d{3} ?\d{2}\b")


def empty_state_html(view: View, path: str = "") -> str:
    """Return answers to the search, and a link, to the page at `path`, for each filter whose removal gives clusters."""
    place = None if path else place_answer(view, path)  # on other pages it is below the sentence
    near, priorities, ways = nearby(view), priority_note(view), [*(place.ways if place else ()), *ways_on(view, path)]
    return to_html(
        "empty_state",
        view.language,
        words=row_words(view.dataset, view.texts),
        place=place,
        nearby=near,
        priorities=priorities,
        hint=_hint(view, is_answered=bool(place or near or priorities or ways)),
        ways_on=ways,
        ways_out=list(_ways_out(view, path)),
        all_url=selection_url(view.selection.with_empty_filters(), path),
    )


def _hint(view: View, *, is_answered: bool) -> str:
    """Return what to do about a postal code, which most lists do not have, about "near me", and about other texts without answer."""
    if POSTAL_CODE.search(view.selection.text):
        return view.texts.gettext("Search for the town instead of the postal code.")
    if is_near(view.selection.text) and not is_answered:
        return view.texts.gettext("Add the name of a town, as in “near Umeå”.")
    return "" if is_answered or not view.selection.text else view.texts.gettext("Check the spelling, or try another word.")


def _ways_out(view: View, path: str) -> Iterator[dict[str, str]]:
    """Yield key, text and URL for each filter in use whose removal gives clusters."""
    whole = view.selection.with_empty_filters()
    for key, removal, used_filter, changes in _removals(view):
        is_whole = replace(view.selection, **changes).to_filters() == whole.to_filters()  # "Show all clusters" says that better
        if not is_whole and (count := view.match.count_without(used_filter)):
            yield {"key": key, "text": with_count(view, removal, count), "url": selection_url(view.selection, path, **changes)}


def _removals(view: View) -> Iterator[tuple[str, str, Filter, dict[str, Any]]]:
    """Yield key, text, filter and changed field for each filter in use; the county last, which visitors give up last."""
    if view.selection.text:
        yield TEXT, view.texts.gettext("Remove the search words"), TEXT, {"text": ""}
    for dimension in (*(other for other in DIMENSIONS if other is not REGION), REGION):
        if codes := view.selection.codes(dimension):
            yield dimension.name, filter_texts(dimension).removal(len(codes), view.texts), dimension, {dimension.field: ()}
