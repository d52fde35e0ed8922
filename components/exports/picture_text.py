"""Text of a picture: the files of its typeface, and lines that fit a width."""

from __future__ import annotations

import functools
import re
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

PACKAGE = "font_source_sans_pro"  # read as files: importing it leaves a file open
MEASURED_SIZE = 100  # pixels; widths of other sizes are in proportion
# Share of a line that text may fill: a program without the typeface shows an SVG in one that is somewhat wider.
MAX_FILLED = 0.9
ELLIPSIS = "…"
SPACE = re.compile(r"[ \t\n]+")  # a no-break space is none of them
AFTER_NUMBER = re.compile(r"(?<=\d) (?=\w)")
NO_BREAK = "\u00a0"


@functools.cache
def font_file(*, is_bold: bool) -> Path:
    """Return the TrueType file of a weight."""
    spec = find_spec(PACKAGE)
    if not (spec and spec.origin):
        raise ModuleNotFoundError("font-source-sans-pro is not installed")
    return Path(spec.origin).parent / "files" / f"SourceSansPro-{'Bold' if is_bold else 'Regular'}.ttf"


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of a line of this size, in the unit of the size."""
    return _font(is_bold).getlength(text) * size / MEASURED_SIZE


def fits(text: str, size: float, width: float, *, is_bold: bool = False) -> bool:
    """Return True if a text fits a line of this width."""
    return text_width(text, size, is_bold=is_bold) <= width * MAX_FILLED


def wrap(text: str, size: float, width: float, max_lines: int, *, is_bold: bool = False) -> list[str]:
    """Return the lines of a text; a word that is longer than a line is cut, and an ellipsis ends a text of too many lines.

    A number and the word after it stay together.
    """
    lines = [""]
    for word in SPACE.split(AFTER_NUMBER.sub(NO_BREAK, text)):
        joined = f"{lines[-1]} {word}".strip()
        if fits(joined, size, width, is_bold=is_bold):
            lines[-1] = joined
        else:
            pieces = _pieces(word, size, width, is_bold=is_bold)
            lines = [*filter(None, lines), *pieces]
        if len(lines) > max_lines:
            return [*lines[: max_lines - 1], _shortened(lines[max_lines - 1], size, width, is_bold=is_bold)]
    return lines


def _pieces(word: str, size: float, width: float, *, is_bold: bool) -> list[str]:
    """Return a word in as many pieces as it has lines."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and not fits(pieces[-1] + letter, size, width, is_bold=is_bold):
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(line: str, size: float, width: float, *, is_bold: bool) -> str:
    """Return a line that ends with an ellipsis, without the letters that leave no room for it."""
    while line and not fits(line + ELLIPSIS, size, width, is_bold=is_bold):
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


@functools.cache
def _font(is_bold: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - the key of the cache
    """Return the typeface in MEASURED_SIZE; basic layout gives the same widths on every machine."""
    return ImageFont.truetype(str(font_file(is_bold=is_bold)), MEASURED_SIZE, layout_engine=ImageFont.Layout.BASIC)
