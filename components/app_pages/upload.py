"""Page where a visitor uploads a list: file input, report of the last upload, what a file may hold, and a template."""

from __future__ import annotations

from components.content.pages.upload_report import upload_report
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.upload_reader import UploadResult
from components.dataset.view import View
from components.exports.formats import MAP_FILE
from data.files.kinds import ARCHIVE_ENDINGS, UPLOAD_ENDINGS
from data.files.limits import UPLOAD_LIMITS
from data.selection import Selection
from data.selection_url import to_query_string


def upload_html(view: View, result: UploadResult | None = None) -> str:
    """Return the content of the page; `result` is that of the visitor's last upload."""
    texts = view.texts
    report = ""
    if result:
        map_url = selection_url(Selection(language=view.selection.language, is_own=True))
        report = to_html("upload_report", texts.language, map=map_url, **upload_report(result, texts))
    return to_html(
        "upload",
        texts.language,
        report=report,
        map_file_url=view.without_filters().file_url(MAP_FILE) if view.dataset.origin.is_upload else "",
        is_kept_shown=result is None or result.dataset is None,
        endings=",".join((*UPLOAD_ENDINGS, *ARCHIVE_ENDINGS)),
        max_bytes=UPLOAD_LIMITS.max_bytes,
        read_at=result.read_at if result else "",
        replaces=result.dataset.origin.upload_token if result and result.dataset else "",
        rows=texts.number(UPLOAD_LIMITS.max_rows),
        megabytes=UPLOAD_LIMITS.max_megabytes,
        template_url=f"api/template.csv{to_query_string(Selection(language=texts.language))}",
    )
