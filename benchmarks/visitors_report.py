"""Report on the number of visitors: a section of docs/performance.md, and the plot docs/visitors.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.load_test import MAX_P95_MS, Figures
from benchmarks.plot import Panel, plot
from benchmarks.report_sections import write_section
from benchmarks.server import SHIPPED_ROWS
from benchmarks.tables import Budget, budget_table, in_unit, measurement_note, number, table

ByVisitors = Mapping[int, Figures]

# Heading of each figure's column, and the milliseconds or bytes in one of its unit.
FIGURES: Mapping[str, tuple[str, int]] = {
    "changes": ("changes", 1),
    "p50": ("p50, ms", 1),
    "p95": ("p95, ms", 1),
    "p99": ("p99, ms", 1),
    "errors": ("errors", 1),
    "bytes": ("kB per change", 1000),
    "before": ("memory, one visitor, MB", 1_000_000),
    "after": ("memory, all, MB", 1_000_000),
    "session": ("MB per visitor", 1_000_000),
}
REPLICATED_ROWS = 10_000  # of the list that two replicas show


def series_name(size: int) -> str:
    """Return the name of the dashboard's series with a list of `size` rows."""
    return f"{number(size)} clusters"


def baseline_name(size: int) -> str:
    """Return the name of the baseline app's series with a list of `size` rows."""
    return f"usual script, {series_name(size)}"


TWO_REPLICAS = f"2 replicas, {series_name(REPLICATED_ROWS)}"
BASELINE = baseline_name(SHIPPED_ROWS)
SEARCHED_SERIES = (
    series_name(SHIPPED_ROWS),
    series_name(REPLICATED_ROWS),
    TWO_REPLICAS,
    BASELINE,
)  # series whose largest number of visitors is searched for
MIN_SAMPLE = 100  # changes for a p99, and visitors for the memory of one
BUDGET_VISITORS, MAX_BUDGET_P95_MS = 50, 30
MIN_TIMES_BASELINE = 42  # times as many visitors as the baseline app serves
MAX_CHANGE_BYTES = 6200  # with the shipped list
MIN_REPLICA_GAIN = 1.3  # times as many visitors as one replica serves; chance alone makes less difference
INTRODUCTION = """## Number of visitors

Each row is a newly started server with the given number of visitors at the same time, all on the machine of the server. They speak
Streamlit's WebSocket protocol as the browser does: each opens the page, then chooses another focus area at random, or none, 0 to 6 seconds
after the last answer. Times are from the request until the script has finished. p95 is the time that 95 of 100 changes do not exceed; p99
is left out for fewer than 100 changes. A visitor who meets an error leaves and is counted. Memory is that of the process after one visitor
alone, and with all visitors still connected; the memory of one visitor is given for 100 and more, since for fewer it is smaller than what
the process frees in the meantime. The lists come from `benchmarks/lists.py`; 22 is the shipped one. Two replicas take every other visitor,
as behind the balancer in `deploy/`, and their memory is added up. They share the machine's cores with the visitors, so a second replica
gains less than it would on another machine. The usual script (`benchmarks/baseline_app.py`) shows the same lists up to 1,500 rows, since
with 10,000 one page took over 20 seconds and 10 MB; it reads, joins and draws everything again for each change. The largest number of
visitors is searched by doubling, then by bisection, to a tenth. MAX_LIVE_VISITS is larger than all numbers that are tried.

![Time of a filter change and memory by the number of visitors, on logarithmic scales](visitors.svg)
"""


@dataclass(frozen=True)
class Results:
    """Measurements of all series, by the name of the series.

    Attributes:
        figures: Figures by the number of visitors.
        served: Largest number of visitors within the limit, for the series in which it was searched for.
    """

    figures: Mapping[str, ByVisitors]
    served: Mapping[str, int]


def write_report(folder: Path, results: Results, commit: str) -> None:
    """Write the section and the plot."""
    tables = _visitors_table(results), _single_visitor_table(results), budget_table(_budgets(results))
    write_section(folder, "visitors", "\n".join([INTRODUCTION, *tables, measurement_note(commit)]))
    (folder / "visitors.svg").write_text(_plot(results), encoding="utf-8")


def _visitors_table(results: Results) -> str:
    rows = [
        [name, number(visitors), *(in_unit([_reliable(kind, visitors, figures)], scale)[0] for kind, (_, scale) in FIGURES.items())]
        for name, by_visitors in results.figures.items()
        for visitors, figures in sorted(by_visitors.items())
    ]
    return table(["app and list", "visitors", *(head for head, _ in FIGURES.values())], rows)


def _reliable(kind: str, visitors: int, figures: Figures) -> float:
    """Return the figure, or NaN where the sample is too small for it."""
    is_too_small = {"p99": figures["changes"] < MIN_SAMPLE, "session": visitors < MIN_SAMPLE}
    return math.nan if is_too_small.get(kind) else figures[kind]


def _single_visitor_table(results: Results) -> str:
    times = [median(figures["alone"] for figures in by_visitors.values()) for by_visitors in results.figures.values()]
    rows = [
        ["one visitor alone, median of a change, ms", *in_unit(times)],
        [
            f"most visitors with p95 up to {MAX_P95_MS} ms",
            *(number(results.served[name]) if name in results.served else "" for name in results.figures),
        ],
    ]
    return table(["", *results.figures], rows)


def _budgets(results: Results) -> Iterator[Budget]:
    shipped, served = series_name(SHIPPED_ROWS), results.served
    if BUDGET_VISITORS in results.figures[shipped]:
        yield Budget(
            f"p95 of {BUDGET_VISITORS} visitors, {shipped}", results.figures[shipped][BUDGET_VISITORS]["p95"], MAX_BUDGET_P95_MS, "ms"
        )
    largest = max(figures["bytes"] for figures in results.figures[shipped].values())
    yield Budget(f"a change, median, {shipped}", largest / 1000, MAX_CHANGE_BYTES / 1000, "kB")
    times = served[shipped] / max(served[BASELINE], 1)
    yield Budget(
        f"visitors with p95 up to {MAX_P95_MS} ms, compared with the usual script", times, MIN_TIMES_BASELINE, "times", is_minimum=True
    )
    if series_name(REPLICATED_ROWS) in served:
        times = served[TWO_REPLICAS] / max(served[series_name(REPLICATED_ROWS)], 1)
        yield Budget(
            f"visitors of two replicas, compared with one, {series_name(REPLICATED_ROWS)}",
            times,
            MIN_REPLICA_GAIN,
            "times",
            is_minimum=True,
        )


def _plot(results: Results) -> str:
    """Return the plot: a panel of times and one of memory."""

    def panel(title: str, kind: str, unit: int) -> Panel:
        lines = {
            name: [(visitors, figures[kind] / unit) for visitors, figures in sorted(by_visitors.items()) if math.isfinite(figures[kind])]
            for name, by_visitors in results.figures.items()
        }
        return Panel(title, "as the visitors grow", {name: points for name, points in lines.items() if points})

    panels = panel("Seconds for 95 of 100 changes, by visitors", "p95", 1000), panel("Megabytes, by visitors", "after", 1_000_000)
    return plot("Time of a filter change and memory by the number of visitors", panels)
