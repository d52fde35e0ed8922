"""Ways on: links to other results, each with its number of clusters, where a search or a selection gives none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.content.wording.row_words import counted_rows, row_words
from components.core.urls import selection_url
from components.dataset.view import View


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
class PlaceAnswer:
    """Sentences and links of a page about a place that was searched for, and that no filter has.

    Attributes:
        text: Sentences on the place.
        ways: Links to areas that filters have: with the other words of the search text if clusters there match them, or else without.
    """

    text: str
    ways: tuple[WayOn, ...] = ()


def to_county_facts(view: View, regions: Sequence[str], path: str) -> Iterator[WayOn]:
    """Yield a link to the only one of these counties: its facts say what is near. Pages without the map have none."""
    if not path and len(regions) == 1:
        text = view.texts.gettext("%(county)s: facts, and nearest %(rows)s")
        values = {"county": view.wording.counties[regions[0]], "rows": row_words(view.dataset, view.texts).many}
        yield WayOn(text % values, selection_url(view.selection, text="", regions=tuple(regions), municipalities=()))


def with_count(view: View, text: str, count: int) -> str:
    """Return the text of a link with what it gives, such as "Skåne (gives 2 clusters)"."""
    return view.texts.gettext("%(what)s (gives %(rows)s)") % {"what": text, "rows": counted_rows(view.dataset, count, view.texts)}
