"""Report on growth with the size of the list: a section of docs/performance.md, and the plot docs/growth.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from benchmarks.plot import Panel, plot
from benchmarks.report_sections import write_section
from benchmarks.tables import Budget, budget_table, in_unit, measurement_note, number, table

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

# Name of each figure, its unit in the report, and the milliseconds or bytes in one of that unit.
FIGURES: Mapping[str, tuple[str, str, int]] = {
    "start": ("start of the server", "s", 1000),
    "opened": ("page opened, map ready", "s", 1000),
    "county, first": ("county pressed, map changed", "ms", 1),
    "county, everything": ("county pressed, map and table changed", "ms", 1),
    "county, answer": ("county pressed, server's answer", "ms", 1),
    "focus, first": ("focus pressed, map changed", "ms", 1),
    "focus, everything": ("focus pressed, map and table changed", "ms", 1),
    "focus, answer": ("focus pressed, server's answer", "ms", 1),
    "search, everything": ("search, last key to map and table changed", "ms", 1),
    "socket": ("socket, largest change", "kB", 1000),
    "memory": ("memory, peak of the process", "MB", 1_000_000),
}
SIZE_FIGURES = ("socket", "memory")
CLICK_FIGURES = ("county, first", "county, answer", "focus, first", "focus, answer")
FILTERS = ("county", "focus")
MAX_SEARCH_MS = 200
LONG_LIST = 100_000  # rows
MAX_TIMES_EVERYTHING = 1.5  # with the long list, compared with the smallest
INTRODUCTION = """## Growth with the size of the list

The lists come from `benchmarks/lists.py`; 22 is the shipped one. A newly started server shows each list, and the page is used in Chromium.
Times are medians, measured in the page from the click or the last key. "Map changed" is the time until the map changes on the screen, which
the browser does by itself. "Map and table changed" is the time until both show what stays; where the whole list is on one page of the
table, the browser changes the table by itself too. "Server's answer" is the time until map and summary show the server's result. The search
waits 150 ms for a next key before it sends a request. Memory is the peak of the process.

![Times and sizes by the number of clusters, on logarithmic scales](growth.svg)
"""


def write_report(folder: Path, measured: Mapping[int, Figures], commit: str) -> None:
    """Write the section and the plot; `measured` holds the figures by the number of clusters, the smallest first."""
    rows = [
        [f"{name}, {unit}", *in_unit([figures[key] for figures in measured.values()], scale)]
        for key, (name, unit, scale) in FIGURES.items()
    ]
    tables = table(["clusters", *map(number, measured)], rows), budget_table(_budgets(measured))
    write_section(folder, "growth", "\n".join([INTRODUCTION, *tables, measurement_note(commit)]))
    (folder / "growth.svg").write_text(_plot(measured), encoding="utf-8")


def _budgets(measured: Mapping[int, Figures]) -> Iterator[Budget]:
    smallest = min(measured)
    for size, limit in ((10_000, 2), (LONG_LIST, 4)):
        for key in CLICK_FIGURES if size in measured else ():
            yield Budget(
                f"{FIGURES[key][0]}: {number(size)} to {smallest} clusters", measured[size][key] / measured[smallest][key], limit, "times"
            )
    for name in FILTERS if LONG_LIST in measured else ():
        first, last = (max(measured[size][f"{name}, {what}"] for what in ("everything", "answer")) for size in (smallest, LONG_LIST))
        all_changed = f"{name} pressed, map, table and summary changed: {number(LONG_LIST)} to {smallest} clusters"
        yield Budget(all_changed, last / first, MAX_TIMES_EVERYTHING, "times")
    for size in sorted({smallest, LONG_LIST} & set(measured)):
        name, milliseconds = FIGURES["search, everything"][0], measured[size]["search, everything"]
        yield Budget(f"{name}: {number(size)} clusters", milliseconds, MAX_SEARCH_MS, "ms")
    for key, limit in (("socket", 300), ("memory", 1500), ("start", 15)):
        name, unit, scale = FIGURES[key]
        yield Budget(name, max(figures[key] for figures in measured.values()) / scale, limit, unit)
    steps = [(math.log(b / a), larger[key] / smaller[key]) for (a, smaller), (b, larger) in pairwise(measured.items()) for key in FIGURES]
    if steps:
        yield Budget("steepest growth of any figure: as rows to the power of", max(math.log(times) / rows for rows, times in steps), 1)


def _plot(measured: Mapping[int, Figures]) -> str:
    """Return the plot: a panel of times and one of sizes."""

    def panel(title: str, unit: int, *, sizes: bool) -> Panel:
        lines = {
            FIGURES[key][0]: [(size, figures[key] / unit) for size, figures in measured.items()]
            for key in FIGURES
            if (key in SIZE_FIGURES) is sizes
        }
        return Panel(f"{title}, by clusters", "as the rows grow", lines)

    panels = panel("Seconds", 1000, sizes=False), panel("Megabytes", 1_000_000, sizes=True)
    return plot("Times and sizes by the number of clusters", panels)
