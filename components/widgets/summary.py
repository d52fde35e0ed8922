"""Summary of the selection: numbers, a sentence, chips, files and its link. One component, since each costs time in every run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.content.attribution import attribution
from components.content.filter_texts import filter_names
from components.content.selection_summary import selection_sentence
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, Format
from components.widgets.component import HtmlComponent
from data.filters import FOCUS, REGION, Dimension
from data.match import TEXT

KEY = "summary"

Chip = tuple[str, str, str]  # key of the filter, code, name


def render_summary(view: View) -> None:
    """Render the numbers of clusters, counties and focus areas, each of all, the sentence, chips, files and sharing."""
    count, total = view.match.count, len(view.match.mask)
    numbers = [
        (count, total),
        (_count_covered(view, REGION), len(view.dataset.regions)),
        (_count_covered(view, FOCUS), len(view.dataset.known.focus)),
    ]
    part_of_whole = view.texts.gettext("%(part)s of %(whole)s")
    _draw(
        view,
        numbers=[part_of_whole % {"part": view.texts.number(part), "whole": view.texts.number(whole)} for part, whole in numbers if whole],
        unavailable_formats=[number for number, fmt in enumerate(_formats(view.dataset)) if not (count and fmt.allows(count))],
        query=view.selection.to_query_string(),
    )


def render_choices(view: View) -> None:
    """Render the sentence and the chips if a filter is in use; for pages that do not show the matching clusters."""
    if view.selection.is_filtered:
        _draw(view)


def _count_covered(view: View, dimension: Dimension) -> int:
    """Return the number of codes that any matching cluster has."""
    return sum(1 for count in view.match.shown_counts(dimension).values() if count)


def _draw(view: View, **content: Any) -> None:
    SUMMARY.render(view.dataset, view.texts, {"sentence": selection_sentence(view), "chips": _chips(view), **content})


def _labels(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _, is_upload = texts.gettext, dataset.origin.is_upload
    citation = (
        _("Klusterkartan. {selection} The clusters: %s, a list of one's own. Seen {date}.")  # which no address shows
        if is_upload
        else _("Klusterkartan. {selection} The clusters: %s. Retrieved {date} from {address}")
    )
    return {
        "numbers": [_("Clusters"), _("Counties"), _("Focus areas")],
        "files": [(fmt.url_path, fmt.name(texts)) for fmt in _formats(dataset)],
        "remove": _("Remove %s"),
        "clear": _("Clear all filters"),
        "all_formats": _("All formats, and fetching by address"),
        "copy_address": _("Copy address"),
        "copy_link": "" if is_upload else _("Copy link"),
        "copy_citation": _("Copy citation"),
        "copied": _("Copied"),
        "print": _("Print"),
        "citation": citation % attribution(dataset, texts).list_name,
    }


def _formats(dataset: Dataset) -> Sequence[Format]:
    """Return the formats in which the dataset has URLs: an upload has none."""
    return () if dataset.origin.is_upload else CLUSTER_FORMATS


def _chips(view: View) -> list[Chip]:
    """Return a chip for the search text and for each chosen code."""
    names, text = filter_names(view.dataset, view.texts), view.selection.text
    searched: list[Chip] = [(TEXT, "", view.texts.gettext("“%s”") % text)] if text else []
    return searched + [(key, code, names[key][code]) for key, codes in view.selection.chosen.items() for code in codes]


SUMMARY = HtmlComponent(KEY, _labels)
