"""Map inside a picture: the shapes of the SVG map, with sizes that suit the picture. Lengths in it are kilometres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.maps.map_names import LARGE
from components.content.maps.map_shapes import MapShapes, Region
from components.content.maps.map_symbols import Symbol
from components.exports.picture_compositions import Composition
from geo.drawing import Drawing
from geo.names import LINE_HEIGHT, TYPE_PX, Anchor, NameKind, PlacedName

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
    kind: NameKind
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
class ScaleBar:
    """The scale bar with its right end at `x` and its lower edge at `y`; `size` is its type size. Lengths are the picture's units."""

    text: str
    x: float
    y: float
    width: float
    size: float


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
        scale_bar: The scale bar; None on a map without names.
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
    scale_bar: ScaleBar | None
    is_filtered: bool

    def kind(self, region: Region) -> str:
        """Return the kind of colour of a county: its class, or the one of counties that the selection leaves out."""
        is_left_out = self.is_filtered and not region.is_chosen and not region.class_index
        return NOT_CHOSEN if is_left_out else f"level-{region.class_index}"

    @property
    def bottom(self) -> float:
        """The lower edge, in units of the picture."""
        return self.box.y + self.box.height


def place_map(shapes: MapShapes, box: Box, composition: Composition) -> PictureMap:
    """Return the map so that its extent is as large as the box allows; a box of no height becomes as high as the extent needs."""
    drawing = shapes.drawing
    box = Box(box.x, box.y, box.width, box.height or box.width / drawing.width * drawing.height)
    scale = min(box.width / drawing.width, box.height / drawing.height)
    sizes = {kind: _type_size(kind, shapes, composition.name_size / scale) for kind in TYPE_PX}
    names = _names(shapes, scale, composition)
    return PictureMap(
        box=box,
        scale=scale,
        left=(box.width - drawing.width * scale) / 2 - drawing.left * scale,
        top=(box.height - drawing.height * scale) / 2 - drawing.top * scale,
        drawing=drawing,
        regions=shapes.regions,
        names=[line for name in names for line in _name_lines(name, sizes[name.name.kind])],
        dots=[Dot(each.name.x, each.name.y, DOT_SIZE * sizes["town"]) for each in names if each.name.kind == "town"],
        symbols=shapes.symbols,
        pixel=composition.symbol_size / scale,
        scale_bar=_scale_bar(shapes.scale_km, scale, box, composition.note_size) if composition.name_size else None,
        is_filtered=shapes.is_filtered,
    )


def _type_size(kind: NameKind, shapes: MapShapes, county_size: float) -> float:
    """Return the size of the names of a kind where counties are to have this size, but not more than they have room for."""
    return min(TYPE_PX[kind] * shapes.names.km_per_px, county_size * TYPE_PX[kind] / TYPE_PX["county"])


def _names(shapes: MapShapes, scale: float, composition: Composition) -> Sequence[PlacedName]:
    """Return the names for which the map is large enough, type and symbols being as large as the composition says."""
    if not composition.name_size:
        return []
    km_per_px = max(composition.name_size / TYPE_PX["county"], composition.symbol_size) / scale
    has_room = km_per_px <= LARGE.km_per_px(shapes.drawing.extent)
    return [*shapes.names.always, *(shapes.names.if_large if has_room else [])]


def _scale_bar(kilometres: int, scale: float, box: Box, size: float) -> ScaleBar:
    """Return the scale bar in the lower right corner of a box."""
    return ScaleBar(f"{kilometres} km", box.x + box.width - size, box.y + box.height - size, kilometres * scale, size)


def _name_lines(name: PlacedName, size: float) -> list[NameLine]:
    """Return the lines of a name in this size, in kilometres."""
    x, y = name.x + name.right * size, name.y + name.down * size
    return [
        NameLine(text, name.name.kind, round(x, 1), round(y + LINE_HEIGHT * size * number, 1), round(size, 1), name.anchor)
        for number, text in enumerate(name.lines)
    ]
