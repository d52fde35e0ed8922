"""Plots of the measurements: panels side by side on logarithmic scales, as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.tables import number

Points = Sequence[tuple[int, float]]

COLOURS = ("#12608f", "#b3541e", "#2e7d4f", "#7a4fa3", "#a3264b", "#5b6770", "#8a6d00")
REFERENCE_COLOUR = "#5b6770"  # of the dashed line
WIDTH_PX, HEIGHT_PX = 360, 320  # of a panel
LEFT_PX, TOP_PX, LABELS_PX = 70, 50, 230  # margins left of a panel, above it, and right of it for the names of its lines
GAP_PX = 15  # between two names
STYLE = "text{font:13px sans-serif;fill:#1a242c}.grid{stroke:#c9d2d9}.line{fill:none;stroke-width:2}"


class Panel:
    """Chart of named lines by a count, with a dashed reference line, named `reference`, that grows in proportion to the count."""

    def __init__(self, title: str, reference: str, lines: Mapping[str, Points]) -> None:
        self._title, self._reference, self._lines = title, reference, lines
        self._counts = sorted({count for points in lines.values() for count, _ in points})
        values = [value for points in lines.values() for _, value in points]
        self._low, self._high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self._first, self._last = math.log10(self._counts[0]), math.log10(self._counts[-1]) or 1
        self._left: float = LEFT_PX

    def draw(self, left: float) -> str:
        """Return the panel as SVG elements, with its left margin at `left`."""
        self._left = left + LEFT_PX
        return "".join([*self._axes(), *self._curves(), *self._names()])

    def _x(self, count: float) -> float:
        return self._left + WIDTH_PX * (math.log10(count) - self._first) / (self._last - self._first or 1)

    def _y(self, value: float) -> float:
        return TOP_PX + HEIGHT_PX * (self._high - math.log10(value)) / (self._high - self._low or 1)

    def _axes(self) -> Iterable[str]:
        yield _text((self._left, TOP_PX - 20), self._title)
        for power in range(self._low, self._high + 1):
            height = self._y(10**power)
            yield _line([(self._left, height), (self._left + WIDTH_PX, height)], 'class="grid"')
            yield _text((self._left - 8, height + 4), f"{10**power:g}", "end")
        next_free = -math.inf
        for count in self._counts:
            if self._x(count) >= next_free:
                yield _text((self._x(count), TOP_PX + HEIGHT_PX + 22), number(count), "middle")
                next_free = self._x(count) + 2 * GAP_PX

    def _reference_rise(self) -> float:
        """Return the rise of the dashed line, in powers of ten."""
        return min(self._last - self._first, self._high - self._low)

    def _curves(self) -> Iterable[str]:
        rise = self._reference_rise()
        ends = [(self._x(10 ** (self._last - rise)), self._y(10**self._low)), (self._left + WIDTH_PX, self._y(10 ** (self._low + rise)))]
        yield _line(ends, 'class="line" stroke="#9aa5ad" stroke-dasharray="4 4"')
        for points, colour in zip(self._lines.values(), COLOURS, strict=False):
            yield _line([(self._x(count), self._y(value)) for count, value in points], f'class="line" stroke="{colour}"')

    def _names(self) -> Iterable[str]:
        """Yield the name of each line at its end, moved down where it would cover the name above."""
        ends = {self._reference: 10.0 ** (self._low + self._reference_rise())} | {
            name: points[-1][1] for name, points in self._lines.items()
        }
        colours = dict(zip(self._lines, COLOURS, strict=False))
        height = 0.0
        for name, value in sorted(ends.items(), key=lambda end: -end[1]):
            height = max(self._y(value) + 4, height + GAP_PX)
            yield _text((self._left + WIDTH_PX + 8, height), name, colour=colours.get(name, REFERENCE_COLOUR))


def plot(title: str, panels: Sequence[Panel]) -> str:
    """Return the panels as one SVG image."""
    width, height = len(panels) * (LEFT_PX + WIDTH_PX + LABELS_PX), TOP_PX + HEIGHT_PX + 50
    content = "".join(panel.draw(index * (LEFT_PX + WIDTH_PX + LABELS_PX)) for index, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n<title>{title}</title>\n'
        f'<style>{STYLE}</style>\n<rect width="{width}" height="{height}" fill="#ffffff"/>\n{content}</svg>\n'
    )


def _text(point: tuple[float, float], text: str, anchor: str = "start", colour: str = "") -> str:
    fill = f' style="fill:{colour}"' if colour else ""
    return f'<text x="{point[0]:.0f}" y="{point[1]:.0f}" text-anchor="{anchor}"{fill}>{text}</text>\n'


def _line(points: Points | Sequence[tuple[float, float]], attributes: str) -> str:
    return f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" {attributes}/>\n'
