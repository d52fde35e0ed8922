"""Toggles: the filters by county, EU ecosystem and label, each choice with its number of clusters; also the numbers of the focus areas."""

from __future__ import annotations

from typing import Any

from components.content.filter_texts import filter_texts
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from components.widgets.component import HtmlComponent
from data.filters import DIMENSIONS, FOCUS, Codes, Dimension, cluster_codes
from data.match import Match

KEY = "toggles"
TOGGLE_DIMENSIONS = tuple(dimension for dimension in DIMENSIONS if dimension != FOCUS)  # focus areas are a widget of Streamlit


def render_toggles(view: View, offered_focus: Codes) -> None:
    """Render a toggle for each code of the dimensions that the dataset uses.

    The numbers of the offered focus areas are sent too: the script writes them beside Streamlit's own buttons.
    """
    focus_counts = view.match.choice_counts(FOCUS)
    content = {
        "counts": {dimension.name: _counts(view.match, dimension) for dimension in _used_dimensions(view.dataset)},
        "focus": [focus_counts[code] for code in offered_focus],
        "chosen": {name: codes for name, codes in view.selection.chosen.items() if name != FOCUS.name},
    }
    TOGGLES.render(view.dataset, view.texts, content)


def _used_dimensions(dataset: Dataset) -> list[Dimension]:
    return [dimension for dimension in TOGGLE_DIMENSIONS if dataset.index.is_used(dimension)]


def _counts(match: Match, dimension: Dimension) -> list[int]:
    """Return the numbers in the order of the codes, without the codes, to save bytes: they are sent with each change."""
    return [count for _, count in sorted(match.choice_counts(dimension).items())]


def _labels(dataset: Dataset, texts: Texts) -> dict[str, Any]:
    return {"version": dataset.short_version, "groups": [_group(dimension, dataset, texts) for dimension in _used_dimensions(dataset)]}


def _group(dimension: Dimension, dataset: Dataset, texts: Texts) -> dict[str, Any]:
    options = filter_texts(dimension).options(dataset, texts)
    return {
        "key": dimension.name,
        "legend": _legend(dimension, dataset, len(options), texts),
        "options": list(options.items()),
        "varies": dimension.varies,
    }


def _legend(dimension: Dimension, dataset: Dataset, offered: int, texts: Texts) -> str:
    """Return the heading of the filter, which says so if the dataset has more codes than are offered."""
    legend = filter_texts(dimension).legend(texts)
    if not dimension.varies or len({code for codes in cluster_codes(dimension, dataset.clusters) for code in codes}) <= offered:
        return legend
    return texts.gettext("%(legend)s, the %(count)s most common") % {"legend": legend, "count": texts.number(offered)}


TOGGLES = HtmlComponent(KEY, _labels)
