"""The selection in numbers and words, its choices as chips, its files and its link. One part, for each one costs time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.content.attribution import attribution
from components.content.selection_summary import selection_sentence
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.exports.formats import CLUSTER_FORMATS, Format
from components.session.selection_state import FOCUS, LABELS, REGIONS, TEXT
from components.widgets.component import HtmlComponent

KEY = "summary"

Chip = tuple[str, str, str]  # key of the filter, code, name


def render_summary(view: View) -> None:
    """Draw clusters, counties and focus areas of the selection, each of all, a sentence that says it, chips, files and sharing."""
    shown, total = view.match.count, len(view.match.shown)
    regions = sum(1 for count in view.match.region_counts().values() if count)
    focus = sum(1 for count in view.match.focus_counts().values() if count)
    numbers = [(shown, total), (regions, len(view.dataset.regions)), (focus, len(view.dataset.known.focus))]
    part_of_whole = view.texts.gettext("%(part)s of %(whole)s")
    _draw(
        view,
        numbers=[part_of_whole % {"part": view.texts.number(part), "whole": view.texts.number(whole)} for part, whole in numbers if whole],
        without=[number for number, fmt in enumerate(_forms(view.dataset)) if not (shown and fmt.allows(shown))],
        query=view.selection.to_query_string(),
    )


def render_choices(view: View) -> None:
    """Draw the selection in a sentence and as chips, if a filter is used; for places that show something else than the selection."""
    if view.selection.is_filtered:
        _draw(view)


def _draw(view: View, **parts: Any) -> None:
    content = {
        "sentence": selection_sentence(view),
        "chips": _chips(view),
    }
    SUMMARY.draw(view.dataset, view.texts, content | parts)


def _words(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _, own = texts.gettext, dataset.origin.is_upload
    citation = (
        _("Klusterkartan. {selection} The clusters: %s, a list of one's own. Seen {date}.")  # which no address shows
        if own
        else _("Klusterkartan. {selection} The clusters: %s. Retrieved {date} from {address}")
    )
    return {
        "numbers": [_("Clusters"), _("Counties"), _("Focus areas")],
        "files": [(fmt.url_path, fmt.name(texts)) for fmt in _forms(dataset)],
        "drop": _("Take away %s"),
        "clear": _("Clear all filters"),
        "by_address": _("All formats, and fetching by address"),
        "copy_address": _("Copy address"),
        "copy_link": "" if own else _("Copy link"),
        "copy_citation": _("Copy citation"),
        "copied": _("Copied"),
        "print": _("Print"),
        "citation": citation % attribution(dataset, texts).cited,
    }


def _forms(dataset: Dataset) -> Sequence[Format]:
    """Return the forms of file that an address gives of this list."""
    return () if dataset.origin.is_upload else CLUSTER_FORMATS


def _chips(view: View) -> list[Chip]:
    """Return each choice of the selection's filters, in the order of the sentence."""
    selection, wording = view.selection, view.wording
    searched: list[Chip] = [(TEXT, "", view.texts.gettext("“%s”") % selection.text)] if selection.text else []
    return [
        *searched,
        *((REGIONS, code, wording.counties[code]) for code in selection.regions),
        *((FOCUS, code, wording.focus[code]) for code in selection.focus),
        *((LABELS, code, wording.labels[code]) for code in selection.labels),
    ]


SUMMARY = HtmlComponent(KEY, _words)
