"""Summary of the selection: numbers, files and sharing."""

from __future__ import annotations

from components.content.attribution import attribution
from components.content.selection_summary import selection_sentence
from components.core.templating import to_html
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS
from data.calendar_day import today
from data.filters import FOCUS, REGION, Dimension

PROMINENT_FILES = 2  # formats that have a button; all are in the list below


def summary_html(view: View, url: str) -> str:
    """Return the numbers of clusters, counties and focus areas, each of all, files and sharing.

    `url` is the page's, for the citation; the script writes it where it is "".
    """
    _, count, total = view.texts.gettext, view.match.count, len(view.match.mask)
    numbers = [
        (_("Clusters"), count, total),
        (_("Counties"), _count_covered(view, REGION), len(view.dataset.regions)),
        (_("Focus areas"), _count_covered(view, FOCUS), len(view.dataset.known.focus)),
    ]
    part_of_whole, number = _("%(part)s of %(whole)s"), view.texts.number
    return to_html(
        "summary",
        view.language,
        numbers=[(name, part_of_whole % {"part": number(part), "whole": number(whole)}) for name, part, whole in numbers if whole],
        files=[{"url": view.file_url(fmt.path), "name": fmt.name(view.texts)} for fmt in CLUSTER_FORMATS if count and fmt.allows(count)],
        prominent=PROMINENT_FILES,
        is_upload=view.dataset.origin.is_upload,
        citation=_citation(view, selection_sentence(view)),
        url=url,
    )


def _count_covered(view: View, dimension: Dimension) -> int:
    """Return the number of codes that any matching cluster has."""
    return sum(1 for count in view.match.shown_counts(dimension).values() if count)


def _citation(view: View, sentence: str) -> str:
    """Return the citation; the page's URL follows it, but for an upload, which no URL shows."""
    _ = view.texts.gettext
    citation = (
        _("Klusterkartan. %(selection)s The clusters: %(list)s, a list of one's own. Seen %(date)s.")
        if view.dataset.origin.is_upload
        else _("Klusterkartan. %(selection)s The clusters: %(list)s. Retrieved %(date)s from") + " "
    )
    return citation % {"selection": sentence, "list": attribution(view.dataset, view.texts).list_name, "date": today()}
