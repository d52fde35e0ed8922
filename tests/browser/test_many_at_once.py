"""One client's heavy requests do not keep others waiting; that they do not fill the server's memory is in `test_sizes.py`."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import expect

from components.api.limiter import MAX_PER_CLIENT
from tests.browser.browser_driver import Visit, running_server
from tests.polling import get
from tests.unread_downloads import unread_downloads

CLUSTERS = 1000
TEXTS = ("focus_text_sv", "focus_text_en", "description_sv", "description_en")  # so that a file is longer than a connection holds
HEAVY = 8  # reports of all clusters, requested at the same time: more than are built at once


def test_a_visitor_filters_while_others_download(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "region_codes", "focus", *TEXTS])
        counties = ["20", "23", *["12"] * (CLUSTERS - 2)]
        writer.writerows(
            [f"c-{number}", f"Cluster {number}", county, "digital", *["text " * 399] * len(TEXTS)] for number, county in enumerate(counties)
        )
    with running_server(tmp_path / "log.txt", CLUSTERS_SOURCE=str(tmp_path / "list.csv")) as address, ThreadPoolExecutor(HEAVY) as others:
        visit = new_visit(address)
        visit.page.goto(f"{address}?region=20")
        expect(visit.names).to_have_count(1)
        with unread_downloads(address, "api/clusters.json", MAX_PER_CLIENT, client="127.0.0.2") as downloads:
            assert {download.status for download in downloads} == {200}
            heavy = [others.submit(get, f"{address}api/clusters.html") for _ in range(HEAVY)]

            visit.choose_region("Jämtland")
            expect(visit.names).to_have_text(["Cluster 0", "Cluster 1"])
            with unread_downloads(address, "api/clusters.csv", 1, client="127.0.0.2") as (another,):
                assert another.status == 429  # the downloads were in flight all the time
            assert get(f"{address}healthz").json()["clusters"] == CLUSTERS
            assert {request.result().status_code for request in heavy} <= {200, 503}
        visit.page.close()  # before the server stops
