"""Page shown for a list of the visitor's own that the server does not have: no other list is shown instead.

The browser may have kept the list: then the script sends it again (`frontend/page/own_list.js`).
"""

from __future__ import annotations

from collections.abc import Mapping

from components.content.pages.upload_report import upload_report
from components.core.templating import to_html
from components.core.urls import UPLOAD_PATH, selection_url
from components.dataset.upload_reader import UploadResult
from components.dataset.view import View
from components.document.unavailable import EMPTY_PARTS
from components.widgets.footer import sender_html
from components.widgets.header import header_html
from data.selection import Selection

ABOUT_THE_SITE = ("accessibility", "cookies")  # pages that show no list


def needs_list(path: str) -> bool:
    """Return whether the page at `path` shows a list."""
    return path not in (UPLOAD_PATH, *ABOUT_THE_SITE)


def missing_list_parts(view: View, path: str, result: UploadResult | None = None) -> Mapping[str, str]:
    """Return the parts of the page at `path`: an explanation, and the ways on. `result` is the result of the visitor's last upload."""
    public = Selection(language=view.selection.language)
    results = to_html(
        "missing_list",
        view.language,
        upload_url=selection_url(view.selection, UPLOAD_PATH),
        public_url=selection_url(public),
        report=to_html("upload_report", view.language, map="", **upload_report(result, view.texts)) if result else "",
    )
    footer = sender_html(view.texts)
    return EMPTY_PARTS | {"header": header_html(view, path, view.selection), "results": results, "footer": footer}
