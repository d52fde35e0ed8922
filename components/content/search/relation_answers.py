"""Answers to a search for what is near a place that has clusters, or in a direction from a place."""

from __future__ import annotations

from components.content.filters.filter_texts import filter_texts
from components.content.search.nearby_clusters import nearest_outside
from components.content.search.way_on import PlaceAnswer, WayOn
from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.filters import REGION
from data.search.place_relations import direction_in, is_near


def relation_answer(view: View) -> PlaceAnswer | None:
    """Return the answer to a search text that relates to a place; None for any other text.

    What is near is named anyway where nothing is found.
    """
    found = view.match.found
    if not found.areas:
        return None
    if direction := direction_in(found.text):
        values = {"direction": direction, "filter": filter_texts(REGION).legend(view.dataset, view.texts)}
        text = view.texts.gettext("The search ignores “%(direction)s”. Choose the counties you mean in the “%(filter)s” filter.")
        return PlaceAnswer(text % values)
    nearest = nearest_outside(view) if is_near(found.text) and view.match.count else None
    if not nearest or not nearest.clusters:
        return None
    values = {"rows": row_words(view.dataset, view.texts).many, "place": found.areas[0].name}
    ways = tuple(WayOn(f"{link.name} ({link.detail})", link.url) for link in nearest.clusters)
    return PlaceAnswer(view.texts.gettext("Nearest %(rows)s outside %(place)s:") % values, ways)
