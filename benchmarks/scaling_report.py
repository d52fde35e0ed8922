"""Report of the growth with the number of clusters: a section of docs/performance.md, and docs/growth.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.plot import Panel, plot
from benchmarks.report_sections import write_section
from benchmarks.tables import Budget, budget_table, in_unit, number, table, where

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

# figure: its name, its unit, and the milliseconds or bytes in one unit
KINDS: Mapping[str, tuple[str, str, int]] = {
    "start": ("start of the server", "s", 1000),
    "opened": ("page opened, map ready", "s", 1000),
    "county, at once": ("county pressed, map changed", "ms", 1),
    "county, answer": ("county pressed, server's answer", "ms", 1),
    "focus, at once": ("focus pressed, map changed", "ms", 1),
    "focus, answer": ("focus pressed, server's answer", "ms", 1),
    "search, answer": ("search typed, server's answer", "ms", 1),
    "socket": ("socket, largest change", "kB", 1000),
    "memory": ("memory, maximum", "MB", 1_000_000),
}
SIZES = ("socket", "memory")
PRESSES = ("county, at once", "county, answer", "focus, at once", "focus, answer")
INTRODUCTION = """## Growth with the number of clusters

The lists come from `benchmarks/lists.py`; the list of 22 clusters is the shipped one. For each, a server is started and its page is used in
Chromium. Times are medians. They are measured within the page, from the press or the last key. "Map changed": the map has drawn what the
browser can compute by itself. "Server's answer": map and sentence show the result of the server. The search waits 700 ms for another key
before it sends. Memory is the maximum of the process.

![Times and sizes by the number of clusters, on logarithmic scales](growth.svg)
"""


def write_report(folder: Path, measured: Mapping[int, Figures], commit: str) -> None:
    """Write section and plot; `measured` is by the number of clusters, the smallest first."""
    rows = [
        [f"{name}, {unit}", *in_unit([figures[kind] for figures in measured.values()], scale)]
        for kind, (name, unit, scale) in KINDS.items()
    ]
    tables = table(["clusters", *map(number, measured)], rows), budget_table(_budgets(measured))
    write_section(folder, "growth", "\n".join([INTRODUCTION, *tables, where(commit)]))
    (folder / "growth.svg").write_text(_plot(measured), encoding="utf-8")


def _budgets(measured: Mapping[int, Figures]) -> Iterator[Budget]:
    least = min(measured)
    for size, most in ((10_000, 2), (100_000, 4)):
        for kind in PRESSES if size in measured else ():
            yield Budget(
                f"{KINDS[kind][0]}: {number(size)} to {least} clusters", measured[size][kind] / measured[least][kind], most, "times"
            )
    for kind, most in (("socket", 300), ("memory", 1500), ("start", 15)):
        name, unit, scale = KINDS[kind]
        yield Budget(name, max(figures[kind] for figures in measured.values()) / scale, most, unit)
    steps = [(math.log(b / a), many[kind] / few[kind]) for (a, few), (b, many) in pairwise(measured.items()) for kind in KINDS]
    if steps:
        yield Budget("steepest growth of any figure: as rows to the power of", max(math.log(times) / rows for rows, times in steps), 1)


def _plot(measured: Mapping[int, Figures]) -> str:
    """Return two panels, times and sizes."""

    def panel(title: str, unit: int, *, sizes: bool) -> Panel:
        lines = {
            KINDS[kind][0]: [(size, figures[kind] / unit) for size, figures in measured.items()]
            for kind in KINDS
            if (kind in SIZES) is sizes
        }
        return Panel(f"{title}, by clusters", "as the rows grow", lines)

    panels = panel("Seconds", 1000, sizes=False), panel("Megabytes", 1_000_000, sizes=True)
    return plot("Times and sizes by the number of clusters", panels)
