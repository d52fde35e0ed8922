"""How the dashboard grows with its list, told: docs/performance.md and docs/performance.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.plot import Panel, plot
from benchmarks.tables import Budget, budget_table, in_unit, number, table, where

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
SIZES = ("socket", "memory")
PRESSES = ("county, at once", "county, answer", "focus, at once", "focus, answer")
INTRODUCTION = """# How the dashboard grows with its list

Written by `python -m benchmarks.growth`, which makes the lists (`benchmarks/lists.py`; 22 is the shipped one), starts the real server for
each and uses the page in Chromium. Times are medians, measured inside the page from the press or the last key. "Map changed" is when what
the browser draws by itself is on the screen; "server's answer" is when map and sentence say what the server found. The search waits 700 ms
for a next key before it asks. Memory is the most that the process ever had. How many visitors one process serves at the same time is in
[visitors.md](visitors.md).

![Times and sizes by the number of clusters, on logarithmic scales](performance.svg)
"""


def write_report(folder: Path, measured: Mapping[int, Figures], commit: str) -> None:
    """Write both files; `measured` is by the number of clusters, the smallest first."""
    rows = [
        [f"{name}, {unit}", *in_unit([figures[kind] for figures in measured.values()], scale)]
        for kind, (name, unit, scale) in KINDS.items()
    ]
    tables = table(["clusters", *map(number, measured)], rows), budget_table(_budgets(measured))
    (folder / "performance.md").write_text("\n".join([INTRODUCTION, *tables, where(commit)]), encoding="utf-8")
    (folder / "performance.svg").write_text(_plot(measured), encoding="utf-8")


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
