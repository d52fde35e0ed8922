"""What the map fetches once, to follow a press of a filter before the page has answered: the clusters by place and by codes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.map.layers import MAX_MARKERS, MAX_MARKERS_PER_LOCATION, Codes
from geo.join import Location

T = TypeVar("T")
Numbered = tuple[Sequence[T], NDArray[np.intp]]  # all of a kind, and which of them each cluster has
Named = tuple[Location, str]


def to_preview(places: Numbered[Named], groups: Numbered[Codes], focus: Sequence[str], points: Mapping[int, str] | None) -> bytes:
    """Return the JSON of the whole list.

    `places` are the places with their names, and the number of each cluster's, -1 where it has none; `groups` the codes of each
    group of clusters, by filter, and the number of each cluster's; `focus` the focus areas in the order of their toggles; `points`
    each located cluster's, from `to_points`, by its number, or None where the list is too long to send them.
    """
    (named, place_of), (codes, group_of) = places, groups
    located = np.flatnonzero(place_of >= 0)
    pairs = pd.Series(located).groupby([place_of[located], group_of[located]], sort=False)
    members = [
        f"[{place},{group},{len(rows)}{''.join(f',{points[row]}' for row in rows) if points else ''}]" for (place, group), rows in pairs
    ]
    told = {
        "most": MAX_MARKERS,
        "most_in_a_place": MAX_MARKERS_PER_LOCATION,
        "exact": points is not None,
        "focus": focus,
        "places": [[place.code, place.lat, place.lon, name] for place, name in named],
        "groups": codes,
    }
    return f'{json.dumps(told, ensure_ascii=False)[:-1]},"members":[{",".join(members)}]}}'.encode()
