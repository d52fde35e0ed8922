"""Summary of the selection: numbers, files and sharing."""

from __future__ import annotations

from components.content.bibliography import references
from components.content.selection_numbers import selection_numbers
from components.core.settings import settings
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS

PROMINENT_FILES = 2  # formats that have a button; all are in the list below


def summary_html(view: View, url: str) -> str:
    """Return the numbers of clusters, counties and focus areas, each of all, files and sharing.

    `url` is the page's, for the references; the script writes the one that the browser shows, unless the operator has named a public URL.
    """
    count = view.match.count
    files = [fmt for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS) if count and fmt.allows(count)]
    return to_html(
        "summary",
        view.language,
        numbers=list(selection_numbers(view).items()),
        files=[{"url": view.file_url(fmt.path), "name": fmt.name(view.texts)} for fmt in files],
        picture_url=view.file_url(PICTURE_FORMATS[0].path) if files else "",
        prominent=PROMINENT_FILES,
        is_upload=view.dataset.origin.is_upload,
        is_public=bool(settings().public_url),
        references=references(view),
        url=url,
    )
