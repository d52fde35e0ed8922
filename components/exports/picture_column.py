"""Column of a picture: its lines of text and the swatches of its legend, one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from components.exports.picture_text import fits, text_width, wrap

LINE_HEIGHT = 1.22  # as a share of the size of the text
BASELINE = 0.93  # from the top of a line, as a share of the size of the text
SWATCH_SIZE = 0.95  # as a share of the size of the text beside it
NUMBER_SIZES = (1.5, 1.2, 1.0, 0.8)  # of the numbers, as shares of the size of their names
NUMBER_GAP = 1.6  # between two numbers, as a share of the size of their names
NO_LIMIT = 1000  # lines
SWATCH_GAP, ENTRY_GAP = 0.5, 1.2  # after a swatch, and between two entries in a row, as shares of the size of the text


@dataclass(frozen=True)
class Line:
    """A line of text; `x` is its left end and `y` its baseline, `colour` the name of a colour of the palette."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool = False
    colour: str = "text"


@dataclass(frozen=True)
class Swatch:
    """A sample of the legend, a square of `size` with its left upper corner at `x` and `y`; `kind` names the symbol or colour in it."""

    kind: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Entry:
    """An entry of the legend: the symbol or colour of its swatch, and its label."""

    kind: str
    label: str


class TextColumn:
    """Lines and swatches from `y` downwards; `y` moves with each that is added."""

    def __init__(self, x: float, y: float, width: float) -> None:
        self.x, self.y, self.width = x, y, width
        self.lines: list[Line] = []
        self.swatches: list[Swatch] = []

    def add_space(self, height: float) -> None:
        """Leave a space."""
        self.y += height

    def add_text(self, text: str, size: float, max_lines: int, *, is_bold: bool = False, colour: str = "text") -> None:
        """Add a text in at most this many lines."""
        for line in wrap(text, size, self.width, max_lines, is_bold=is_bold):
            self.lines.append(Line(line, self.x, self.y + size * BASELINE, size, is_bold, colour))
            self.y += size * LINE_HEIGHT

    def add_title(self, text: str, sizes: Sequence[float], max_height: float) -> None:
        """Add a bold text in the first of the sizes in which it is not higher than this, else cut in the last."""
        max_lines = {size: int(max_height / (size * LINE_HEIGHT)) for size in sizes}
        size = next((size for size in sizes if len(wrap(text, size, self.width, NO_LIMIT, is_bold=True)) <= max_lines[size]), sizes[-1])
        self.add_text(text, size, max_lines[size], is_bold=True)

    def add_numbers(self, numbers: Mapping[str, str], size: float) -> None:
        """Add numbers side by side, each above its name, in the largest type that has room for all of them."""
        for share in NUMBER_SIZES:
            number_size, x, lines = share * size, self.x, []
            for name, number in numbers.items():
                lines.append(Line(number, x, self.y + number_size * BASELINE, number_size, is_bold=True))
                lines.append(Line(name, x, self.y + number_size * LINE_HEIGHT + size * BASELINE, size))
                x += max(text_width(number, number_size, is_bold=True), text_width(name, size)) + size * NUMBER_GAP
            if x - size * NUMBER_GAP <= self.x + self.width:
                break
        self.lines += lines
        self.y += (number_size + size) * LINE_HEIGHT

    def add_entries(self, entries: Sequence[Entry], size: float) -> None:
        """Add entries of the legend, one below the other."""
        for entry in entries:
            self.y = self._add_entry(entry, self.x, size) + size * 0.2

    def add_entries_in_rows(self, entries: Sequence[Entry], size: float) -> None:
        """Add entries of the legend side by side, in as few rows as they need."""
        x, bottom, indent = self.x, self.y, size * (SWATCH_SIZE + SWATCH_GAP)
        for entry in entries:
            if x > self.x and not fits(entry.label, size, self.x + self.width - x - indent):
                x, self.y = self.x, bottom + size * 0.2
            bottom = self._add_entry(entry, x, size)
            x += indent + text_width(entry.label, size) + size * ENTRY_GAP
        self.y = bottom

    def _add_entry(self, entry: Entry, x: float, size: float) -> float:
        """Add an entry at x and return its lower edge."""
        left = x + size * (SWATCH_SIZE + SWATCH_GAP)
        self.swatches.append(Swatch(entry.kind, x, self.y + size * 0.12, size * SWATCH_SIZE))
        beside = TextColumn(left, self.y, self.x + self.width - left)
        beside.add_text(entry.label, size, 2)
        self.lines += beside.lines
        return beside.y

    def moved(self, distance: float) -> TextColumn:
        """Return the column further down by this distance."""
        column = TextColumn(self.x, self.y + distance, self.width)
        column.lines = [replace(line, y=line.y + distance) for line in self.lines]
        column.swatches = [replace(swatch, y=swatch.y + distance) for swatch in self.swatches]
        return column
