"""Map inside a picture: the shapes of the SVG map, with sizes that suit the picture. Lengths in it are kilometres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.map_circles import Circle
from components.content.map_markers import Marker
from components.content.map_shapes import MapShapes, Region
from components.dataset.view import View
from components.exports.picture_layout import Composition, Entry
from geo.name_placement import BASELINE, LINE_HEIGHT, PlacedName

NOT_CHOSEN = "not-chosen"  # kind of a county without clusters that the selection leaves out


@dataclass(frozen=True)
class Box:
    """Rectangle of a picture; lengths are the picture's units, and a height of 0 is any."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class NameLine:
    """A line of a name, centred at `x`, with its baseline at `y`."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class PictureMap:
    """A map in its place in a picture.

    Attributes:
        x: Left edge of the map, in units of the picture.
        y: Upper edge of the map, in units of the picture.
        scale: Units of the picture to a kilometre.
        width: Width of the map in kilometres.
        height: Height of the map in kilometres.
        regions: The counties in the order in which they are drawn.
        names: Lines of the names.
        name_size: Size of the names.
        circles: Circles of locations.
        markers: Markers of clusters.
        pixel: Length of a pixel of the page's map, in which the sizes of circles and markers are given.
        is_filtered: True if the selection names a county.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float
    regions: Sequence[Region]
    names: Sequence[NameLine]
    name_size: float
    circles: Sequence[Circle]
    markers: Sequence[Marker]
    pixel: float
    is_filtered: bool

    def kind(self, region: Region) -> str:
        """Return what the colour of a county shows: a class, or that the selection leaves the county out."""
        is_left_out = self.is_filtered and not region.is_chosen and not region.class_index
        return NOT_CHOSEN if is_left_out else f"level-{region.class_index}"

    @property
    def bottom(self) -> float:
        """The lower edge, in units of the picture."""
        return self.y + self.height * self.scale


def place_map(shapes: MapShapes, box: Box, composition: Composition) -> PictureMap:
    """Return the map as large as the box allows, in its middle; a box without a height is as high as the map."""
    width, height = shapes.drawing.width, shapes.drawing.height
    scale = min(box.width / width, box.height / height) if box.height else box.width / width
    name_size = min(shapes.name_size, composition.name_size / scale)
    return PictureMap(
        x=box.x + (box.width - width * scale) / 2,
        y=box.y + max(0, box.height - height * scale) / 2,
        scale=scale,
        width=width,
        height=height,
        regions=shapes.regions,
        names=[line for name in shapes.names for line in _name_lines(name, shapes.name_size, name_size)] if name_size else [],
        name_size=name_size,
        circles=shapes.circles,
        markers=shapes.markers,
        pixel=composition.symbol_size / scale,
        is_filtered=shapes.is_filtered,
    )


def county_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries of the legend for the colours of the counties, of those that occur."""
    kinds = {placed.kind(region) for region in placed.regions}
    entries = [Entry(f"level-{number}", label) for number, label in view.dataset.used_classes(view.texts) if f"level-{number}" in kinds]
    return [*entries, *([Entry(NOT_CHOSEN, view.texts.gettext("County not chosen"))] if NOT_CHOSEN in kinds else [])]


def symbol_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries of the legend for circles and markers, of those that occur."""
    _ = view.texts.gettext
    circle = Entry("circle", _("Clusters in a municipality: the larger the circle, the more"))
    exact, approximate = Entry("cluster", _("Cluster")), Entry("approximate", _("Cluster, approximate place"))
    are_approximate = {marker.is_approximate for marker in placed.markers if not marker.is_open}
    occurs = [(circle, bool(placed.circles)), (exact, False in are_approximate), (approximate, True in are_approximate)]
    opened = [Entry("opened", marker.title.partition("\n")[0]) for marker in placed.markers if marker.is_open]
    return [*opened, *(entry for entry, is_there in occurs if is_there)]


def _name_lines(name: PlacedName, placed_size: float, size: float) -> list[NameLine]:
    """Return the lines of a name in this size, around the middle that they have in the size in which they were placed."""
    top = name.lines[0][1] - BASELINE * placed_size
    middle = top + LINE_HEIGHT * placed_size * len(name.lines) / 2
    first = middle - LINE_HEIGHT * size * len(name.lines) / 2 + BASELINE * size
    return [NameLine(text, name.x, round(first + LINE_HEIGHT * size * number, 1)) for number, (text, _) in enumerate(name.lines)]
