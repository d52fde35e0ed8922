"""Benchmark of the number of visitors: `python -m benchmarks.visitors` measures it and writes its section of docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from benchmarks.load_test import MAX_REST_SECONDS, Figures, max_served, measure_visitors, meets_limit
from benchmarks.server import ROOT, SHIPPED_ROWS, SIZES, Server, baseline_app, commit, dashboard, replicas
from benchmarks.visitors_report import REPLICATED_ROWS, SEARCHED_SERIES, TWO_REPLICAS, Results, baseline_name, series_name, write_report

USERS = (20, 50, 100, 200)
MAX_SEARCH_STEPS = 5
MIN_CHANGES = 150  # for a p95 that does not depend on chance: few visitors stay longer to make as many,
MAX_STAY_FACTOR = 3  # but at most this many times longer
MAX_BASELINE_ROWS = 1500  # with 10,000 one page of the baseline app took over 20 seconds and 10 MB
MAX_TRIED_P95_MS = 5000  # at a slower p95, more visitors are not tried

Start = Callable[[Path], AbstractContextManager[Server]]


class Series:
    """Measurements of one app by the number of visitors, each on a newly started server, so that memory starts at the same level."""

    def __init__(self, name: str, start: Start, folder: Path, seconds: float) -> None:
        self.name, self.figures = name, dict[int, Figures]()
        self._start, self._folder, self._seconds = start, folder, seconds

    def measure(self, users: int) -> Figures:
        """Measure `users` visitors, and print the figures."""
        seconds = min(max(self._seconds, MIN_CHANGES * MAX_REST_SECONDS / 2 / users), MAX_STAY_FACTOR * self._seconds)
        with self._start(self._folder) as server:
            self.figures[users] = asyncio.run(measure_visitors(server, users, seconds))
        printed = {name: round(value) for name, value in self.figures[users].items() if value < float("inf")}
        sys.stdout.write(f"{self.name}, {users} visitors: {printed}\n")
        sys.stdout.flush()
        return self.figures[users]

    def max_visitors(self, limit: int) -> int:
        """Return how many visitors are served fast enough, at most `limit`, starting from the numbers measured before."""
        measured = {users: meets_limit(figures) for users, figures in self.figures.items()}
        return max_served(lambda users: meets_limit(self.measure(users)), measured, limit, MAX_SEARCH_STEPS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each list, two replicas and the baseline app in turn, search for the largest number of visitors, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="rows of the lists; the shipped list is always measured")
    parser.add_argument("--users", default=",".join(map(str, USERS)), help="visitors at the same time")
    parser.add_argument("--seconds", type=float, default=10, help="duration of each measurement")
    parser.add_argument("--max-visitors", type=int, default=800, help="largest number of visitors that the search tries")
    options = parser.parse_args(arguments)
    users = sorted(map(int, options.users.split(",")))
    sizes = sorted({SHIPPED_ROWS, *map(int, options.sizes.split(","))})
    with tempfile.TemporaryDirectory() as folder:
        starts: dict[str, Start] = {series_name(size): partial(dashboard, size, max_live_visits=options.max_visitors + 1) for size in sizes}
        starts[TWO_REPLICAS] = partial(replicas, 2, REPLICATED_ROWS, max_live_visits=options.max_visitors + 1)
        starts |= {baseline_name(size): partial(baseline_app, size) for size in sizes if size <= MAX_BASELINE_ROWS}
        all_series = {name: Series(name, start, Path(folder), options.seconds) for name, start in starts.items()}
        for series in all_series.values():
            for number in users:
                if series.measure(number)["p95"] > MAX_TRIED_P95_MS:
                    break
        served = {name: all_series[name].max_visitors(options.max_visitors) for name in SEARCHED_SERIES if name in all_series}
    results = Results({name: series.figures for name, series in all_series.items()}, served)
    write_report(ROOT / "docs", results, commit())


if __name__ == "__main__":
    main()
