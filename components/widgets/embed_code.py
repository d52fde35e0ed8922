"""Code that embeds the map or the list of a selection in articles and intranets, to be copied from the map page."""

from __future__ import annotations

from typing import Any

from components.content.filters.selection_summary import selection_sentence
from components.core.embedding import EMBEDS, Embed, embed_url
from components.core.settings import settings
from components.core.templating import to_html
from components.dataset.view import View
from data.table_order import ROWS_PER_PAGE

MAP_HEIGHT_PX = 640
LIST_EDGES_PX, LIST_ROW_PX, MAX_LIST_HEIGHT_PX = 190, 62, 640  # of heading and source line; of a row in the column of an article


def embed_code_html(view: View, url: str) -> str:
    """Return the code of both frames; "" for an upload, which is private, and with EMBEDDING=off.

    `url` is the page's. Where it is "" the script writes the codes (`frontend/page/embed_code.js`), so that nothing of them depends on the
    selection and they are not sent with each change. The style sheet shows them while Share is open.
    """
    if view.dataset.origin.is_upload or not settings().embedding_is_on:
        return ""
    frames = [_frame(view, embed, url.partition("?")[0]) for embed in EMBEDS]
    return to_html("embed_code", view.language, base=settings().public_url, frames=frames)


def _frame(view: View, embed: Embed, base: str) -> dict[str, Any]:
    """Return name, title and code of a frame; its URL names the language, so that the frame has the language of the text around it."""
    _ = view.texts.gettext
    name, title = {"map": (_("Map"), _("Map – %s")), "list": (_("List"), _("List – %s"))}[embed]
    code = to_html(
        "embed_frame",
        view.language,
        url=embed_url(embed, view.selection, base, language=view.language) if base else "",
        title=title % selection_sentence(view) if base else "",
        height=_height_px(embed, min(view.match.count, ROWS_PER_PAGE)) if base else MAP_HEIGHT_PX,
    )
    sizes = f"{LIST_EDGES_PX} {LIST_ROW_PX} {MAX_LIST_HEIGHT_PX}" if embed == "list" else ""
    return {"embed": embed, "name": name, "title": title, "sizes": sizes, "code": code}


def _height_px(embed: Embed, rows: int) -> int:
    """Return the height of a frame: fixed for a map, by its rows for a list, which scrolls beyond the highest."""
    return MAP_HEIGHT_PX if embed == "map" else min(MAX_LIST_HEIGHT_PX, LIST_EDGES_PX + rows * LIST_ROW_PX)
