"""Filters that a search text may mean, where it finds clusters too: "Did you mean the label Gold (gives 1 cluster)?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from components.content.filters.filter_texts import filter_texts
from components.content.search.named_options import NamedOption, options_by_whole_name
from components.content.search.way_on import WayOn, with_count
from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.view import View
from data.filters import ECOSYSTEM, FOCUS, LABEL, STATUS
from data.selection import Selection

MAX_FILTERS = 2  # of one text

NAMES: Mapping[str, Callable[[Texts], str]] = {  # by name of the dimension; the options of an own column are named with its heading
    FOCUS.name: lambda texts: texts.gettext("the focus area %s"),
    ECOSYSTEM.name: lambda texts: texts.gettext("the EU ecosystem %s"),
    LABEL.name: lambda texts: texts.gettext("the label %s"),
    STATUS.name: lambda texts: texts.gettext("the status %s"),
}


def meant_filters(view: View, path: str) -> list[WayOn]:
    """Return links to the filters whose option the whole search text names, where they give other clusters than the search.

    Their texts complete "Did you mean …?". Where the search finds nothing, the empty state offers them.
    """
    if not view.selection.text or not view.match.count:
        return []
    options = options_by_whole_name(view.dataset, view.match.found)
    ways = (way for option in options if not option.rest and (way := _to_filter(view, option, path)))
    return list(islice(ways, MAX_FILTERS))


def _to_filter(view: View, option: NamedOption, path: str) -> WayOn | None:
    """Return the link to a filter; None where it gives what is shown, or nothing."""
    changes: dict[str, Any] = {"text": view.match.found.with_exclusion(""), option.dimension.field: (option.code,)}
    selection: Selection = replace(view.selection, **changes)
    match = view.dataset.match(selection)
    if not match.count or np.array_equal(match.mask, view.match.mask):
        return None
    texts = filter_texts(option.dimension)
    if template := NAMES.get(option.dimension.name):
        name = template(view.texts) % texts.options(view.dataset, view.texts)[option.code]
    else:
        name = texts.names(view.dataset, view.texts)[option.code]
    return WayOn(with_count(view, name, match.count), selection_url(selection, path))
