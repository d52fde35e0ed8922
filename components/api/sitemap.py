"""Sitemap for search engines: every page, and every county, focus area and cluster as a selection, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from components.content.pages.page_info import page_infos
from components.core.templating import fill_in
from components.core.urls import alternate_urls
from components.dataset.view import View
from components.exports.context import ExportContext
from data.filters import FOCUS, REGION
from data.languages import LANGUAGES
from data.selection import Selection
from data.selection_url import to_selection

MAX_URLS = 50_000  # of one sitemap, by its protocol


def sitemap(context: ExportContext) -> bytes:
    """Return the sitemap in XML; of a long list it has the first clusters."""
    pages = islice(_pages(context.view), MAX_URLS // len(LANGUAGES))
    alternates = [alternate_urls(context.base_url, path, selection) for path, selection in pages]
    return fill_in("sitemap.xml", context.view.language, alternates=alternates, languages=LANGUAGES, day=context.view.dataset.date).encode()


def _pages(view: View) -> Iterator[tuple[str, Selection]]:
    """Yield path and selection of each page: the pages as they open first, then selections of the map."""
    known = view.dataset.known
    for path in page_infos(view.dataset, view.texts):
        yield path, Selection()
    for dimension in (REGION, FOCUS):
        for code in known.of(dimension):
            yield "", to_selection({dimension.name: [code]}, known)[0]
    for cluster_id in view.dataset.row_numbers:  # in list order
        yield "", Selection(cluster=cluster_id)
