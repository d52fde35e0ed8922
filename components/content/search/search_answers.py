"""Answers to a search or a choice of a municipality that gives nothing: what may have been meant, and each part of the text by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from components.content.filters.filter_options import municipality_names
from components.content.filters.filter_texts import filter_texts
from components.content.search.named_options import NamedOption, named_options
from components.content.search.nearby_clusters import named_municipalities
from components.content.search.priority_answers import priority_answer
from components.content.search.way_on import WayOn, to_county_facts, with_count
from components.content.wording.row_words import row_words
from components.core.urls import selection_url
from components.dataset.view import View
from data.match import Match
from data.places.area import COUNTY_LENGTH, Area
from data.search.option_words import named_filter
from data.selection import Selection

MAX_COUNTIES = 3  # of which each is offered by itself
MAX_OPTIONS = 12  # of a filter that a text names as a whole; long lists may have hundreds

Changes = dict[str, Any]  # of the selection
Change = tuple[str, Changes]  # text of a link, and what it changes


def ways_on(view: View, path: str) -> list[WayOn]:
    """Return links to what the search text may have meant, and to each of its parts by itself, all with their number of clusters."""
    found = [
        *_meant_options(view),
        *_options_of_named_filter(view),
        *_other_area(view),
        *_counties_of_municipalities(view),
        *_without_exclusion(view),
        *_single_parts(view),
        *_counties_with_priority(view),
    ]
    links = {way.url: way for way in _to_named_county(view, path)}
    for text, changes in found:
        if count := _count(view, **changes):
            url = selection_url(view.selection, path, **changes)
            links.setdefault(url, WayOn(with_count(view, text, count), url))
    return list(links.values())


def _to_named_county(view: View, path: str) -> Iterator[WayOn]:
    """Yield a link to the county that the text names, alone or beside other words, if it has no cluster, or to several chosen ones."""
    chosen = view.selection.regions if len(view.selection.regions) <= MAX_COUNTIES else ()
    regions = [code for area in view.match.found.areas for code in area.regions] or (chosen if len(chosen) > 1 else ())
    if any(view.dataset.region_totals[code] for code in regions):
        return
    for code in regions:
        yield from to_county_facts(view, [code], path)


def _meant_options(view: View) -> Iterator[Change]:
    """Yield the options of filters that the search text names: beside its other words, or alone where that gives nothing.

    Some give the same clusters, such as focus area and ecosystem "Turism". Then only the first is offered.
    """
    given = set[bytes]()
    for option in named_options(view.dataset, view.match.found):
        text, changes = _with_option(view, option)
        clusters = _match(view, **changes).mask.tobytes()
        if clusters not in given:
            yield text, changes
        given.add(clusters)


def _with_option(view: View, option: NamedOption) -> Change:
    """Return the choice of an option beside the other words of the search text, or alone where both together give nothing."""
    texts, rest = filter_texts(option.dimension), view.dataset.index.search.find(option.rest)
    name = f"{texts.legend(view.dataset, view.texts)}: {texts.names(view.dataset, view.texts)[option.code]}"
    words = " ".join(rest.other_words) if option.rest else ""
    chosen: Changes = {option.dimension.field: (option.code,)}
    changes = {**_changes(view, rest.areas, words), **chosen}
    if not _count(view, **changes):
        return name, {"text": view.match.found.with_exclusion(""), **chosen}
    names = [name, *(area.name for area in rest.areas), *([_quoted(view, words)] if words else [])]
    return ", ".join(names), changes


def _options_of_named_filter(view: View) -> Iterator[Change]:
    """Yield the options of the filter that the search text names as a whole: "märkning" names the three labels."""
    words = view.match.found.other_words
    dimension = named_filter(words[0]) if len(words) == 1 else None
    if not dimension or not view.dataset.index.is_used(dimension):
        return
    texts = filter_texts(dimension)
    for code, name in islice(texts.options(view.dataset, view.texts).items(), MAX_OPTIONS):
        changes: Changes = {**_changes(view, view.match.found.areas, ""), dimension.field: (code,)}
        yield f"{texts.legend(view.dataset, view.texts)}: {name}", changes


def _changes(view: View, areas: Sequence[Area], words: str) -> Changes:
    """Return the changes that choose an area in place of the other ones, and search for words; several areas are searched for too.

    What the search text leaves out stays left out.
    """
    kept = view.match.found.with_exclusion
    if len(areas) != 1:
        return {"text": kept(" ".join([*(area.name for area in areas), *filter(None, [words])]))}
    changed = view.selection.in_area(areas[0], view.dataset.known)
    return {"text": kept(words), "regions": changed.regions, "municipalities": changed.municipalities}


def _quoted(view: View, words: str) -> str:
    return view.texts.gettext("“%s”") % words


def _other_area(view: View) -> Iterator[Change]:
    """Yield the area that the search text names, where another area is chosen too."""
    if area := view.match.found.area:
        yield area.name, _changes(view, [area], "")


def _counties_of_municipalities(view: View) -> Iterator[Change]:
    """Yield each county of the municipalities that were chosen or searched for: with the other words of the text, and without them."""
    words, kept = " ".join(view.match.found.other_words), view.match.found.with_exclusion
    for county in dict.fromkeys(code[:COUNTY_LENGTH] for code in named_municipalities(view)):
        name, place = view.wording.counties[county], {"regions": (county,), "municipalities": ()}
        if words:
            yield f"{name}, {_quoted(view, words)}", {**place, "text": kept(words)}
        yield name, {**place, "text": kept("")}


def _without_exclusion(view: View) -> Iterator[Change]:
    """Yield the search text without what it leaves out."""
    if view.match.found.exclusion and (kept := view.match.found.exclusion.kept.rstrip(",;:")):
        yield view.texts.gettext("Search only for “%s”") % kept, {"text": kept}


def _single_parts(view: View) -> Iterator[Change]:
    """Yield the words of a search text that has several, together and each alone, and its areas. Words beside an area are in all Sweden."""
    words, areas = view.match.found.other_words, view.match.found.areas
    if len(words) + len(areas) < 2:  # noqa: PLR2004 - the whole text
        return
    text = view.texts.gettext("“%s” in all of Sweden") if areas else view.texts.gettext("Search only for “%s”")
    everywhere: Changes = {"regions": (), "municipalities": ()} if areas else {}
    for each in dict.fromkeys([*([" ".join(words)] if areas and words else []), *words]):
        yield text % each, {"text": each, **everywhere}
    for area in areas:
        is_found_by_name = view.dataset.areas.find(area.name) == area  # not Stockholm's municipality
        changes = {"text": area.name} if is_found_by_name else _changes(view, [area], "")
        yield _full_name(view, area), changes


def _full_name(view: View, area: Area) -> str:
    """Return the name of an area as chips have it: "Jämtland County"."""
    if area.municipality:
        return municipality_names(view.dataset, view.texts)[area.municipality]
    return view.wording.counties[area.regions[0]] if len(area.regions) == 1 else area.name


def _counties_with_priority(view: View) -> Iterator[Change]:
    """Yield the counties with the priority that the search text names: by the filter of its theme, if it names one."""
    if answer := priority_answer(view):
        rows = row_words(view.dataset, view.texts).headings
        text = view.texts.gettext("%(rows)s in counties with this priority") % {"rows": rows}
        chosen: Changes = {"themes": (answer.theme,), "regions": ()} if answer.theme else {"regions": answer.regions}
        yield text, {"text": view.match.found.with_exclusion(""), "municipalities": (), **chosen}


def _count(view: View, **changes: Any) -> int:
    return _match(view, **changes).count


def _match(view: View, **changes: Any) -> Match:
    selection: Selection = replace(view.selection, **changes)
    return view.dataset.match(selection)
