"""Relations to a place in a search text: "norr om Gävle" and "south of Lund", which no filter has, and "nära Umeå" and "around Malmö"."""

from __future__ import annotations

import itertools

from data.text import fold_case

POINTS = (
    "norr söder öster väster nordväst nordost nordöst sydväst sydost sydöst "
    "north south east west northwest northeast southwest southeast northern southern"
)
DIRECTIONS = frozenset(f"{point} {word}" for point in POINTS.split() for word in ("om", "of"))
BETWEEN_WORDS = frozenset(["mellan", "between"])
NEAR = "nära närheten närhet närmast närmaste runt omkring kring runtom intill bredvid near nearby nearest close closest around vicinity"
NEAR_WORDS = frozenset(NEAR.split())


def direction_in(text: str) -> str:
    """Return the words of a text that name a direction from a place, or between two: "norr om", "mellan"; "" for a text without them."""
    words = fold_case(text).split()
    pairs = map(" ".join, itertools.pairwise(words))
    return next((each for each in (*pairs, *words) if each in DIRECTIONS | BETWEEN_WORDS), "")


def is_near(text: str) -> bool:
    """Return whether a text asks for what is near."""
    return not NEAR_WORDS.isdisjoint(fold_case(text).split())
