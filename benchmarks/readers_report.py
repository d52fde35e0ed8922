"""Report on readers of first pages: a section of docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.page_client import SELECTIONS
from benchmarks.readers_load import MAX_READER_P95_MS, Figures
from benchmarks.report_sections import write_section
from benchmarks.tables import Budget, budget_table, in_unit, measurement_note, number, table

FIGURES: Mapping[str, str] = {
    "pages": "pages",
    "p50": "p50, ms",
    "p95": "p95, ms",
    "p99": "p99, ms",
    "errors": "errors",
    "change": "p95 of live visitors' changes, ms",
    "client": "work of the load test itself, % of a core",
}
CROWD_FIGURES: Mapping[str, str] = {**FIGURES, "live": "visitors who became live", "refused": "attempts to become live that were refused"}
LIVE_VISITORS = 50
MIN_READERS = 150  # a second
MAX_CROWD_P95_MS = 500  # of a first page
INTRODUCTION = f"""## Readers of first pages

Readers take first pages as plain HTML, compressed, each over a new connection and at a moment of chance, from the same machine. Each asks
for one of {SELECTIONS} selections by chance; all were asked for once before. {{live}} live visitors filter meanwhile, 0 to 6 seconds after
the last answer. A time is from the moment at which the reader comes until the page is there. The highest rate with p95 up to
{MAX_READER_P95_MS} ms and without errors is searched by doubling, then by bisection, to a tenth.

In the crowd {{crowd}} visitors open the page within {{seconds}} seconds, on a newly started server with the default of MAX_LIVE_VISITS.
Each reads the first page, then tries to become live as Streamlit's page does: it asks whether the server is there and opens a WebSocket;
after a refusal it asks again every 10 to 20 seconds. Who is live filters. Static files are left out, since browsers
keep them and a proxy serves them.
"""


@dataclass(frozen=True)
class ReaderResults:
    """Measurements of readers and of a crowd.

    Attributes:
        by_rate: Figures by the number of readers a second.
        served: Highest number of readers a second within the limit.
        crowd: Figures of the crowd.
        crowd_visitors: Visitors of the crowd.
        crowd_seconds: Time in which they opened the page.
        live_visitors: Live visitors beside the readers.
    """

    by_rate: Mapping[int, Figures]
    served: int
    crowd: Figures
    crowd_visitors: int
    crowd_seconds: float
    live_visitors: int


def write_report(folder: Path, results: ReaderResults, commit: str) -> None:
    """Write the section."""
    introduction = INTRODUCTION.format(
        live=results.live_visitors, crowd=number(results.crowd_visitors), seconds=f"{results.crowd_seconds:g}"
    )
    tables = _rate_table(results), _crowd_table(results), budget_table(_budgets(results))
    write_section(folder, "readers", "\n".join([introduction, *tables, measurement_note(commit)]))


def _rate_table(results: ReaderResults) -> str:
    rows = [[number(rate), *(in_unit([figures[key]])[0] for key in FIGURES)] for rate, figures in sorted(results.by_rate.items())]
    return table(["readers a second", *FIGURES.values()], rows, text_columns=())


def _crowd_table(results: ReaderResults) -> str:
    new = median(figures["new"] for figures in results.by_rate.values())
    rows = [[f"crowd: {name}", *in_unit([results.crowd[key]])] for key, name in CROWD_FIGURES.items()]
    return table(["", "measured"], [["page that nobody asked for before, median, ms", *in_unit([new])], *rows])


def _budgets(results: ReaderResults) -> Iterator[Budget]:
    name = f"readers a second with p95 up to {MAX_READER_P95_MS} ms"
    yield Budget(name, results.served, MIN_READERS, is_minimum=True, decimals=0)
    within = f"{number(results.crowd_visitors)} visitors within {results.crowd_seconds:g} seconds"
    yield Budget(f"{within}: errors", results.crowd["errors"], 0, decimals=0)
    yield Budget(f"{within}: p95 of a first page", results.crowd["p95"], MAX_CROWD_P95_MS, "ms", decimals=0)
