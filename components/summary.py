"""The numbers of the selection, the same in words, and its files. One element, for each one costs time."""

from __future__ import annotations

from html import escape

import streamlit as st
from babel.lists import format_list

from components.catalogue import Catalogue
from components.exports import export_links
from components.texts import Texts
from data.filters import Match

MOST_NAMED = 4


def render_summary(catalogue: Catalogue, match: Match, texts: Texts) -> None:
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
    part_of_whole = _("%(part)d of %(whole)d")
    items = "".join(
        f"<div style='{NUMBER_STYLE}'><dt style='font-size:.875rem;font-weight:400'>{escape(name)}</dt>"
        f"<dd style='margin:0;font-size:1.4rem'>{part_of_whole % {'part': part, 'whole': whole}}</dd></div>"
        for name, part, whole in numbers
    )
    sentence = escape(_sentence(regions, focus, match, texts))
    files = export_links(match.selection, texts) if shown else ""
    st.html(
        f"<dl style='display:flex;flex-wrap:wrap;gap:.75rem;margin:0;padding:0'>{items}</dl><p style='margin:1rem 0'>{sentence}</p>"
        f"<div style='display:flex;flex-wrap:wrap;gap:.75rem'>{files}</div>"
    )


NUMBER_STYLE = "flex:1;padding:.6rem 1rem;border:1px solid color-mix(in srgb, currentColor 25%, transparent);border-radius:.35rem"


def _sentence(regions: list[str], focus: list[str], match: Match, texts: Texts) -> str:
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
    return f"{told}, {where}, {what}."


def _listing(names: list[str], many: str, texts: Texts) -> str:
    """Return the names, or how many they are when they would make the sentence long."""
    return format_list(names, locale=texts.language) if len(names) <= MOST_NAMED else many % len(names)
