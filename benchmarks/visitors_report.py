"""Report of the visitors that one process serves: a section of docs/performance.md, and docs/visitors.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.load_test import LIMIT, Figures, within
from benchmarks.plot import Panel, plot
from benchmarks.report_sections import write_section
from benchmarks.server import SHIPPED
from benchmarks.tables import Budget, budget_table, in_unit, number, table, where

ByVisitors = Mapping[int, Figures]

# figure of a crowd: the heading of its column, and the milliseconds or bytes in one unit
KINDS: Mapping[str, tuple[str, int]] = {
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
REPLICATED = 10_000  # rows of the list of the replicas


def name_of(size: int) -> str:
    """Return the name of the series with a list of this size."""
    return f"{number(size)} clusters"


def usual_of(size: int) -> str:
    """Return the name of the series of the usual script with a list of this size."""
    return f"usual script, {name_of(size)}"


TWO = f"2 replicas, {name_of(REPLICATED)}"
USUAL = usual_of(SHIPPED)
SEARCHED = (name_of(SHIPPED), name_of(REPLICATED), TWO, USUAL)  # for the largest crowd
ENOUGH = 100  # changes for a p99, and visitors for the memory of one
MANY, FAST, TIMES = 50, 60, 20  # visitors, their largest p95 in milliseconds, and the factor to the usual script's visitors
LEAN = 6 * 1024  # bytes of a change with the shipped list
MORE = 1.3  # factor of two replicas to one; equal ones differ less by chance
INTRODUCTION = """## Visitors at the same time

Each row is the largest crowd that a server was measured to serve with p95 up to 500 ms, or the smallest one tried if none was served so.
The plot has all crowds. The visitors run on the same machine as the server and use Streamlit's WebSocket protocol, as a browser does: each
opens the page and then changes the focus area at random, 0 to 6 seconds after the last answer.

- A time is from the request until the script has finished. p95 is the time that 95 of 100 changes do not exceed. p99 is given for 100
  changes or more.
- A visitor who meets an error leaves and is counted.
- Memory is that of the process after one visitor alone, and with all visitors still there. MB per visitor is given for 100 visitors or
  more: with fewer it is lost in the memory that the process frees meanwhile.
- The lists come from `benchmarks/lists.py`; the list of 22 clusters is the shipped one.
- Of two replicas each serves every other visitor, as behind the balancer in `deploy/`; their memory is added. All share the cores of the
  machine with the visitors, so that on a machine of its own the second would add more.
- The usual script (`benchmarks/baseline_app.py`) reads, joins and draws everything again for each change. It is measured up to 1,500 rows:
  with 10,000 one page of it took over 20 seconds and 10 MB.
- The largest crowd is searched by doubling and then halving the interval, to a tenth. Apps without a number in the second table were not
  searched: only crowds of 20, 50, 100 and 200 were tried.

![Time of a filter change and memory by the number of visitors, on logarithmic scales](visitors.svg)
"""


@dataclass(frozen=True)
class Measured:
    """By name of the series: its figures by visitors, and its largest crowd within the limit, if that was searched for."""

    figures: Mapping[str, ByVisitors]
    served: Mapping[str, int]


def write_report(folder: Path, measured: Measured, commit: str) -> None:
    """Write section and plot."""
    tables = _crowds(measured), _alone(measured), budget_table(_budgets(measured))
    write_section(folder, "visitors", "\n".join([INTRODUCTION, *tables, where(commit)]))
    (folder / "visitors.svg").write_text(_plot(measured), encoding="utf-8")


def _crowds(measured: Measured) -> str:
    rows = []
    for name, crowds in measured.figures.items():
        visitors = largest_served(crowds)
        figures = (_worth_telling(kind, visitors, crowds[visitors]) for kind in KINDS)
        cells = (in_unit([figure], scale)[0] for figure, (_, scale) in zip(figures, KINDS.values(), strict=True))
        rows.append([name, number(visitors), *cells])
    return table(["app", "visitors", *(head for head, _ in KINDS.values())], rows)


def largest_served(crowds: ByVisitors) -> int:
    """Return the visitors of the largest crowd that was served within the limit, or of the smallest crowd if none was."""
    served = [visitors for visitors, figures in crowds.items() if within(figures)]
    return max(served) if served else min(crowds)


def _worth_telling(kind: str, visitors: int, figures: Figures) -> float:
    """Return the figure, or NaN if too few visitors or changes make it a matter of chance."""
    by_chance = {"p99": figures["changes"] < ENOUGH, "session": visitors < ENOUGH}
    return math.nan if by_chance.get(kind) else figures[kind]


def _alone(measured: Measured) -> str:
    times = [median(figures["alone"] for figures in crowds.values()) for crowds in measured.figures.values()]
    rows = [
        ["one visitor alone, median of a change, ms", *in_unit(times)],
        [
            f"visitors with p95 up to {LIMIT} ms, at most",
            *(number(measured.served[name]) if name in measured.served else "" for name in measured.figures),
        ],
    ]
    return table(["", *measured.figures], rows)


def _budgets(measured: Measured) -> Iterator[Budget]:
    shipped, served = name_of(SHIPPED), measured.served
    if MANY in measured.figures[shipped]:
        yield Budget(f"p95 of {MANY} visitors, {shipped}", measured.figures[shipped][MANY]["p95"], FAST, "ms")
    most = max(figures["bytes"] for figures in measured.figures[shipped].values())
    yield Budget(f"a change, median, {shipped}", most / 1000, LEAN / 1000, "kB")
    times = served[shipped] / max(served[USUAL], 1)
    yield Budget(f"visitors with p95 up to {LIMIT} ms, beside the usual script", times, TIMES, "times", least=True)
    if name_of(REPLICATED) in served:
        times = served[TWO] / max(served[name_of(REPLICATED)], 1)
        yield Budget(f"visitors of two replicas, beside one, {name_of(REPLICATED)}", times, MORE, "times", least=True)


def _plot(measured: Measured) -> str:
    """Return two panels, times and memory."""

    def panel(title: str, kind: str, unit: int) -> Panel:
        lines = {
            name: [(visitors, figures[kind] / unit) for visitors, figures in sorted(crowds.items()) if math.isfinite(figures[kind])]
            for name, crowds in measured.figures.items()
        }
        return Panel(title, "as the visitors grow", {name: points for name, points in lines.items() if points})

    panels = panel("Seconds for 95 of 100 changes, by visitors", "p95", 1000), panel("Megabytes, by visitors", "after", 1_000_000)
    return plot("Time of a filter change and memory by the number of visitors", panels)
