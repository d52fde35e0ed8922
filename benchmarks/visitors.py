"""Visitors that one process serves: `python -m benchmarks.visitors` measures them and writes docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from benchmarks.load_test import REST, Figures, crowd, most_served, within
from benchmarks.server import ROOT, SHIPPED, SIZES, Server, commit, dashboard, replicas, usual_script
from benchmarks.visitors_report import REPLICATED, SEARCHED, TWO, Measured, name_of, usual_of, write_report

USERS = (20, 50, 100, 200)
STEPS = 5  # of the search for the largest crowd
CHANGES = 150  # with fewer, p95 is a matter of chance: small crowds stay longer,
LONGER = 3  # at most by this factor
MAX_OF_THE_USUAL = 1500  # rows: with 10,000 a page of the usual script took over 20 seconds and 10 MB
HOPELESS = 5000  # milliseconds: with a slower p95, larger crowds are not tried

Start = Callable[[Path], AbstractContextManager[Server]]


class Series:
    """Figures of one app by the number of visitors; each crowd has a new server, so that memory starts at the same value."""

    def __init__(self, name: str, start: Start, folder: Path, seconds: float) -> None:
        self.name, self.figures = name, dict[int, Figures]()
        self._start, self._folder, self._seconds = start, folder, seconds

    def measure(self, users: int) -> Figures:
        """Measure a crowd of `users` visitors, and print its figures."""
        seconds = min(max(self._seconds, CHANGES * REST / 2 / users), LONGER * self._seconds)
        with self._start(self._folder) as server:
            self.figures[users] = asyncio.run(crowd(server, users, seconds))
        rounded = {name: round(value) for name, value in self.figures[users].items() if value < float("inf")}
        sys.stdout.write(f"{self.name}, {users} visitors: {rounded}\n")
        sys.stdout.flush()
        return self.figures[users]

    def most(self, most: int) -> int:
        """Return the largest crowd that is served within the limit, up to `most`; the search begins with the crowds already measured."""
        known = {users: within(figures) for users, figures in self.figures.items()}
        return most_served(lambda users: within(self.measure(users)), known, most, STEPS)


def main(given: Sequence[str] | None = None) -> None:
    """Measure each list, two replicas and the usual script in turn, search for the largest crowds, and write the report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default=",".join(map(str, SIZES)), help="rows of the lists, the shipped one's among them")
    arguments.add_argument("--users", default=",".join(map(str, USERS)), help="visitors at the same time")
    arguments.add_argument("--seconds", type=float, default=10, help="for which they stay")
    arguments.add_argument("--most", type=int, default=800, help="visitors that are tried in the search")
    chosen = arguments.parse_args(given)
    users = sorted(map(int, chosen.users.split(",")))
    sizes = sorted({SHIPPED, *map(int, chosen.sizes.split(","))})
    with tempfile.TemporaryDirectory() as folder:
        starts: dict[str, Start] = {name_of(size): partial(dashboard, size) for size in sizes}
        starts[TWO] = partial(replicas, 2, REPLICATED)
        starts |= {usual_of(size): partial(usual_script, size) for size in sizes if size <= MAX_OF_THE_USUAL}
        measured = {name: Series(name, start, Path(folder), chosen.seconds) for name, start in starts.items()}
        for series in measured.values():
            for number in users:
                if series.measure(number)["p95"] > HOPELESS:
                    break
        served = {name: measured[name].most(chosen.most) for name in SEARCHED if name in measured}
    write_report(ROOT / "docs", Measured({name: series.figures for name, series in measured.items()}, served), commit())


if __name__ == "__main__":
    main()
