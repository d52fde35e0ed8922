"""The filters by county and by label: toggles, each with the number of clusters it gives. One part, for each one costs time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from components.catalogue import Catalogue
from components.parts import as_json, page_part
from components.state import LABELS, REGIONS, last_press, new_presses, session_id, switch
from components.texts import Texts
from data.filters import Match

KEY = "toggles"
_TOGGLES = page_part("toggles")


def render_toggles(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw a toggle for each county, those with clusters first, and for each level of the label."""
    _ = texts.gettext
    selection = match.selection
    labels = catalogue.wording[texts.language].labels
    counties = _options(catalogue.regions, match.region_choices(), selection.regions, texts)
    levels = _options(labels, match.label_choices(), selection.labels, texts)
    groups = [{"key": REGIONS, "legend": _("County"), "options": counties}]
    if catalogue.has_labels:
        groups.append({"key": LABELS, "legend": _("Label, latest known (Cluster Management Excellence)"), "options": levels})
    _TOGGLES(key=KEY, data=as_json({"groups": groups, "seen": last_press(KEY), "session": session_id()}), on_pressed_change=_follow_presses)


def _options(names: Mapping[str, str], choices: Mapping[str, int], chosen: Collection[str], texts: Texts) -> list[tuple[str, str, int]]:
    """Return each choice: its code, its words, and 1 where it gives any cluster plus 2 where it is chosen: each byte is sent often."""
    return [(code, texts.choice(names[code], count), (count > 0) + 2 * (code in chosen)) for code, count in choices.items()]


def _follow_presses() -> None:
    for key, code, on in new_presses(KEY, st.session_state[KEY].pressed, str, str, bool):
        if key in (REGIONS, LABELS):
            switch(key, code, on=on)
