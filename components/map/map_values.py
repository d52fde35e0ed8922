"""Values that the live map gets: clusters and circles as JavaScript arrays, without a character that could become markup or code."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

UNSAFE_CHARACTERS = re.compile(r"[<>&{}_$`'\u2028\u2029]")  # in HTML, Jinja, JavaScript or the code that streamlit-folium rewrites


@dataclass(frozen=True)
class MapPoint:
    """A cluster on the map, its members in the order in which `symbols.js` takes them.

    Attributes:
        id: id of the cluster.
        x: Easting, kilometres of SWEREF 99 TM.
        y: Northing, kilometres of SWEREF 99 TM.
        location: SCB's code of the municipality, or of the county where no municipality is known.
        name: Name of the cluster.
        line: Second line of its tooltip.
        place: Where it stands, in words; "" where the second line says it.
        label_and_status: Its label and its latest known status; "" where the list has neither.
    """

    id: str
    x: float
    y: float
    location: str
    name: str
    line: str
    place: str
    label_and_status: str


@dataclass(frozen=True)
class MapCircle:
    """The clusters of one location, where they are too many to be shown one by one; its members as above.

    Attributes:
        location: SCB's code of the municipality, or of the county where no municipality is known.
        x: Easting, kilometres of SWEREF 99 TM.
        y: Northing, kilometres of SWEREF 99 TM.
        count: Number of clusters.
        name: Name of the location.
    """

    location: str
    x: float
    y: float
    count: int
    name: str


def to_js_array(shape: MapPoint | MapCircle) -> str:
    """Return the members of a shape as a JavaScript array."""
    return to_js_literal(tuple(vars(shape).values()))


def to_js_literal(values: Sequence[object]) -> str:
    """Return nested lists of text and numbers as a JavaScript literal, with UNSAFE_CHARACTERS as escape sequences."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_js_record(values: Mapping[str, object]) -> str:
    """Return values by their names as a JavaScript object. The names are words of ours, and stand without quotation marks."""
    return "{" + ",".join(f"{name}:{to_js_literal([value])[1:-1]}" for name, value in values.items()) + "}"


def with_amount(array: str, amount: float | None) -> str:
    """Return a JavaScript array with one more member, the amount that the symbol is sized by, null for NaN; the array itself for None."""
    return array if amount is None else f"{array[:-1]},{'null' if math.isnan(amount) else repr(amount)}]"
