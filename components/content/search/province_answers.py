"""Answer to a search for a province (landskap): the counties in which it lies, as a filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from components.content.search.way_on import PlaceAnswer, WayOn, to_county_facts, with_count
from components.content.wording.name_lists import join_names
from components.content.wording.row_words import row_words
from components.core.urls import selection_url
from components.dataset.view import View
from data.places.provinces import Province, find_province, nearly_province
from data.selection import Selection


def province_answer(view: View, path: str) -> PlaceAnswer | None:
    """Return the answer to a search text that names a province which is no county or municipality too; None for any other text."""
    words = view.match.found.other_words
    named = next(((word, province) for word in words if (province := _named_by(view, word))), None)
    if not named:
        return None
    typed, province = named
    text = view.texts.gettext("%(province)s is a province and not a county. It lies mainly in %(counties)s.")
    text %= {"province": province.name, "counties": join_names([view.wording.counties[code] for code in province.regions], view.texts)}
    others = view.match.found.with_exclusion(" ".join(word for word in words if word != typed))
    return PlaceAnswer(text, tuple(_ways(view, province, others, path)))


def _named_by(view: View, word: str) -> Province | None:
    found = view.match.found
    if province := find_province(found.corrections.get(word, word)):
        return province
    is_misspelt = word in found.missing and not view.dataset.index.search.is_known(word)
    return nearly_province(word) if is_misspelt else None


def _ways(view: View, province: Province, words: str, path: str) -> Iterator[WayOn]:
    rows = {"rows": row_words(view.dataset, view.texts).headings}
    place = view.texts.ngettext("%(rows)s in that county", "%(rows)s in those counties", len(province.regions)) % rows
    quoted = view.texts.gettext("“%s”") % words
    for text, kept in dict.fromkeys([(f"{place}, {quoted}" if words else place, words), (place, "")]):
        selection = in_province(view, province, kept)
        if count := view.dataset.match(selection).count:
            yield WayOn(with_count(view, text, count), selection_url(selection, path))
            return
    yield from to_county_facts(view, province.regions, path)


def in_province(view: View, province: Province, words: str = "") -> Selection:
    """Return the selection with the counties of a province in place of all other areas, and with these search words."""
    regions = tuple(code for code in view.dataset.known.regions if code in province.regions)
    changes: dict[str, Any] = {"text": words, "regions": regions, "municipalities": ()}
    return replace(view.selection, **changes)
