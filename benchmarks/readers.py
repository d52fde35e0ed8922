"""Benchmark of first pages: `python -m benchmarks.readers` measures readers and a crowd, and writes its section of docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.crowd import measure_crowd
from benchmarks.load_test import max_served
from benchmarks.readers_load import Figures, measure_readers, meets_limit
from benchmarks.readers_report import LIVE_VISITORS, ReaderResults, write_report
from benchmarks.server import ROOT, SHIPPED_ROWS, commit, dashboard

RATES = (50, 100, 150, 200)  # readers a second
MAX_SEARCH_STEPS = 5
CROWD, CROWD_SECONDS = 2000, 60


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure readers at each rate, search for the highest rate, measure the crowd, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rates", default=",".join(map(str, RATES)), help="readers a second")
    parser.add_argument("--seconds", type=float, default=20, help="duration of each measurement of readers")
    parser.add_argument("--live", type=int, default=LIVE_VISITORS, help="live visitors beside the readers")
    parser.add_argument("--max-rate", type=int, default=800, help="highest rate that the search tries")
    parser.add_argument("--crowd", type=int, default=CROWD, help="visitors who open the page")
    parser.add_argument("--crowd-seconds", type=float, default=CROWD_SECONDS, help="time in which they do")
    options = parser.parse_args(arguments)
    by_rate: dict[int, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:

        def serves(rate: int) -> bool:
            with dashboard(SHIPPED_ROWS, Path(folder)) as server:
                by_rate[rate] = asyncio.run(measure_readers(server, rate, options.seconds, options.live))
            _print(f"{rate} readers a second", by_rate[rate])
            return meets_limit(by_rate[rate])

        measured = {rate: serves(rate) for rate in map(int, options.rates.split(","))}
        served = max_served(serves, measured, options.max_rate, MAX_SEARCH_STEPS)
        with dashboard(SHIPPED_ROWS, Path(folder)) as server:
            crowd = asyncio.run(measure_crowd(server, options.crowd, options.crowd_seconds))
        _print(f"crowd of {options.crowd}", crowd)
    results = ReaderResults(by_rate, served, crowd, options.crowd, options.crowd_seconds, options.live)
    write_report(ROOT / "docs", results, commit())


def _print(name: str, figures: Figures) -> None:
    sys.stdout.write(f"{name}: { ({figure: round(value, 1) for figure, value in figures.items()}) }\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
