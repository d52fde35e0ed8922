"""Drawing of Sweden or a part of it as SVG paths, north up, from the coordinates of SWEREF 99 TM (EPSG:3006)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from geo.extent import METRES, Extent
from geo.paths import LEFT, TOP, area_path, to_drawing
from geo.projection import to_sweref

MIDDLE_TOLERANCE_METRES = 1000
OUTLINE_SHARE = 0.005  # of the extent's longer side: tolerance of the shapes by which names are placed
MIN_NAMED_SHARE = 0.001  # of the extent's area; a county with less in view has no middle
MAX_ASPECT, MIN_ASPECT = 2.0, 0.5  # width to height of a box around a drawing that its land is sure to fill
EDGE_SHARE = 0.03  # of the extent's longer side: land is cut this far out of view, so that no outline is drawn along the cut

Point = tuple[float, float]  # x to the right and y down from the origin of all drawings, kilometres


@dataclass(frozen=True)
class Detail:
    """Level of detail of the coasts and borders in a drawing.

    Attributes:
        unit_km: Unit of the numbers in paths.
        tolerance_metres: By which counties are simplified.
        foreign_tolerance_metres: By which the land of other countries is simplified.
        min_island_square_km: Smaller islands of other countries are left out.
    """

    unit_km: float
    tolerance_metres: int
    foreign_tolerance_metres: int
    min_island_square_km: int


COARSE = Detail(unit_km=1, tolerance_metres=1000, foreign_tolerance_metres=3000, min_island_square_km=30)
FINE = Detail(unit_km=0.1, tolerance_metres=100, foreign_tolerance_metres=400, min_island_square_km=2)
MIN_COARSE_KILOMETRES = 800  # longer side of an extent from which on its drawing is coarse: there, a pixel is more than a kilometre


@dataclass(frozen=True)
class Middle:
    """Middle of the part of a county that is in view: the largest circle inside it, where its name stands best.

    Attributes:
        x: Distance from the origin to the right, kilometres.
        y: Distance downwards, kilometres.
        radius: Radius of the circle, kilometres.
        shape: The part in view, simplified, in kilometres from the origin.
    """

    x: float
    y: float
    radius: float
    shape: shapely.Geometry


@dataclass(frozen=True)
class Drawing:
    """Drawing of an extent. Its land reaches beyond the extent, as far as a box of another shape may show it.

    Attributes:
        extent: Part of the map that is to be in view.
        unit_km: Unit of the numbers in the paths.
        land: The `d` of an SVG path with the land of other countries.
        counties: The `d` of an SVG path by county code; without counties that are far out of view.
        middles: Middle, by code, of each county that has enough of its area in view.
    """

    extent: Extent
    unit_km: float
    land: str
    counties: Mapping[str, str]
    middles: Mapping[str, Middle]

    @property
    def left(self) -> int:
        """The x of the extent's left edge, kilometres."""
        return self.extent.west - LEFT

    @property
    def top(self) -> int:
        """The y of the extent's upper edge, kilometres."""
        return TOP - self.extent.north

    @property
    def width(self) -> int:
        """Width of the extent, kilometres."""
        return self.extent.width

    @property
    def height(self) -> int:
        """Height of the extent, kilometres."""
        return self.extent.height

    def holds(self, x: float, y: float) -> bool:
        """Return True if a point of the drawing is in the extent."""
        return 0 <= x - self.left <= self.width and 0 <= y - self.top <= self.height

    @staticmethod
    def points(located: pd.DataFrame) -> list[Point]:
        """Return the point for each row's `lat` and `lon` (EPSG:4326), one decimal: the same in every drawing."""
        return [(x, y) for x, y in to_drawing(to_sweref(located)).round(1).tolist()]


def detail_of(extent: Extent) -> Detail:
    """Return how finely an extent is drawn."""
    return COARSE if extent.longer_side >= MIN_COARSE_KILOMETRES else FINE


def drawn_around(extent: Extent) -> Extent:
    """Return the part of the map that is drawn around an extent, for boxes of other shapes."""
    return extent.widened(MAX_ASPECT * extent.height, extent.width / MIN_ASPECT).grown(round(EDGE_SHARE * extent.longer_side))


def draw(counties: gpd.GeoDataFrame, foreign_land: shapely.Geometry, extent: Extent, detail: Detail) -> Drawing:
    """Return the drawing of an extent from `counties` (`code`, `geometry`) and `foreign_land`, both in EPSG:3006 and of this detail."""
    around = drawn_around(extent).box()
    shapes = zip(counties["code"], shapely.intersection(counties.geometry.to_numpy(), around), strict=True)
    drawn = {code: shape for code, shape in shapes if not shape.is_empty}
    in_view = {code: shape.intersection(extent.box()) for code, shape in drawn.items()}
    min_area = MIN_NAMED_SHARE * extent.box().area
    return Drawing(
        extent=extent,
        unit_km=detail.unit_km,
        land=area_path(foreign_land.intersection(around), detail.unit_km),
        counties={code: area_path(shape, detail.unit_km) for code, shape in drawn.items()},
        middles={code: _middle(shape, extent) for code, shape in in_view.items() if shape.area > min_area},
    )


def _middle(shape: shapely.Geometry, extent: Extent) -> Middle:
    """Return the middle of a shape in EPSG:3006."""
    radius = shapely.maximum_inscribed_circle(shape, tolerance=MIDDLE_TOLERANCE_METRES)  # a line from the middle outwards
    x, y = to_drawing(shapely.get_coordinates(radius) / METRES)[0].round(1).tolist()
    outline = shape.simplify(OUTLINE_SHARE * extent.longer_side * METRES)
    drawn = shapely.transform(outline, lambda points: to_drawing(points / METRES))
    shapely.prepare(drawn)
    return Middle(x, y, round(radius.length / METRES, 1), drawn)
