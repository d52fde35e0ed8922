"""Map as a picture: title, numbers, map, legend, source and licence of a view in one SVG that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.content.filters.selection_summary import selection_sentence
from components.content.maps.map_extent import selection_extent
from components.content.maps.map_shapes import Region, map_shapes
from components.core.settings import settings
from components.core.templating import fill_in
from components.dataset.view import View
from components.exports.picture_column import Line, Swatch, TextColumn
from components.exports.picture_compositions import CARD, SHEET, STRIP, Composition
from components.exports.picture_content import add_facts, add_legend, add_notes, add_title, picture_title, rows_per_county
from components.exports.picture_map import Box, PictureMap, place_map
from data.filters import REGION
from geo.palette import light_colours

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML 1.0 does not allow
FONT_FAMILIES = "Source Sans Pro, Arial, Helvetica, sans-serif"
MIN_SHEET_WIDTH = 800  # pixels; in a narrower picture the text of a sheet would be too small


@dataclass(frozen=True)
class Arrangement:
    """Content of a picture in its places; lengths are the composition's units."""

    height: float
    placed_map: PictureMap
    lines: list[Line]
    swatches: list[Swatch]


def map_svg(view: View, base_url: str, width: int) -> str:
    """Return the picture as SVG, `width` pixels wide. `base_url` is the app's URL, which the picture names; "" for none."""
    return _to_svg(view, base_url, SHEET if width >= MIN_SHEET_WIDTH else STRIP, width)


def card_svg(view: View) -> str:
    """Return the picture for previews of links as SVG, in the pixels of `CARD`."""
    return _to_svg(view, "", CARD, CARD.width)


def _description(view: View, regions: Sequence[Region]) -> str:
    """Return the alternative text: the selection in a sentence, and each county that has clusters with their number."""
    counties = "; ".join(region.title for region in regions if region.class_index)
    heading = rows_per_county(view)
    return " ".join([selection_sentence(view), *([f"{heading}: {counties}."] if counties else [])])


def _to_svg(view: View, base_url: str, composition: Composition, width: int) -> str:
    arrange = _arrange_below if not composition.text_width else _arrange_beside
    arrangement = arrange(view, base_url, composition)
    height = composition.height or round(arrangement.height)
    svg = fill_in(
        "map_picture.svg",
        view.language,
        title=picture_title(view),
        description=_description(view, arrangement.placed_map.regions),
        width=width,
        height=round(width * height / composition.width),
        view_box=f"0 0 {composition.width} {height}",
        fonts=FONT_FAMILIES,
        colours=light_colours(settings().accent_colour),
        lines=arrangement.lines,
        swatches=arrangement.swatches,
        map=arrangement.placed_map,
    )
    return NOT_IN_XML.sub("", svg)


def _arrange_beside(view: View, base_url: str, composition: Composition) -> Arrangement:
    """Return the text at the left and the map at the right; source and licence stand at the bottom."""
    margin = composition.margin
    left = margin + composition.text_width + margin / 2
    box = Box(left, margin, composition.width - margin - left, composition.height - 2 * margin)
    placed = _place(view, box, composition)
    top, bottom = (TextColumn(margin, margin, composition.text_width) for _ in range(2))
    add_title(top, view, composition)
    add_facts(top, view, composition)
    add_legend(bottom if composition.is_brief else top, view, placed, composition)
    add_notes(bottom, view, base_url, composition)
    bottom = bottom.moved(composition.height - margin - bottom.y)
    return Arrangement(composition.height, placed, top.lines + bottom.lines, top.swatches + bottom.swatches)


def _arrange_below(view: View, base_url: str, composition: Composition) -> Arrangement:
    """Return title and facts above the map, and legend, source and licence below it."""
    margin, width = composition.margin, composition.width - 2 * composition.margin
    above = TextColumn(margin, margin, width)
    add_title(above, view, composition)
    add_facts(above, view, composition)
    placed = _place(view, Box(margin, above.y + margin, width, 0), composition)
    below = TextColumn(margin, placed.bottom + margin, width)
    add_legend(below, view, placed, composition)
    add_notes(below, view, base_url, composition)
    return Arrangement(below.y + margin, placed, above.lines + below.lines, above.swatches + below.swatches)


def _place(view: View, box: Box, composition: Composition) -> PictureMap:
    """Return the map in a box, which it fills; a box of no height becomes as high as the selection's extent needs."""
    extent = selection_extent(view)
    shown = extent.fitted(box.width / box.height) if box.height else extent
    return place_map(map_shapes(view, view.match.shown_counts(REGION), has_links=False, box=shown), box, composition)
