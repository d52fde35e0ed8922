"""The selection in numbers and words, its choices as chips, its files and its link. One part, for each one costs time."""

from __future__ import annotations

import streamlit as st
from babel.lists import format_list

from components.catalogue import Catalogue
from components.exports import export_links
from components.parts import as_json, page_part
from components.state import FILTERS, FOCUS, LABELS, REGIONS, TEXT, clear_filters, drop
from components.texts import Texts
from data.filters import Match

KEY = "summary"
MOST_NAMED = 4
_SUMMARY = page_part("summary")

Chip = tuple[str, str, str]  # key of the filter, code, name


def render_summary(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw clusters, counties and focus areas of the selection, each of all, a sentence that says it, chips, files and sharing."""
    _ = texts.gettext
    wording = catalogue.wording[texts.language]
    shown, total = int(match.shown.sum()), len(match.shown)
    regions = [catalogue.regions[code] for code, count in match.region_counts().items() if count]
    focus = [wording.focus[code] for code, count in match.focus_counts().items() if count]
    numbers = (
        (_("Clusters"), shown, total),
        (_("Counties"), len(regions), len(catalogue.regions)),
        (_("Focus areas"), len(focus), len(wording.focus)),
    )
    part_of_whole = _("%(part)d of %(whole)d")
    content = {
        "numbers": [[name, part_of_whole % {"part": part, "whole": whole}] for name, part, whole in numbers],
        "sentence": _sentence(regions, focus, [wording.labels[label] for label in match.selection.labels], match, texts),
        "chips": _chips(catalogue, match, texts),
        "files": export_links(match.selection, texts) if shown else [],
        "words": {
            "drop": _("Take away %s"),
            "clear": _("Clear all filters"),
            "copy_link": _("Copy link"),
            "copy_citation": _("Copy citation"),
            "copied": _("Copied"),
            "print": _("Print"),
            "citation": _("Klusterkartan. {selection} The clusters: Tillväxtverket, S3-piloten (2018). Retrieved {date} from {address}"),
        },
    }
    _SUMMARY(key=KEY, data=as_json(content), on_dropped_change=_follow_click)


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


def _follow_click() -> None:
    dropped = st.session_state[KEY].dropped
    if not isinstance(dropped, dict):
        return
    key, code = dropped.get("key"), dropped.get("code")
    if key in FILTERS and isinstance(code, str):
        drop(key, code)
    elif not key:
        clear_filters(*FILTERS)


def _sentence(regions: list[str], focus: list[str], labels: list[str], match: Match, texts: Texts) -> str:
    shown, total = int(match.shown.sum()), len(match.shown)
    _ = texts.gettext
    if not match.selection.is_filtered:
        return texts.ngettext("%d cluster is shown.", "All %d clusters are shown.", total) % total
    told = texts.ngettext("%(shown)d of %(total)d clusters is shown", "%(shown)d of %(total)d clusters are shown", shown) % {
        "shown": shown,
        "total": total,
    }
    if not shown:
        return f"{told}."
    where = _("in %s") % _listing(regions, texts.ngettext("%d county", "%d counties", len(regions)), texts)
    what = _("within %s") % _listing(focus, texts.ngettext("%d focus area", "%d focus areas", len(focus)), texts)
    if match.selection.text:
        told += " " + _("matching “%s”") % match.selection.text
    named = [_("with the label %s") % format_list(labels, style="or", locale=texts.language)] if labels else []
    return ", ".join([told, where, what, *named]) + "."


def _listing(names: list[str], many: str, texts: Texts) -> str:
    """Return the names, or how many they are when they would make the sentence long."""
    return format_list(names, locale=texts.language) if len(names) <= MOST_NAMED else many % len(names)
