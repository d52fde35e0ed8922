"""Compositions of a picture: the sizes and places of its text, legend and map for each kind of picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Composition:
    """Arrangement of a picture. All lengths are in units of which the picture has `width`, independent of its pixels.

    Attributes:
        width: Width of the picture.
        height: Height of the picture; 0 where it is as high as its content.
        margin: Distance between the edge and the content.
        text_width: Width of the column of text, which is left of the map; 0 where the text is above and below the map.
        title_sizes: Sizes of the title: the first in which it is not higher than `title_height`, else it is cut in the last.
        title_height: The most height of the title.
        text_lines: The most lines of the publisher's name, and of a fact.
        text_size: Size of the numbers' names, the legend and the publisher's name.
        note_size: Size of source and licence.
        name_size: Size of the counties' names at most; 0 for a map without names.
        symbol_size: Size of a pixel of the page's map, by which symbols are drawn.
        is_brief: True if classes stand side by side, and of the notes only the first.
    """

    width: int
    height: int
    margin: int
    text_width: int
    title_sizes: Sequence[int]
    title_height: int
    text_lines: int
    text_size: int
    note_size: int
    name_size: int
    symbol_size: float
    is_brief: bool = False


SHEET = Composition(1200, 1380, 48, 500, (46, 40, 34, 28), 270, 3, 24, 18, 21, 1.6)  # text beside the map
STRIP = Composition(400, 0, 16, 0, (26, 22, 19, 16), 140, 3, 15, 12, 13, 1.0)  # for narrow pictures: text above and below the map
CARD = Composition(1200, 630, 40, 780, (66, 54, 44, 38, 32, 27), 170, 1, 26, 20, 0, 1.1, is_brief=True)  # for previews of links
