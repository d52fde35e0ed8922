"""Summary of the selection: numbers, files and sharing."""

from __future__ import annotations

from components.content.attribution import attribution
from components.content.selection_numbers import selection_numbers
from components.content.selection_summary import selection_sentence
from components.core.settings import settings
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from data.calendar_day import today

PROMINENT_FILES = 2  # formats that have a button; all are in the list below


def summary_html(view: View, url: str) -> str:
    """Return the numbers of clusters, counties and focus areas, each of all, files and sharing.

    `url` is the page's, for the citation; the script writes the one that the browser shows, unless the operator has named a public URL.
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
        citation=_citation(view, selection_sentence(view)),
        url=url,
    )


def _citation(view: View, sentence: str) -> str:
    """Return the citation; the page's URL follows it, but for an upload, which no URL shows."""
    _ = view.texts.gettext
    citation = (
        _("Klusterkartan. %(selection)s The clusters: %(list)s, a list of one's own. Seen %(date)s.")
        if view.dataset.origin.is_upload
        else _("Klusterkartan. %(selection)s The clusters: %(list)s. Retrieved %(date)s from") + " "
    )
    return citation % {"selection": sentence, "list": attribution(view.dataset, view.texts).list_name, "date": today()}
