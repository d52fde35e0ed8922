"""Canonical selection of a page: of all URLs that show the same, the one that search engines should keep."""

from __future__ import annotations

from dataclasses import replace

from components.content.page_info import PageInfo
from data.selection import Selection


def canonical_selection(info: PageInfo, selection: Selection) -> Selection:
    """Return what of the selection decides the content of the page.

    On the map that is the open cluster alone, else the filters and the page of the table. Pages that do not show the selection have the
    language only.
    """
    if info.has_map:
        kept = selection.without_filters() if selection.cluster else selection
        return replace(kept, cluster=selection.cluster, sort="")
    return replace(selection.for_files(), cluster="") if info.shows_selection else selection.without_filters()
