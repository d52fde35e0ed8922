"""The filters by county and by label: toggles, each with the number of clusters it gives; and those numbers of the focus areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.session.selection_state import LABELS, REGIONS
from components.widgets.component import HtmlComponent

KEY = "toggles"


def render_toggles(view: View, focus: Sequence[str]) -> None:
    """Draw a toggle for each county, those with clusters first, and for each level of the label.

    Those of the focus areas with these codes are Streamlit's and stand above; their numbers are written beside their names.
    """
    selection, focus_choices = view.selection, view.match.focus_choices()
    content = {
        "counts": {REGIONS: _by_code(view.match.region_choices()), LABELS: _by_code(view.match.label_choices())},
        "focus": [focus_choices[code] for code in focus],
        "chosen": {key: codes for key, codes in {REGIONS: selection.regions, LABELS: selection.labels}.items() if codes},
    }
    TOGGLES.draw(view.dataset, view.texts, content)


def _by_code(choices: Mapping[str, int]) -> list[int]:
    """Return the numbers alone, in the order of the codes, which no list changes: each byte is sent often."""
    return [count for _, count in sorted(choices.items())]


def _words(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    _ = texts.gettext
    counties = {"key": REGIONS, "legend": _("County"), "options": list(dataset.regions.items())}
    label = _("Label, latest known (Cluster Management Excellence)")
    levels = {"key": LABELS, "legend": label, "options": list(dataset.wording[texts.language].labels.items())}
    return {"groups": [counties, levels] if dataset.has_labels else [counties]}


TOGGLES = HtmlComponent(KEY, _words)
