"""Map inside a picture: the shapes of the SVG map, with sizes that suit the picture. Lengths in it are kilometres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.map_classes import legend_classes
from components.content.map_shapes import MapShapes, Region
from components.content.map_symbols import Symbol
from components.dataset.view import View
from components.exports.picture_layout import Composition, Entry
from data.filters import REGION
from geo.drawing import Drawing
from geo.name_placement import LINE_HEIGHT, TYPE_PX, Anchor, Kind, PlacedName

NOT_CHOSEN = "not-chosen"  # kind of a county without clusters that the selection leaves out
DOT_SIZE = 0.2  # radius of a town's dot, as a share of the size of its name


@dataclass(frozen=True)
class Box:
    """Rectangle of a picture; lengths are the picture's units, and a height of 0 is any."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class NameLine:
    """A line of a name; its `anchor` stands at `x`, its baseline at `y`, in kilometres from the origin of all drawings."""

    text: str
    kind: Kind
    x: float
    y: float
    size: float
    anchor: Anchor


@dataclass(frozen=True)
class Dot:
    """The dot of a town; lengths are kilometres."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class PictureMap:
    """A map in its place in a picture.

    Attributes:
        box: Rectangle of the picture that the map fills.
        scale: Units of the picture to a kilometre.
        left: Distance of the origin of all drawings from the left edge of the box, in units of the picture.
        top: Distance of the origin from the upper edge of the box.
        drawing: Drawing of the extent.
        regions: The counties in the order in which they are drawn.
        names: Lines of the names.
        dots: Dots of the towns that are named.
        symbols: Symbols of the clusters.
        pixel: Length of a pixel of the page's map, in which the sizes of symbols are given.
        is_filtered: True if the selection names a county.
    """

    box: Box
    scale: float
    left: float
    top: float
    drawing: Drawing
    regions: Sequence[Region]
    names: Sequence[NameLine]
    dots: Sequence[Dot]
    symbols: Sequence[Symbol]
    pixel: float
    is_filtered: bool

    def kind(self, region: Region) -> str:
        """Return what the colour of a county shows: a class, or that the selection leaves the county out."""
        is_left_out = self.is_filtered and not region.is_chosen and not region.class_index
        return NOT_CHOSEN if is_left_out else f"level-{region.class_index}"

    @property
    def bottom(self) -> float:
        """The lower edge, in units of the picture."""
        return self.box.y + self.box.height


def place_map(shapes: MapShapes, box: Box, composition: Composition) -> PictureMap:
    """Return the map so that its extent is as large as the box allows; a box of no height becomes as high as the extent needs."""
    drawing = shapes.drawing
    height = box.height or box.width / drawing.width * drawing.height
    scale = min(box.width / drawing.width, height / drawing.height)
    largest = {kind: size * shapes.names.km_per_px for kind, size in TYPE_PX.items()}
    sizes = {kind: min(size, composition.name_size / scale * TYPE_PX[kind] / TYPE_PX["county"]) for kind, size in largest.items()}
    names = shapes.names.always if composition.name_size else []
    return PictureMap(
        box=Box(box.x, box.y, box.width, height),
        scale=scale,
        left=(box.width - drawing.width * scale) / 2 - drawing.left * scale,
        top=(height - drawing.height * scale) / 2 - drawing.top * scale,
        drawing=drawing,
        regions=shapes.regions,
        names=[line for name in names for line in _name_lines(name, sizes[name.name.kind])],
        dots=[Dot(each.name.x, each.name.y, DOT_SIZE * sizes["town"]) for each in names if each.name.kind == "town"],
        symbols=shapes.symbols,
        pixel=composition.symbol_size / scale,
        is_filtered=shapes.is_filtered,
    )


def county_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries of the legend for the colours of the counties, of those that occur."""
    kinds = {placed.kind(region) for region in placed.regions}
    classes = legend_classes(view.match.shown_counts(REGION).values(), view.texts)
    entries = [Entry(f"level-{each.index}", each.label) for each in classes if f"level-{each.index}" in kinds]
    return [*entries, *([Entry(NOT_CHOSEN, view.texts.gettext("County not chosen"))] if NOT_CHOSEN in kinds else [])]


def symbol_entries(view: View, placed: PictureMap) -> list[Entry]:
    """Return the entries of the legend for the symbols, of those that occur."""
    _ = view.texts.gettext
    others = [symbol for symbol in placed.symbols if not symbol.is_open]
    entries = [
        (Entry("circle", _("Number of clusters: the larger the circle, the more")), any(not symbol.is_named for symbol in others)),
        (Entry("cluster", _("Cluster")), any(symbol.is_named and not symbol.is_approximate for symbol in others)),
        (Entry("approximate", _("Cluster, somewhere in its county")), any(symbol.is_approximate for symbol in others)),
    ]
    opened = [Entry("opened", symbol.title.partition("\n")[0]) for symbol in placed.symbols if symbol.is_open]
    return [*opened, *(entry for entry, is_there in entries if is_there)]


def _name_lines(name: PlacedName, size: float) -> list[NameLine]:
    """Return the lines of a name in this size, in kilometres."""
    x, y = name.x + name.right * size, name.y + name.down * size
    return [
        NameLine(text, name.name.kind, round(x, 1), round(y + LINE_HEIGHT * size * number, 1), round(size, 1), name.anchor)
        for number, text in enumerate(name.lines)
    ]
