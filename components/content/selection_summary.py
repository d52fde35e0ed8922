"""The selection in words: for screen readers, for the map's description and for whoever cites it."""

from __future__ import annotations

import re

from babel.lists import format_list

from components.core.i18n import Texts
from components.dataset.view import View

MAX_NAMED = 4
LIST_ITSELF = re.compile(r",| och | and ")


def selection_sentence(view: View) -> str:
    """Return in a sentence what is shown: how many clusters of all, and where, within what and with which label."""
    _ = view.texts.gettext
    wording = view.wording
    shown, total = view.match.count, len(view.match.shown)
    if not view.selection.is_filtered:
        return view.texts.ngettext("%s cluster is shown.", "All %s clusters are shown.", total) % view.texts.number(total)
    told = view.texts.ngettext("%(shown)s of %(total)s clusters is shown", "%(shown)s of %(total)s clusters are shown", shown) % {
        "shown": view.texts.number(shown),
        "total": view.texts.number(total),
    }
    selection = view.selection  # which says what was asked for where nothing is shown
    region_codes = [code for code, count in view.match.region_counts().items() if count] if shown else selection.regions
    focus_codes = [code for code, count in view.match.focus_counts().items() if count] if shown else selection.focus
    regions = [view.dataset.regions[code] for code in region_codes]
    focus = [_within_a_sentence(wording.focus[code]) for code in focus_codes]
    labels = [wording.labels[label] for label in selection.labels]
    where = regions and _("in %s") % _listing(regions, view.texts.ngettext("%d county", "%d counties", len(regions)), view.texts)
    what = focus and _("within %s") % _listing(focus, view.texts.ngettext("%d focus area", "%d focus areas", len(focus)), view.texts)
    if selection.text:
        told += " " + _("matching “%s”") % selection.text
    named = labels and _("with the label %s") % format_list(labels, style="or", locale=view.language)
    return ", ".join(part for part in (told, where, what, named) if part) + "."


def _listing(names: list[str], many: str, texts: Texts) -> str:
    """Return the names, or how many they are when they would make the sentence long; by semicolons where a name is a list itself."""
    if len(names) > MAX_NAMED:
        return many % len(names)
    return "; ".join(names) if any(LIST_ITSELF.search(name) for name in names) else format_list(names, locale=texts.language)


def _within_a_sentence(name: str) -> str:
    """Return a name as it is written within a sentence: a small letter first, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
