"""The numbers of the selection, and the same in words."""

from __future__ import annotations

import streamlit as st
from babel.lists import format_list

from components.catalogue import Catalogue
from components.html import markdown_text
from components.texts import Texts
from data.filters import Match

MOST_NAMED = 4


def render_numbers(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw clusters, counties and focus areas of the selection, each of all, and a sentence that says it."""
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
    with st.container(horizontal=True):
        for name, part, whole in numbers:
            st.metric(name, _("%(part)d of %(whole)d") % {"part": part, "whole": whole}, border=True)
    st.markdown(_sentence(shown, total, regions, focus, match, texts))


def _sentence(shown: int, total: int, regions: list[str], focus: list[str], match: Match, texts: Texts) -> str:
    _ = texts.gettext
    if not match.selection.is_filtered:
        return texts.ngettext("%d cluster is shown.", "All %d clusters are shown.", total) % total
    told = texts.ngettext(
        "%(shown)d of %(total)d clusters is shown", "%(shown)d of %(total)d clusters are shown", shown
    ) % {"shown": shown, "total": total}
    if not shown:
        return f"{told}."
    where = _("in %s") % _listing(regions, texts.ngettext("%d county", "%d counties", len(regions)), texts)
    what = _("within %s") % _listing(focus, texts.ngettext("%d focus area", "%d focus areas", len(focus)), texts)
    if match.selection.text:
        told += " " + _("that match “%s”") % markdown_text(match.selection.text)
    return f"{told}, {where}, {what}."


def _listing(names: list[str], many: str, texts: Texts) -> str:
    """Return the names, or how many they are when they would make the sentence long."""
    return markdown_text(format_list(names, locale=texts.language)) if len(names) <= MOST_NAMED else many % len(names)
