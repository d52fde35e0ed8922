"""Summary of the selection: sentence, numbers, chips, files and sharing."""

from __future__ import annotations

from typing import Any

from components.content.attribution import attribution
from components.content.filter_texts import filter_names
from components.content.selection_numbers import selection_numbers
from components.content.selection_summary import selection_sentence
from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, PICTURE_FORMATS
from data.calendar_day import today
from data.filters import DIMENSIONS
from data.match import TEXT

PROMINENT_FILES = 2  # formats that have a button; all are in the list below


def summary_html(view: View, path: str, url: str) -> str:
    """Return the sentence, the numbers of clusters, counties and focus areas, each of all, chips, files and sharing.

    Links of chips lead to the page at `path`, the one that is shown. `url` is the page's, for the citation; the script writes the one
    that the browser shows, unless the operator has named a public URL.
    """
    count = view.match.count
    files = [fmt for fmt in (*CLUSTER_FORMATS, *PICTURE_FORMATS) if count and fmt.allows(count)]
    return _to_html(
        view,
        path,
        url=url,
        numbers=list(selection_numbers(view).items()),
        files=[{"url": view.file_url(fmt.path), "name": fmt.name(view.texts)} for fmt in files],
        picture_url=view.file_url(PICTURE_FORMATS[0].path) if files else "",
    )


def choices_html(view: View, path: str, url: str) -> str:
    """Return the sentence and the chips if a filter is in use; for pages that do not show the matching clusters."""
    return _to_html(view, path, url=url, numbers=[], files=[], picture_url="") if view.selection.is_filtered else ""


def _to_html(view: View, path: str, **values: Any) -> str:
    sentence = selection_sentence(view)
    return to_html(
        "summary",
        view.language,
        sentence=sentence,
        chips=_chips(view, path),
        clear_url=selection_url(view.selection.with_empty_filters(), path),
        prominent=PROMINENT_FILES,
        is_upload=view.dataset.origin.is_upload,
        is_public=bool(settings().public_url),
        citation=_citation(view, sentence),
        **values,
    )


def _chips(view: View, path: str) -> list[dict[str, str]]:
    """Return a chip for the search text and for each chosen code: key, code, name and the URL without it."""
    names, selection = filter_names(view.dataset, view.texts), view.selection
    chips = [{"key": TEXT, "code": "", "name": view.texts.gettext("“%s”") % selection.text, "url": selection_url(selection, path, text="")}]
    for dimension in DIMENSIONS:
        for code in selection.codes(dimension):
            others = tuple(other for other in selection.codes(dimension) if other != code)
            changes: dict[str, Any] = {dimension.field: others}
            url = selection_url(selection, path, **changes)
            chips.append({"key": dimension.name, "code": code, "name": names[dimension.name][code], "url": url})
    return chips if selection.text else chips[1:]


def _citation(view: View, sentence: str) -> str:
    """Return the citation; the page's URL follows it, but for an upload, which no URL shows."""
    _ = view.texts.gettext
    citation = (
        _("Klusterkartan. %(selection)s The clusters: %(list)s, a list of one's own. Seen %(date)s.")
        if view.dataset.origin.is_upload
        else _("Klusterkartan. %(selection)s The clusters: %(list)s. Retrieved %(date)s from") + " "
    )
    return citation % {"selection": sentence, "list": attribution(view.dataset, view.texts).list_name, "date": today()}
