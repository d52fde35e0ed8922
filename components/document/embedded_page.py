"""Page in a frame on another site: the map or the list of a selection as plain HTML, with its source, and nothing to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.content.pages.attribution import attribution
from components.content.pages.page_title import selection_subject
from components.core.embedding import Embed, embed_url
from components.core.i18n import NAME
from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import alternate_urls, selection_url
from components.dataset.view import View
from components.document.canonical import canonical_selection
from components.document.page_parts import PageState
from components.document.unavailable import unavailable_parts
from components.widgets.header import ignored_values_notice
from components.widgets.legend import legend_html
from components.widgets.svg_map import svg_map_html
from components.widgets.table import table_html
from data.errors import ClusterDataError
from data.languages import Language


def embedded_page_html(view: View, page: PageState, embed: Embed, base_url: str, stylesheets: Sequence[str]) -> str:
    """Return the page. `page` is the map page; `base_url` is the app's URL with a slash at its end."""
    heading = selection_subject(page.info, view)
    content = to_html(
        "embedded_view",
        view.language,
        embed=embed,
        heading=heading,
        ignored_notice=ignored_values_notice(page.ignored, view.texts),
        full_url=selection_url(view.selection),
        **_source(view),
        **(_map(view) if embed == "map" else _list(view)),
    )
    canonical = alternate_urls(base_url, page.info.path, canonical_selection(page.info, view))[view.language]
    title = f"{heading} – {NAME}"
    return to_html("embedded", view.language, title=title, canonical=canonical, stylesheets=stylesheets, content=content)


def unavailable_embedded_page_html(error: ClusterDataError, language: Language, stylesheets: Sequence[str]) -> str:
    """Return the page that stands in a frame while there is no dataset."""
    content = unavailable_parts(error, language)["results"]
    return to_html("embedded", language, title=NAME, canonical="", stylesheets=stylesheets, content=content)


def _source(view: View) -> dict[str, Any]:
    """Return the sentence on the source of the list, its licence and the operator."""
    credit = attribution(view.dataset, view.texts)
    return {
        "source": view.texts.gettext("Source: %s.") % credit.source,
        "licence": credit.licence,
        "operator": settings().operator.name,
    }


def _map(view: View) -> dict[str, Any]:
    other = {"name": view.texts.gettext("Show as a list"), "url": embed_url("list", view.selection)}
    return {"drawn_map": svg_map_html(view, is_framed=True), "legend": legend_html(view), "other": other}


def _list(view: View) -> dict[str, Any]:
    """Return the table; without clusters none, since the heading says so."""
    table = table_html(view, is_framed=True) if view.match.count else ""
    return {"table": table, "other": {"name": view.texts.gettext("Show on the map"), "url": embed_url("map", view.selection)}}
