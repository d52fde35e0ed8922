"""The filters by county and by label: toggles, each with the number of clusters it gives; and those numbers of the focus areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.catalogue import Catalogue
from components.parts import Part
from components.state import LABELS, REGIONS
from components.texts import Texts
from data.filters import Match

KEY = "toggles"


def render_toggles(catalogue: Catalogue, match: Match, focus: Sequence[str], texts: Texts) -> None:
    """Draw a toggle for each county, those with clusters first, and for each level of the label.

    Those of the focus areas with these codes are Streamlit's and stand above; their numbers are written beside their names.
    """
    selection, focus_choices = match.selection, match.focus_choices()
    content = {
        "counts": {REGIONS: _by_code(match.region_choices()), LABELS: _by_code(match.label_choices())},
        "focus": [focus_choices[code] for code in focus],
        "chosen": {key: codes for key, codes in {REGIONS: selection.regions, LABELS: selection.labels}.items() if codes},
    }
    TOGGLES.draw(catalogue, texts, content)


def _by_code(choices: Mapping[str, int]) -> list[int]:
    """Return the numbers alone, in the order of the codes, which no list changes: each byte is sent often."""
    return [count for _, count in sorted(choices.items())]


def _words(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    counties = {"key": REGIONS, "legend": _("County"), "options": list(catalogue.regions.items())}
    label = _("Label, latest known (Cluster Management Excellence)")
    levels = {"key": LABELS, "legend": label, "options": list(catalogue.wording[texts.language].labels.items())}
    return {"groups": [counties, levels] if catalogue.has_labels else [counties]}


TOGGLES = Part(KEY, _words)
