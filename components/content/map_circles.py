"""Circles of the map: one for each location, where the clusters are too many for markers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.core.i18n import Texts
from components.core.urls import selection_url
from components.dataset.county_shapes import county_drawing
from components.dataset.dataset import Dataset
from components.dataset.marker_limits import count_by_location
from components.dataset.view import View
from geo.drawing import Point

MIN_CIRCLE_RADIUS_PX, MAX_CIRCLE_RADIUS_PX = 2.5, 13.0  # of circles for locations, as in map.js


@dataclass(frozen=True)
class Circle:
    """The clusters of one location on the map.

    Attributes:
        title: Name of the location and number of clusters.
        x: Distance from the left edge of the drawing, kilometres.
        y: Distance from its upper edge, kilometres.
        radius_px: Radius in pixels.
        url: URL that searches for the location, or "".
    """

    title: str
    x: float
    y: float
    radius_px: float
    url: str


def location_circles(view: View, *, has_links: bool) -> list[Circle]:
    """Return a circle for each location with matching clusters, the largest first, so that it lies below the others."""
    dataset, texts = view.dataset, view.texts
    names, counts = dataset.locations.names, count_by_location(dataset, view.match.mask)
    highest = max(counts, default=0)
    circles = [
        Circle(
            title=location_title(names[location.code], count, texts),
            x=x,
            y=y,
            radius_px=circle_radius(count, highest),
            url=selection_url(view.selection, text=location_search(dataset, texts, location.code)) if has_links else "",
        )
        for location, (x, y), count in zip(dataset.locations.locations, location_points(dataset), counts, strict=True)
        if count
    ]
    return sorted(circles, key=lambda circle: -circle.radius_px)


def location_title(name: str, count: int, texts: Texts) -> str:
    """Return the title of a circle, such as "Lund: 12 clusters"."""
    title = texts.ngettext("%(place)s: %(count)s cluster", "%(place)s: %(count)s clusters", count)
    return title % {"place": name, "count": texts.number(count)}


def location_search(dataset: Dataset, texts: Texts, code: str) -> str:
    """Return the search text for a location of the dataset, such as "place:Lund", by its code."""
    name = dataset.wording[texts.language].counties.get(code, dataset.locations.names[code])
    return texts.gettext("place:%s") % name


def circle_radius(count: int, highest: int) -> float:
    """Return the radius in pixels: the area grows with the number of clusters, up to the highest number on the map."""
    return round(MIN_CIRCLE_RADIUS_PX + (MAX_CIRCLE_RADIUS_PX - MIN_CIRCLE_RADIUS_PX) * math.sqrt(count / highest), 1)


def location_points(dataset: Dataset) -> Sequence[Point]:
    """Return the point in the drawing of each of the dataset's locations."""
    points: Sequence[Point] = dataset.cached(
        "svg locations", lambda: county_drawing().points(pd.DataFrame(dataset.locations.locations, columns=["code", "lat", "lon"]))
    )
    return points
