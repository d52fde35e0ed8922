"""What was measured, as tables in Markdown and as a plot on logarithmic scales: docs/performance.md and docs/performance.svg."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

# what is measured: its name, the unit it is told in, and how many milliseconds or bytes that unit is
KINDS: Mapping[str, tuple[str, str, int]] = {
    "start": ("start of the server", "s", 1000),
    "opened": ("page opened, map ready", "s", 1000),
    "county, at once": ("county pressed, map changed", "ms", 1),
    "county, answer": ("county pressed, server's answer", "ms", 1),
    "focus, at once": ("focus pressed, map changed", "ms", 1),
    "focus, answer": ("focus pressed, server's answer", "ms", 1),
    "search, answer": ("search typed, server's answer", "ms", 1),
    "socket": ("socket, most for a change", "kB", 1000),
    "memory": ("memory, most of the process", "MB", 1_000_000),
}
WHOLE = 10  # from here on without decimals
SIZES = ("socket", "memory")
PRESSES = ("county, at once", "county, answer", "focus, at once", "focus, answer")
INTRODUCTION = """# How the dashboard grows with its list

Written by `python -m benchmarks.growth`, which makes the lists (`benchmarks/lists.py`; 22 is the shipped one), starts the real server for
each and uses the page in Chromium. Times are medians, measured inside the page from the press or the last key. "Map changed" is when what
the browser draws by itself is on the screen; "server's answer" is when map and sentence say what the server found. The search waits 700 ms
for a next key before it asks. Memory is the most that the process ever had.

![Times and sizes by the number of clusters, on logarithmic scales](performance.svg)
"""
COLOURS = ("#12608f", "#b3541e", "#2e7d4f", "#7a4fa3", "#a3264b", "#5b6770", "#8a6d00")
WIDTH, HEIGHT, LEFT, TOP, LABELS, GAP = 360, 320, 70, 50, 230, 15  # pixels: a panel, what stands around it, and between two labels


def write_report(folder: Path, measured: Mapping[int, Figures], commit: str) -> None:
    """Write both files; `measured` is by the number of clusters, the smallest first."""
    (folder / "performance.md").write_text(_markdown(measured, commit), encoding="utf-8")
    (folder / "performance.svg").write_text(_plot(measured), encoding="utf-8")


def _markdown(measured: Mapping[int, Figures], commit: str) -> str:
    lines = [_row(["clusters", *map(_number, measured)]), _row(["---", *["---:"] * len(measured)])]
    for kind, (name, unit, scale) in KINDS.items():
        told = [figures[kind] / scale for figures in measured.values()]
        lines.append(_row([f"{name}, {unit}", *(f"{value:.0f}" if max(told) >= WHOLE else f"{value:.1f}" for value in told)]))
    lines += ["", _row(["budget", "most", "measured", "met"]), _row(["---", "---:", "---:", "---"])]
    for name, most, value, unit in _budgets(measured):
        lines.append(_row([name, f"{most:g} {unit}", f"{value:.1f} {unit}", "yes" if value <= most else "no"]))
    where = (
        f"Measured on {datetime.now(tz=UTC):%Y-%m-%d} at commit {commit}: {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}."
    )
    return "\n".join([INTRODUCTION, *lines, "", where, ""])


def _budgets(measured: Mapping[int, Figures]) -> Iterator[tuple[str, float, float, str]]:
    """Return each budget: what is limited, the most that it may be, what it is, and the unit."""
    least = min(measured)
    for size, most in ((10_000, 2), (100_000, 4)):
        for kind in PRESSES if size in measured else ():
            yield f"{KINDS[kind][0]}: {_number(size)} to {least} clusters", most, measured[size][kind] / measured[least][kind], "times"
    for kind, most in (("socket", 300), ("memory", 1500), ("start", 15)):
        name, unit, scale = KINDS[kind]
        yield name, most, max(figures[kind] for figures in measured.values()) / scale, unit
    steps = [(math.log(b / a), many[kind] / few[kind]) for (a, few), (b, many) in pairwise(measured.items()) for kind in KINDS]
    yield "steepest growth of any figure: as rows to the power of", 1, max(math.log(times) / rows for rows, times in steps), ""


def _plot(measured: Mapping[int, Figures]) -> str:
    """Return two panels, times and sizes, each with a dashed line that grows as the rows do."""
    times = {kind: [figures[kind] / 1000 for figures in measured.values()] for kind in KINDS if kind not in SIZES}
    sizes = {kind: [figures[kind] / 1_000_000 for figures in measured.values()] for kind in SIZES}
    panels = _panel("Seconds", list(measured), times, 0), _panel("Megabytes", list(measured), sizes, LEFT + WIDTH + LABELS)
    width, height = 2 * (LEFT + WIDTH + LABELS), TOP + HEIGHT + 50
    style = "text{font:13px sans-serif;fill:#1a242c}.grid{stroke:#c9d2d9}.line{fill:none;stroke-width:2}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n<title>Times and sizes by the number of'
        f' clusters</title>\n<style>{style}</style>\n<rect width="{width}" height="{height}" fill="#ffffff"/>\n{"".join(panels)}</svg>\n'
    )


def _panel(title: str, sizes: Sequence[int], lines: Mapping[str, Sequence[float]], left: int) -> str:
    values = [value for line in lines.values() for value in line]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1]) or 1

    def x(size: float) -> float:
        return left + LEFT + WIDTH * (math.log10(size) - first) / (last - first or 1)

    def y(value: float) -> float:
        return TOP + HEIGHT * (high - math.log10(value)) / (high - low or 1)

    def text(at: tuple[float, float], words: str, anchor: str = "start", colour: str = "") -> str:
        fill = f' style="fill:{colour}"' if colour else ""
        return f'<text x="{at[0]:.0f}" y="{at[1]:.0f}" text-anchor="{anchor}"{fill}>{words}</text>\n'

    def line(points: Sequence[tuple[float, float]], look: str) -> str:
        return f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" {look}/>\n'

    right, bottom = left + LEFT + WIDTH, TOP + HEIGHT
    made = [text((left + LEFT, TOP - 20), f"{title}, by clusters")]
    for power in range(low, high + 1):
        made += [line([(left + LEFT, y(10**power)), (right, y(10**power))], 'class="grid"')]
        made += [text((left + LEFT - 8, y(10**power) + 4), f"{10**power:g}", "end")]
    made += [text((x(size), bottom + 22), _number(size), "middle") for size in sizes]
    rise = min(last - first, high - low)  # of the dashed line, in powers of ten
    made.append(
        line([(x(10 ** (last - rise)), y(10**low)), (right, y(10 ** (low + rise)))], 'class="line" stroke="#9aa5ad" stroke-dasharray="4 4"')
    )
    labels = {"as the rows grow": 10.0 ** (low + rise)} | {KINDS[kind][0]: line[-1] for kind, line in lines.items()}
    colours = dict(zip((KINDS[kind][0] for kind in lines), COLOURS, strict=False))
    for kind, numbers in lines.items():
        points = [(x(size), y(number)) for size, number in zip(sizes, numbers, strict=True)]
        made.append(line(points, f'class="line" stroke="{colours[KINDS[kind][0]]}"'))
    height = 0.0
    for name, value in sorted(labels.items(), key=lambda label: -label[1]):  # each at its line's end, or below the one above
        height = max(y(value) + 4, height + GAP)
        made.append(text((right + 8, height), name, colour=colours.get(name, "#5b6770")))
    return "".join(made)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _number(size: int) -> str:
    return f"{size:,}".replace(",", " ")
