"""Legend of a picture: its entries for the colours of the counties and for the symbols of the clusters."""

from __future__ import annotations

from components.content.maps.map_classes import legend_classes
from components.content.maps.size_column import size_text
from components.content.wording.row_words import row_words
from components.dataset.view import View
from components.exports.picture_column import Entry
from components.exports.picture_map import NOT_CHOSEN, PictureMap
from data.filters import REGION


def county_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries for the colours of the counties, of those that occur."""
    kinds = {placed.kind(region) for region in placed.regions}
    classes = legend_classes(view.match.shown_counts(REGION).values(), view.dataset, view.texts)
    entries = [Entry(f"level-{each.index}", each.label) for each in classes if f"level-{each.index}" in kinds]
    return [*entries, *([Entry(NOT_CHOSEN, view.texts.gettext("County not chosen"))] if NOT_CHOSEN in kinds else [])]


def symbol_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries for the symbols inside the map, of those that occur."""
    _, words = view.texts.gettext, row_words(view.dataset, view.texts)
    shown = [symbol for symbol in placed.symbols if placed.drawing.holds(symbol.x, symbol.y)]
    others = [symbol for symbol in shown if not symbol.is_open]
    number = size_text(view) or _("Number of %(rows)s: a larger circle means more") % {"rows": words.many}
    approximate = _("%(row)s, somewhere in its county") % {"row": words.heading}
    entries = [
        (Entry("opened", view.open_cluster), any(symbol.is_open for symbol in shown)),
        (Entry("cluster", words.heading), any(symbol.is_named and not symbol.is_approximate for symbol in others)),
        (Entry("approximate", approximate), any(symbol.is_approximate for symbol in others)),
        (Entry("several", number), any(symbol.is_named and (symbol.number or view.selection.size) for symbol in shown)),
        (Entry("circle", number), any(not symbol.is_named for symbol in shown)),
    ]
    return [entry for entry, is_there in entries if is_there]
