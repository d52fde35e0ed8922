"""Canonical selection of a page: of all URLs that show the same, the one that search engines should keep."""

from __future__ import annotations

from dataclasses import replace

from components.content.page_info import PageInfo
from data.selection import Selection


def canonical_selection(info: PageInfo, selection: Selection) -> Selection:
    """Return what of the selection decides the content of the page.

    On the map that is the open cluster alone, else the filters. Pages that do not show the selection have the language only.
    """
    if not info.path and selection.cluster:
        return replace(selection.without_filters(), cluster=selection.cluster)
    return replace(selection, cluster="") if info.shows_selection else selection.without_filters()
