"""How many visitors one process serves, told: a section of docs/performance.md, and docs/visitors.svg."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.load_test import LIMIT, Figures
from benchmarks.plot import Panel, plot
from benchmarks.report_sections import write_section
from benchmarks.server import SHIPPED
from benchmarks.tables import Budget, budget_table, in_unit, number, table, where

ByVisitors = Mapping[int, Figures]

# what is measured of a crowd: how its column is headed, and how many milliseconds or bytes the unit is
KINDS: Mapping[str, tuple[str, int]] = {
    "changes": ("changes", 1),
    "p50": ("p50, ms", 1),
    "p95": ("p95, ms", 1),
    "p99": ("p99, ms", 1),
    "errors": ("errors", 1),
    "bytes": ("a change, kB", 1000),
    "before": ("memory before, MB", 1_000_000),
    "after": ("memory after, MB", 1_000_000),
    "session": ("a visitor, MB", 1_000_000),
}
REPLICATED = 10_000  # rows of the list of the replicas


def name_of(size: int) -> str:
    """Return what a series with a list of this size is called."""
    return f"{number(size)} clusters"


def usual_of(size: int) -> str:
    """Return what the usual script over a list of this size is called."""
    return f"usual script, {name_of(size)}"


TWO = f"2 replicas, {name_of(REPLICATED)}"
USUAL = usual_of(SHIPPED)
SEARCHED = (name_of(SHIPPED), name_of(REPLICATED), TWO, USUAL)  # for the most visitors
ENOUGH = 100  # changes for a p99, and visitors for the memory of one
MANY, FAST, TIMES = 50, 60, 20  # visitors, milliseconds for 95 of 100 changes of theirs, and times the usual script's visitors
LEAN = 6 * 1024  # bytes of a change, over the shipped list
MORE = 1.3  # times one replica's visitors that two have to serve: chance makes less than that of equal ones
INTRODUCTION = """## Many visitors

Each row is a real server of its own and so many visitors at the same time, all on the same
machine as the server. They speak Streamlit's socket protocol, as the browser does: each opens the page, then chooses another focus area at
random, or none, 0 to 6 seconds after the last answer. Times are from the request until the script has finished; p95 is what 95 of 100
changes do not exceed; p99 of fewer than 100 changes is left out. A visitor who meets an error leaves and is counted. Memory is what the
process holds after one visitor alone, and with all still there; what a visitor needs is told of 100 and more, since of few it is lost in
what the process frees meanwhile. The lists come from `benchmarks/lists.py`; 22 is the
shipped one. Of two replicas each takes every other visitor, as behind the balancer in `deploy/`, and their memory is added; all share the
machine's cores with the visitors, so that a second one shows less than it would on a machine of its own. The usual script
(`benchmarks/baseline_app.py`) shows the same lists up to 1,500 rows, since with 10,000 one page of it took over 20 seconds and 10 MB, and
reads, joins and draws everything anew for each choice. How many visitors an app serves
is searched by doubling, then by halving what lies between, to a tenth.

![Time of a filter change and memory by the number of visitors, on logarithmic scales](visitors.svg)
"""


@dataclass(frozen=True)
class Measured:
    """By what they are of: the figures by visitors, and how many visitors are served within the limit, where that was searched for."""

    figures: Mapping[str, ByVisitors]
    served: Mapping[str, int]


def write_report(folder: Path, measured: Measured, commit: str) -> None:
    """Write section and plot."""
    tables = _crowds(measured), _alone(measured), budget_table(_budgets(measured))
    write_section(folder, "visitors", "\n".join([INTRODUCTION, *tables, where(commit)]))
    (folder / "visitors.svg").write_text(_plot(measured), encoding="utf-8")


def _crowds(measured: Measured) -> str:
    rows = [
        [name, number(visitors), *(in_unit([_worth_telling(kind, visitors, figures)], scale)[0] for kind, (_, scale) in KINDS.items())]
        for name, crowds in measured.figures.items()
        for visitors, figures in sorted(crowds.items())
    ]
    return table(["what", "visitors", *(head for head, _ in KINDS.values())], rows)


def _worth_telling(kind: str, visitors: int, figures: Figures) -> float:
    """Return the figure, or one that is not known where chance has made it."""
    by_chance = {"p99": figures["changes"] < ENOUGH, "session": visitors < ENOUGH}
    return math.nan if by_chance.get(kind) else figures[kind]


def _alone(measured: Measured) -> str:
    times = [median(figures["alone"] for figures in crowds.values()) for crowds in measured.figures.values()]
    rows = [
        ["one visitor alone, a change, median, ms", *in_unit(times)],
        [
            f"most visitors with p95 up to {LIMIT} ms",
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
