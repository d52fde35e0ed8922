"""Report on first and second visits over networks: a section of docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.report_sections import write_section
from benchmarks.tables import Budget, budget_table, in_unit, measurement_note, table

Figures = Mapping[str, float]  # times in milliseconds, sizes in bytes

# Name of each figure, and the milliseconds or bytes in one of its unit.
FIGURES: Mapping[str, tuple[str, float]] = {
    "first, row": ("first visit, a row of the table can be read, s", 1000),
    "first, live": ("first visit, map live, s", 1000),
    "first, bytes": ("first visit, everything, kB", 1000),
    "first, requests": ("first visit, requests", 1),
    "first, answer": ("first answer (the page itself), kB", 1000),
    "first, fonts": ("fonts, kB", 1000),
    "first, shift": ("first visit, layout shift (CLS), thousandths", 0.001),
    "second, row": ("second visit, a row of the table can be read, s", 1000),
    "second, live": ("second visit, map live, s", 1000),
    "second, bytes": ("second visit, everything, kB", 1000),
    "second, requests": ("second visit, requests", 1),
}
# Name, figure, limit in its unit, and the unit; of the network on which the figure is the largest.
BUDGETS = (
    ("first visit, everything", "first, bytes", 900, "kB"),
    ("first answer", "first, answer", 45, "kB"),
    ("layout shift until the map is live, thousandths", "first, shift", 20, ""),
    ("second visit, everything", "second, bytes", 60, "kB"),
    ("second visit, requests", "second, requests", 30, ""),
)
INTRODUCTION = """## First and second visits

The shipped list is opened in Chromium with an empty cache, then a second time with what the cache has kept. Chromium emulates the
networks: "4G" has 60 ms for a round trip and 9 Mbit/s down, 1.5 Mbit/s up; "slow 4G" has 150 ms, 1.6 and 0.75 Mbit/s. Times are medians,
from the begin of the navigation until the browser has drawn it: a row of the table, which is part of the first answer; and the live map
with all counties and clusters. Bytes are those of all answers with their heads, and of the socket, until 2 seconds after the map is live;
requests are those that reach the server. The layout shift is the sum of Chromium's entries in that time. The file of the map's frame is
not part of the first answer.
"""


def write_report(folder: Path, measured: Mapping[str, Figures], commit: str) -> None:
    """Write the section; `measured` holds the figures by the name of the network."""
    rows = [[name, *in_unit([figures[key] for figures in measured.values()], scale)] for key, (name, scale) in FIGURES.items()]
    tables = table(["network", *measured], rows), budget_table(_budgets(measured))
    write_section(folder, "first visits", "\n".join([INTRODUCTION, *tables, measurement_note(commit)]))


def _budgets(measured: Mapping[str, Figures]) -> Iterator[Budget]:
    for name, key, limit, unit in BUDGETS:
        yield Budget(name, max(figures[key] for figures in measured.values()) / FIGURES[key][1], limit, unit)
    hosts = max(figures[f"{visit}, hosts"] for figures in measured.values() for visit in ("first", "second"))
    yield Budget("hosts besides the server's that a visit asks", hosts, 0)
