"""Canonical selection of a page: of all URLs that show the same, the one that search engines should keep."""

from __future__ import annotations

from dataclasses import replace

from components.content.pages.page_info import PageInfo
from components.dataset.view import View
from data.selection import Selection


def canonical_selection(info: PageInfo, view: View) -> Selection:
    """Return the part of the view's selection on which the content of the page depends.

    On the map that is the open cluster alone, else the filters and the page of the table. Pages that do not show the selection have the
    language only.
    """
    selection = view.selection
    if info.has_map:
        if selection.cluster:
            return replace(selection.without_filters(), cluster=selection.cluster)
        return replace(selection, sort="")
    return replace(selection.without_order(), cluster="") if info.shows_selection else selection.without_filters()


def is_indexed(info: PageInfo, view: View) -> bool:
    """Return whether search engines should list the page and follow its links: pages, profiles, and counties or focus areas one at a time.

    Links lead to every combination of filters, far more than there is to find. A search is left out too: anybody can put any text into its
    URL.
    """
    canonical = canonical_selection(info, view)
    has_result = view.match.count > 0 or not canonical.is_filtered
    return has_result and not view.selection.text and not view.selection.sort and sum(map(len, canonical.chosen.values())) <= 1
