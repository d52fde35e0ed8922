"""The selection in numbers and words, its choices as chips, its files and its link. One part, for each one costs time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.api.formats import CLUSTER_FORMATS, Format
from components.catalogue import Catalogue
from components.listing import list_words
from components.parts import Part
from components.sentence import selection_sentence
from components.state import FOCUS, LABELS, REGIONS, TEXT
from components.texts import Texts
from data.filters import Match

KEY = "summary"

Chip = tuple[str, str, str]  # key of the filter, code, name


def render_summary(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw clusters, counties and focus areas of the selection, each of all, a sentence that says it, chips, files and sharing."""
    shown, total = match.count, len(match.shown)
    regions = sum(1 for count in match.region_counts().values() if count)
    focus = sum(1 for count in match.focus_counts().values() if count)
    numbers = [(shown, total), (regions, len(catalogue.regions)), (focus, len(catalogue.known.focus))]
    part_of_whole = texts.gettext("%(part)s of %(whole)s")
    _draw(
        catalogue,
        match,
        texts,
        numbers=[part_of_whole % {"part": texts.number(part), "whole": texts.number(whole)} for part, whole in numbers if whole],
        without=[number for number, form in enumerate(_forms(catalogue)) if not (shown and form.holds(shown))],
        query=match.selection.to_query_string(),
    )


def render_choices(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the selection in a sentence and as chips, if a filter is used; for places that show something else than the selection."""
    if match.selection.is_filtered:
        _draw(catalogue, match, texts)


def _draw(catalogue: Catalogue, match: Match, texts: Texts, **parts: Any) -> None:
    content = {
        "sentence": selection_sentence(catalogue, match, texts),
        "chips": _chips(catalogue, match, texts),
    }
    SUMMARY.draw(catalogue, texts, content | parts)


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    _, own = texts.gettext, catalogue.origin.own
    citation = (
        _("Klusterkartan. {selection} The clusters: %s, a list of one's own. Seen {date}.")  # which no address shows
        if own
        else _("Klusterkartan. {selection} The clusters: %s. Retrieved {date} from {address}")
    )
    return {
        "numbers": [_("Clusters"), _("Counties"), _("Focus areas")],
        "files": [(form.address, form.name(texts)) for form in _forms(catalogue)],
        "drop": _("Take away %s"),
        "clear": _("Clear all filters"),
        "by_address": _("All formats, and fetching by address"),
        "copy_address": _("Copy address"),
        "copy_link": "" if own else _("Copy link"),
        "copy_citation": _("Copy citation"),
        "copied": _("Copied"),
        "print": _("Print"),
        "citation": citation % list_words(catalogue, texts).cited,
    }


def _forms(catalogue: Catalogue) -> Sequence[Format]:
    """Return the forms of file that an address gives of this list."""
    return () if catalogue.origin.own else CLUSTER_FORMATS


def _chips(catalogue: Catalogue, match: Match, texts: Texts) -> list[Chip]:
    """Return each choice of the selection's filters, in the order of the sentence."""
    selection, wording = match.selection, catalogue.wording[texts.language]
    searched: list[Chip] = [(TEXT, "", texts.gettext("“%s”") % selection.text)] if selection.text else []
    return [
        *searched,
        *((REGIONS, code, wording.counties[code]) for code in selection.regions),
        *((FOCUS, code, wording.focus[code]) for code in selection.focus),
        *((LABELS, code, wording.labels[code]) for code in selection.labels),
    ]


SUMMARY = Part(KEY, _words)
