"""Benchmark of first and second visits over networks: `python -m benchmarks.first_visits` measures and writes its section of the report."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from benchmarks.chromium import LAPTOP, LOCALE, MAP_IS_LIVE, chromium
from benchmarks.first_visits_report import Figures, write_report
from benchmarks.networks import NETWORKS, Network, Traffic
from benchmarks.server import ROOT, SHIPPED_ROWS, commit, dashboard

REPEATS = 5
TIMEOUT_MS = 120_000  # of a visit on the slowest network
REST_MS = 2000  # for files that the page still loads when the map is live
# Records the time from the begin of the navigation until a row of the table, and the live map, are on the screen, and the page's shifts.
RECORD_OPENING = f"""(() => {{
  if (window !== top) return;
  const seen = window.seen = {{ shift: 0 }};
  const isLive = {MAP_IS_LIVE};
  const conditions = {{ row: () => document.querySelector('#rows th')?.checkVisibility(), live: isLive }};
  new PerformanceObserver((list) => {{
    for (const {{ hadRecentInput, value }} of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }}).observe({{ type: 'layout-shift', buffered: true }});
  const look = () => {{
    for (const [name, holds] of Object.entries(conditions)) if (holds()) {{
      delete conditions[name];
      setTimeout(() => {{ seen[name] = performance.now(); }});
    }}
    requestAnimationFrame(look);
  }};
  requestAnimationFrame(look);
}})()"""


def measure(browser: Browser, url: str, network: Network | None, repeats: int) -> Figures:
    """Return the medians of first visits, each with an empty cache, and of the second visit after each."""
    visits = []
    for _ in range(repeats):
        context = browser.new_context(viewport=LAPTOP, locale=LOCALE)
        context.add_init_script(RECORD_OPENING)
        visits.append({f"{order}, {name}": value for order in ("first", "second") for name, value in _visit(context, url, network).items()})
        context.close()
    return {name: median(visit[name] for visit in visits) for name in visits[0]}


def _visit(context: BrowserContext, url: str, network: Network | None) -> Mapping[str, float]:
    """Open the page; return times in milliseconds, sizes in bytes, the layout shift and the numbers of requests and of foreign hosts."""
    page = context.new_page()
    page.set_default_timeout(TIMEOUT_MS)
    traffic = Traffic(page, network)
    page.goto(url, wait_until="commit")
    page.wait_for_function("window.seen?.row && seen.live")
    page.wait_for_timeout(REST_MS)
    seen: dict[str, float] = page.evaluate("seen")
    page.close()
    return {
        **seen,
        "bytes": sum(traffic.sizes.values()),
        "answer": traffic.first_answer,
        "fonts": traffic.sizes["Font"],
        "requests": traffic.requests,
        "hosts": len(traffic.hosts) - 1,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each network in turn, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    options = parser.parse_args(arguments)
    measured: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder, dashboard(SHIPPED_ROWS, Path(folder)) as server, chromium() as browser:
        measure(browser, server.url, None, 1)  # warms the server
        for name, network in NETWORKS.items():
            measured[name] = measure(browser, server.url, network, options.repeats)
            sys.stdout.write(f"{name}: { ({figure: round(value, 3) for figure, value in measured[name].items()}) }\n")
            sys.stdout.flush()
    write_report(ROOT / "docs", measured, commit())


if __name__ == "__main__":
    main()
