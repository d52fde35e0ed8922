"""Suggestions for a search text: areas, provinces, filters and clusters whose names begin with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np

from components.content.filters.filter_texts import filter_texts
from components.content.search.province_answers import in_province
from components.content.wording.name_lists import join_names
from components.content.wording.row_words import row_words
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import DIMENSIONS, MUNICIPALITY, REGION
from data.match import TEXT
from data.places.area import Area
from data.places.provinces import provinces_beginning_with
from data.search.option_words import filters_beginning_with
from data.selection import Selection
from data.text import fold, fold_case

MIN_LENGTH = 2  # letters of a text that has suggestions
MIN_FILTER_WORD_LENGTH = 4  # letters of the beginning of a filter's name
MAX_PER_KIND = 3  # areas, options of one filter, clusters
MAX_SUGGESTIONS = 8
NAME_RANK = 1  # the worst rank of a cluster with a searched word, or its beginning, in its name


@dataclass(frozen=True)
class Suggestion:
    """A choice that a search text may mean.

    Attributes:
        name: Name of the area, the option of a filter, or the cluster.
        kind: What it is, in words.
        url: URL of the page with this choice in place of the text.
        count: Number of clusters that it gives, as text; "" for a cluster.
    """

    name: str
    kind: str
    url: str
    count: str = ""


def suggestions(view: View, path: str) -> list[Suggestion]:
    """Return suggestions for the search text, with links to the page at `path`: areas first, then filters, then clusters."""
    typed = fold(view.selection.text)
    if len(typed) < MIN_LENGTH:
        return []
    found = [*_areas(view, typed), *_provinces(view, typed), *_options(view, typed)]
    counted = [(view.dataset.match(selection).count, name, kind, selection_url(selection, path)) for name, kind, selection in found]
    counted.sort(key=lambda suggestion: not suggestion[0])  # what gives nothing comes last
    with_counts = [Suggestion(name, kind, url, view.texts.number(count)) for count, name, kind, url in counted]
    return [*with_counts, *_clusters(view)][:MAX_SUGGESTIONS]


Choice = tuple[str, str, Selection]  # name, kind, and the selection with it


def _areas(view: View, typed: str) -> Iterator[Choice]:
    _ = view.texts.gettext
    counts = {each: view.match.option_counts(each, TEXT, REGION, MUNICIPALITY) for each in (REGION, MUNICIPALITY)}

    def is_empty(area: Area) -> bool:
        codes = (area.municipality,) if area.municipality else area.regions
        return not any(counts[MUNICIPALITY if area.municipality else REGION][code] for code in codes)

    for area in islice(sorted(view.dataset.areas.beginning_with(typed), key=is_empty), MAX_PER_KIND):  # areas with clusters first
        kind = {0: _("Municipality"), 1: _("County")}.get(len(area.regions), _("Part of Sweden"))
        yield area.name, kind, view.selection.in_area(area, view.dataset.known)


def _provinces(view: View, typed: str) -> Iterator[Choice]:
    """Yield the provinces that are no county or municipality too, with their counties."""
    for province in provinces_beginning_with(typed):
        if not view.dataset.areas.find(province.name):
            counties = join_names([view.wording.counties[code] for code in province.regions], view.texts)
            yield province.name, view.texts.gettext("Province in %s") % counties, in_province(view, province)


def _options(view: View, typed: str) -> Iterator[Choice]:
    """Yield the options with a name that begins with the text, and all of a filter whose own name does."""
    word = fold_case(view.selection.text)
    named = filters_beginning_with(word) if len(word) >= MIN_FILTER_WORD_LENGTH else []
    for dimension in DIMENSIONS:
        if dimension in (REGION, MUNICIPALITY) or not view.dataset.index.is_used(dimension):
            continue
        texts = filter_texts(dimension)
        options = texts.options(view.dataset, view.texts).items()
        is_named = dimension in named
        matching = ((code, name) for code, name in options if is_named or any(word.startswith(typed) for word in _beginnings(name)))
        for code, name in islice(matching, MAX_SUGGESTIONS if is_named else MAX_PER_KIND):
            changes: dict[str, Any] = {"text": "", dimension.field: (code,)}
            yield name, texts.legend(view.dataset, view.texts), replace(view.selection, **changes)


def _beginnings(name: str) -> list[str]:
    """Return the name without accents, from each of its words on."""
    words = fold(name).split()
    return [" ".join(words[start:]) for start in range(len(words))]


def _clusters(view: View) -> Iterator[Suggestion]:
    if not view.match.found.words:  # a text without words that count, which every cluster matches
        return
    ranks = view.match.found.ranks
    named, found = np.flatnonzero(ranks <= NAME_RANK)[:MAX_PER_KIND], np.flatnonzero(view.match.found.mask)
    rows = found if not len(named) and len(found) <= MAX_PER_KIND else named  # a few are offered by any of their texts
    ids, names = (view.dataset.clusters[column].iloc[rows] for column in ("id", "name"))
    for cluster_id, name in zip(ids, names, strict=True):
        yield Suggestion(name, row_words(view.dataset, view.texts).heading, selection_url(view.selection, text="", cluster=cluster_id))
