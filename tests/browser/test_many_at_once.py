"""One visitor's heavy requests do not keep the page of another waiting."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import httpx
from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, running_server

CLUSTERS = 4000
HEAVY = 8  # reports of all clusters, asked for at the same time: far more than are made at once


def test_a_visitor_filters_while_another_asks_for_too_much(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus"])
        counties = ["20", "23", *["12"] * (CLUSTERS - 2)]
        writer.writerows([f"c-{number}", f"Cluster {number}", county, "digital"] for number, county in enumerate(counties))
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(tmp_path / "list.csv")) as address, ThreadPoolExecutor(HEAVY) as others:
        visit = new_visit(address)
        visit.page.goto(f"{address}?region=20")
        expect(visit.names).to_have_count(1)
        context = [others.submit(httpx.get, f"{address}api/clusters.html", timeout=120) for _ in range(HEAVY)]
        begun = time.monotonic()
        visit.choose_region("Jämtland")
        expect(visit.names).to_have_text(["Cluster 0", "Cluster 1"])
        answered = time.monotonic() - begun
        still_making = sum(not one.done() for one in context)
        assert httpx.get(f"{address}healthz", timeout=5).json()["clusters"] == CLUSTERS
        wait(context, timeout=120)
        statuses = {one.result().status_code for one in context}
        print(f"the page answered after {answered:.1f} s, while {still_making} of {HEAVY} files were still being made")  # noqa: T201
        assert still_making > 0
        assert statuses <= {200, 503} and 200 in statuses
