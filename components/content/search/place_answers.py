"""Answers to a search for a place that no filter has: a province, an informal area, a part of a county, a former one, a place abroad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from components.content.filters.filter_options import municipality_names
from components.content.filters.filter_texts import filter_texts
from components.content.search.province_answers import province_answer
from components.content.search.relation_answers import relation_answer
from components.content.search.way_on import PlaceAnswer, WayOn, with_count
from components.content.wording.row_words import row_words
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import REGION
from data.places.area import COUNTY_LENGTH, Area
from data.places.county_names import FormerCounty
from data.search.foreign_places import find_foreign_place
from data.search.informal_areas import (
    InformalArea,
    find_divided_area,
    find_ended_county,
    find_informal_area,
    nearly_informal_area,
)
from data.text import fold_case


def place_answer(view: View, path: str) -> PlaceAnswer | None:
    """Return the answer to a search text that names a place which no filter has, or relates to a place; None for any other text."""
    if province := province_answer(view, path):
        return province
    answers = (_answer_to(view, word, path) for word in _words(view))
    return next((answer for answer in answers if answer), None) or relation_answer(view)


def _answer_to(view: View, word: str, path: str) -> PlaceAnswer | None:
    """Return the answer to one word of the search text, or to a name of several words."""
    if area := _named_by(view, word):
        similar = [found for code in area.area_codes if (found := view.dataset.areas.find(code))]
        ways = _ways(view, word, [(_kind_and_name(each), each) for each in similar], path)
        return PlaceAnswer(_not_administrative(view, area.name(view.language)), tuple(ways))
    if word in view.match.found.missing and (abroad := find_foreign_place(word)):
        return PlaceAnswer(_abroad(view, abroad.name(view.language)))
    if former := find_ended_county(word):
        return _ended_county_answer(view, word, former, path)
    if centre := view.dataset.areas.find_centre(word):
        name = view.texts.gettext("The area around %s") % centre.name
        return PlaceAnswer(_not_administrative(view, name), tuple(_ways(view, word, _around(view, centre), path)))
    if whole := find_divided_area(word, view.dataset.areas):
        return PlaceAnswer(_not_administrative(view, _title(word, whole)), tuple(_ways(view, word, [(whole.name, whole)], path)))
    return None


def _not_administrative(view: View, name: str) -> str:
    values = {"area": name, "filter": filter_texts(REGION).legend(view.dataset, view.texts)}
    text = view.texts.gettext("%(area)s is not an administrative area. Choose the counties you mean in the “%(filter)s” filter.")
    return text % values


def _abroad(view: View, name: str) -> str:
    values = {"place": name, "rows": row_words(view.dataset, view.texts).many}
    return view.texts.gettext("%(place)s is outside Sweden. The map only shows %(rows)s in Sweden.") % values


def _kind_and_name(area: Area) -> str:
    return f"NUTS 2: {area.name}" if len(area.regions) > 1 else area.name


def _around(view: View, centre: Area) -> list[tuple[str, Area]]:
    """Return the municipality itself and its county, with their names."""
    county, names = centre.municipality[:COUNTY_LENGTH], municipality_names(view.dataset, view.texts)
    return [(names[centre.municipality], centre), (view.wording.counties[county], Area(view.dataset.regions[county], (county,)))]


def _title(word: str, whole: Area) -> str:
    """Return the name of a part of an area as a sentence begins with it: "Nordvästra Skåne"."""
    return f"{word.split(maxsplit=1)[0].capitalize()} {whole.name}"


def _ended_county_answer(view: View, typed: str, former: FormerCounty, path: str) -> PlaceAnswer:
    county = view.wording.counties[former.code]
    values = {"former": former.name, "county": county, "year": former.year}
    text = view.texts.gettext("%(former)s has been part of %(county)s since %(year)s.") % values
    return PlaceAnswer(text, tuple(_ways(view, typed, [(county, Area(former.name, (former.code,)))], path)))


def _words(view: View) -> list[str]:
    """Return the words of the search text that name no area, and what it leaves out."""
    found = view.match.found
    return [*found.other_words, *(map(fold_case, found.exclusion.texts) if found.exclusion else ())]


def _named_by(view: View, word: str) -> InformalArea | None:
    if area := find_informal_area(word):
        return area
    is_misspelt = word in view.match.found.missing and not view.dataset.index.search.is_known(word)
    return nearly_informal_area(word) if is_misspelt else None


def _ways(view: View, typed: str, areas: Sequence[tuple[str, Area]], path: str) -> Iterator[WayOn]:
    """Yield a link to each of these areas: with the other words of the text if clusters there match them, or else without."""
    words = " ".join(word for word in view.match.found.other_words if word != typed)
    for name, area in areas:
        chosen = view.selection.in_area(area, view.dataset.known)
        with_words = replace(chosen, text=view.match.found.with_exclusion(words))
        named = f"{name}, {view.texts.gettext('“%s”') % words}" if words else name
        for text, selection in ((named, with_words), (name, chosen)):
            if count := view.dataset.match(selection).count:
                yield WayOn(with_count(view, text, count), selection_url(selection, path))
                break
