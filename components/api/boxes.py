"""Rectangle of the map in a query: its four numbers, and the order that was meant where they stand in another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_LONGITUDE, MAX_LATITUDE = 180.0, 90.0  # degrees
FOUR_NUMBERS = re.compile(r"\s*[+-]?\d{1,9}(\.\d{0,15})?\s*(,\s*[+-]?\d{1,9}(\.\d{0,15})?\s*){3}", re.ASCII)
EXAMPLE_BOX = "12.4,55.2,14.6,56.6"  # around Skåne
ALLOWED_BOXES = f"west,south,east,north in degrees (WGS 84), such as {EXAMPLE_BOX}"
WRONG_ORDER = f"The order is west,south,east,north, longitude before latitude, such as {EXAMPLE_BOX}."
NO_BOX = f"A box is four numbers with commas between them: west,south,east,north in degrees (WGS 84), such as {EXAMPLE_BOX}."

Box = tuple[float, float, float, float]

SWEDEN: Box = (10.9, 55.3, 24.2, 69.1)  # in degrees; its longitudes are no latitudes of Sweden, so that swapped axes show
AROUND_SWEDEN: Box = (0.0, 50.0, 40.0, 75.0)  # in degrees; a rectangle whose numbers were mixed up was meant to be inside


def to_box(value: str) -> Box | None:
    """Return west, south, east and north, in degrees; None for a text that is no such rectangle, or has latitude before longitude.

    A rectangle far from Sweden that is in Sweden once the axes are swapped has latitude before longitude.
    """
    numbers = _numbers(value)
    if numbers is None or not _is_box(numbers):
        return None
    west, south, east, north = numbers
    return None if not _is_in_sweden(numbers) and _is_in_sweden((south, west, north, east)) else numbers


def explain_box(value: str) -> tuple[str, str]:
    """Return why a text is no rectangle, and the rectangle that was meant, "" where that is not clear."""
    numbers = _numbers(value)
    if numbers is None:
        return NO_BOX, ""
    texts = [text.strip() for text in value.split(",")]
    meant = {tuple(numbers[place] for place in order): order for order in _orders(numbers)}
    if len(meant) != 1:
        return WRONG_ORDER if max(map(abs, numbers)) <= MAX_LONGITUDE else NO_BOX, ""
    return WRONG_ORDER, ",".join(texts[place] for place in next(iter(meant.values())))


def _numbers(value: str) -> Box | None:
    if not FOUR_NUMBERS.fullmatch(value):
        return None
    first, second, third, fourth = map(float, value.split(","))
    return first, second, third, fourth


def _orders(numbers: Box) -> Iterator[tuple[int, int, int, int]]:
    """Yield the places of west, south, east and north for each usual order of four numbers by which they are a rectangle around Sweden."""
    for one, other in (((0, 2), (1, 3)), ((1, 3), (0, 2)), ((0, 1), (2, 3)), ((2, 3), (0, 1))):  # the places of longitudes and latitudes
        west, east = sorted(one, key=numbers.__getitem__)
        south, north = sorted(other, key=numbers.__getitem__)
        box = (numbers[west], numbers[south], numbers[east], numbers[north])
        if AROUND_SWEDEN[0] <= box[0] <= box[2] <= AROUND_SWEDEN[2] and AROUND_SWEDEN[1] <= box[1] <= box[3] <= AROUND_SWEDEN[3]:
            yield west, south, east, north


def _is_box(box: Box) -> bool:
    west, south, east, north = box
    return -MAX_LONGITUDE <= west <= east <= MAX_LONGITUDE and -MAX_LATITUDE <= south <= north <= MAX_LATITUDE


def _is_in_sweden(box: Box) -> bool:
    """Return True for a rectangle that has a part of Sweden's extent in it."""
    west, south, east, north = box
    return west <= SWEDEN[2] and east >= SWEDEN[0] and south <= SWEDEN[3] and north >= SWEDEN[1]
