"""Summary of the selection: numbers, files and sharing."""

from __future__ import annotations

from components.content.filters.selection_numbers import selection_numbers
from components.content.profiles.bibliography import references
from components.core.settings import settings
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, MAP_FILE, PICTURE_FORMATS

REPORT = "clusters.html"  # the format that is shared rather than worked with


def summary_html(view: View, url: str) -> str:
    """Return the numbers of clusters, counties and focus areas, each of all, files and sharing.

    `url` is the page's, for the references; the script writes the one that the browser shows, unless the operator has named a public URL.
    """
    count = view.match.count
    offered = [fmt for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS) if count and fmt.allows(count)]
    files = {
        fmt.path: {"url": view.file_url(fmt.path), "name": fmt.name(view.texts), "purpose": fmt.purpose(view.texts)} for fmt in offered
    }
    return to_html(
        "summary",
        view.language,
        numbers=list(selection_numbers(view).items()),
        at_hand=[(name, files[path]["url"]) for path, name in _names_at_hand(view).items() if path in files],
        files=list(files.values()),
        report=files.get(REPORT),
        is_upload=view.dataset.origin.is_upload,
        is_public=bool(settings().public_url),
        references=references(view),
        url=url,
    )


def _names_at_hand(view: View) -> dict[str, str]:
    """Return the short names of the formats that have a button, by their path; all are in the list of formats."""
    _ = view.texts.gettext
    names = {"clusters-excel.csv": "CSV", "clusters.xlsx": "Excel", "map.png": _("Map as a picture")}
    return names | {MAP_FILE: _("Save as a map to send")} if view.dataset.origin.is_upload else names
