"""Title of a page, for the browser's tab, search engines and links that are shared."""

from __future__ import annotations

from components.content.filters.selection_name import selection_name
from components.content.filters.selection_summary import selection_result
from components.content.pages.page_info import PageInfo
from components.core.i18n import NAME
from components.dataset.view import View


def page_title(info: PageInfo, view: View) -> str:
    """Return the `<title>`: the content of the page, and the name of the app."""
    return f"{page_subject(info, view)} – {NAME}"


def page_subject(info: PageInfo, view: View) -> str:
    """Return the content of the page in words.

    On the map that is the open cluster, else the selection with its result, else the heading. Other pages have their name,
    with the selection if they show it.
    """
    if not info.path:
        return _map_subject(info, view)
    selection = selection_name(view) if info.shows_selection else ""
    return f"{info.name}: {selection}" if selection else info.name


def _map_subject(info: PageInfo, view: View) -> str:
    return f"{view.open_cluster} – {view.dataset.origin.name}" if view.open_cluster else selection_subject(info, view)


def selection_subject(info: PageInfo, view: View) -> str:
    """Return the selection with its result and the name of the list; without a filter the heading of the page."""
    selection = selection_name(view)
    return f"{selection}: {selection_result(view)} – {view.dataset.origin.name}" if selection else info.heading
