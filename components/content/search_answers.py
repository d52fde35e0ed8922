"""Answers to a search or a choice of a municipality that gives nothing: what is near, what may have been meant, who works on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from components.content.cluster_links import NearestClusters, nearest_to_town
from components.content.filter_texts import filter_names, filter_texts
from components.content.name_lists import join_names
from components.content.row_words import are_clusters, counted_rows, row_words
from components.core.i18n import texts_in
from components.core.urls import selection_url
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.filters import DIMENSIONS, MUNICIPALITY, REGION
from data.match import TEXT
from data.search_words import is_ignored
from data.selection import LANGUAGES, Selection
from data.text import fold, fold_case
from data.word_search import WordSearch


@dataclass(frozen=True)
class WayOn:
    """A link to other results.

    Attributes:
        text: What the link shows.
        url: URL of the page with these results.
    """

    text: str
    url: str


@dataclass(frozen=True)
class Nearby:
    """Clusters near a municipality that has none.

    Attributes:
        text: Sentences on the municipality and its county.
        nearest: The nearest clusters, with their distances from the town.
    """

    text: str
    nearest: NearestClusters


def nearby(view: View) -> Nearby | None:
    """Return what is near the municipality that was chosen or searched for; None if it was none, or several."""
    code, texts = _only_municipality(view), view.texts
    if not code:
        return None
    county, others = code[:2], view.match.mask_without(MUNICIPALITY, REGION, TEXT)  # SCB's codes of municipalities begin with the county's
    count = int(np.count_nonzero(others & view.match.index.mask_of(REGION, county)))
    sentences = [_none_in(view, view.dataset.areas.of_municipality(code).name)]
    if count:
        values = {"county": view.wording.counties[county], "rows": counted_rows(view.dataset, count, texts)}
        sentences.append(texts.gettext("%(county)s has %(rows)s.") % values)
    return Nearby(" ".join(sentences), nearest_to_town(view, code, others))


def _none_in(view: View, municipality: str) -> str:
    texts = view.texts
    if are_clusters(view.dataset):
        return texts.gettext("No cluster in the municipality of %s.") % municipality
    values = {"rows": row_words(view.dataset, texts).many, "name": municipality}
    return texts.gettext("No %(rows)s in the municipality of %(name)s.") % values


def correction_note(view: View) -> str:
    """Return a sentence for each word that has no match, which says what was searched for in its place; "" without any."""
    _ = view.texts.gettext
    template = _("No match for “%(typed)s”. Shown is “%(shown)s”.") if view.match.count else _("“%(typed)s” was read as “%(shown)s”.")
    return " ".join(template % {"typed": typed, "shown": shown} for typed, shown in view.match.found.corrections.items())


def ways_on(view: View, path: str) -> list[WayOn]:
    """Return links to what the search text may have meant, and to each of its words by itself, all with their number of clusters."""
    found = [
        *_meant_options(view),
        *_other_area(view),
        *_county_of_municipality(view),
        *_single_words(view),
        *_counties_with_priority(view),
    ]
    return [WayOn(with_count(view, text, count), selection_url(view.selection, path, **changes)) for text, changes, count in found if count]


def priority_note(view: View) -> str:
    """Return a sentence on the counties that have the search text among their priorities; "" where none has."""
    counties = _priority_counties(view)
    if not counties:
        return ""
    names = join_names([view.dataset.regions[code] for code in counties], view.texts)
    note = view.texts.gettext("“%(text)s” is among the priorities for smart specialisation in %(counties)s.")
    return note % {"text": view.selection.text, "counties": names}


Change = tuple[str, dict[str, Any], int]  # text of a link, changes of the selection, number of clusters


def _meant_options(view: View) -> Iterator[Change]:
    """Yield the options of filters whose name in either language is the search text."""
    typed = fold(view.selection.text)
    names_by_language = [filter_names(view.dataset, texts_in(language)) for language in LANGUAGES]
    for dimension in DIMENSIONS:
        codes = {code for names in names_by_language for code, name in names[dimension.name].items() if fold(name) == typed}
        for code in codes if typed else ():
            changes: dict[str, Any] = {"text": "", dimension.field: (code,)}
            texts = filter_texts(dimension)
            yield (
                f"{texts.legend(view.dataset, view.texts)}: {texts.names(view.dataset, view.texts)[code]}",
                changes,
                _count(view, **changes),
            )


def _other_area(view: View) -> Iterator[Change]:
    """Yield the area that the search text names, where another area is chosen too."""
    if area := view.match.found.area:
        changed = view.selection.in_area(area, view.dataset.known)
        changes: dict[str, Any] = {"text": "", "regions": changed.regions, "municipalities": changed.municipalities}
        yield area.name, changes, _count(view, **changes)


def _county_of_municipality(view: View) -> Iterator[Change]:
    if code := _only_municipality(view):
        changes: dict[str, Any] = {"regions": (code[:2],), "municipalities": (), "text": ""}
        yield view.wording.counties[code[:2]], changes, _count(view, **changes)


def _only_municipality(view: View) -> str:
    """Return the code of the municipality that was chosen or searched for; "" if it was none, or several."""
    area, chosen = view.match.found.area, view.selection.municipalities
    codes = chosen or ((area.municipality,) if area and area.municipality else ())
    return codes[0] if len(codes) == 1 else ""


def _single_words(view: View) -> Iterator[Change]:
    words = [word for word in fold_case(view.selection.text).split() if not is_ignored(word)]
    for word in dict.fromkeys(words) if len(words) > 1 else ():
        yield view.texts.gettext("Search only for “%s”") % word, {"text": word}, _count(view, text=word)


def _counties_with_priority(view: View) -> Iterator[Change]:
    if codes := _priority_counties(view):
        changes: dict[str, Any] = {"text": "", "regions": tuple(code for code in view.dataset.known.regions if code in codes)}
        rows = row_words(view.dataset, view.texts).headings
        yield view.texts.gettext("%(rows)s in counties with this priority") % {"rows": rows}, changes, _count(view, **changes)


def _priority_counties(view: View) -> list[str]:
    """Return the codes of the counties that have all words of the search text among their priorities."""
    words = [word for word in fold_case(view.selection.text).split() if not is_ignored(word)]
    if not words or view.match.found.area:
        return []
    search = view.dataset.cached("search of priorities", lambda: _priority_search(view.dataset))
    masks = [each.mask for word in words if not (each := search.find(word)).corrections]
    if len(masks) < len(words):
        return []
    return [code for code, has_all in zip(view.dataset.region_rows.index, np.logical_and.reduce(masks), strict=True) if has_all]


def _priority_search(dataset: Dataset) -> WordSearch:
    columns = [f"{name}_{language}" for name in ("priorities", "earlier_priorities") for language in LANGUAGES]
    rows = dataset.region_rows[columns].itertuples(index=False)
    return WordSearch([[" ".join(" ".join(cell) for cell in row) for row in rows]], dataset.areas.words)


def _count(view: View, **changes: Any) -> int:
    selection: Selection = replace(view.selection, **changes)
    return view.dataset.index.match(selection).count


def with_count(view: View, text: str, count: int) -> str:
    """Return the text of a link with what it gives, such as "Skåne (gives 2 clusters)"."""
    return view.texts.gettext("%(what)s (gives %(rows)s)") % {"what": text, "rows": counted_rows(view.dataset, count, view.texts)}
