"""Quota of uploads on a running server: a refused visitor, and ended visits, also the first ones, that free their rows."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from components.dataset.upload_reader import MIN_EXPECTED_ROWS
from tests.browser.browser_driver import Visit, has_logged_errors, server_process
from tests.polling import wait_until

ROOT = Path(__file__).parents[2]
ROWS = 3
SERVER_SCRIPT = f"""
import runpy, sys
from components.core import gc_control
from components.dataset import upload_quota
gc_control.MIN_COLLECT_INTERVAL_SECONDS = 0
upload_quota.MAX_ROWS = {MIN_EXPECTED_ROWS + ROWS}
sys.argv = sys.argv[3:]
runpy.run_module("streamlit", run_name="__main__")
"""  # a quota for two uploads of ROWS rows: one that is being read counts as MIN_EXPECTED_ROWS; each refusal collects, for a steady outcome
LIST = "Namn;Län\nEtt;Skåne\nTvå;Gotland\nTre;Gotland\n"
STORED_TEXT = """() => new Promise((resolve) => {
  indexedDB.open("klusterkartan").onsuccess = ({ target: { result: database } }) => {
    const request = database.transaction("lists").objectStore("lists").get("own");
    request.onsuccess = () => { database.close(); resolve(new TextDecoder().decode(request.result.content)); };
  };
})"""
STATUS = "#file-status:not(:empty), section:has(> #report) [role=status]"
QUOTA_NOTICE = "För många besökare har egna listor öppna just nu. Välj filen igen om några minuter."


def choose(visit: Visit, content: str = LIST) -> Locator:
    """Choose a file on the open page and return the status of its report, and of its refusal."""
    visit.page.locator("#chosen-file").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": content.encode()})
    return visit.page.locator(STATUS)


def open_page(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}own-list")
    visit.wait_until_live()


def is_accepted(visit: Visit) -> bool:
    """Load the page again and choose a file; false if it is refused, since the server may not know yet that visits have ended."""
    open_page(visit)
    status = choose(visit)
    expect(status.get_by_text(re.compile(f"3 kluster lästes in|{re.escape(QUOTA_NOTICE)}"))).to_be_visible()
    return status.get_by_text(QUOTA_NOTICE).count() == 0


def leave(visit: Visit) -> None:
    visit.page.close()


def test_uploads_of_ended_visits_free_the_quota(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    log, options = tmp_path / "log.txt", ["--server.disconnectedSessionTTL=0"]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with server_process(log, *options, before=[sys.executable, "-c", SERVER_SCRIPT], PYTHONPATH=path) as (address, _):
        first, second, third = (new_visit(address) for _ in range(3))
        for visit in (first, second):
            open_page(visit)
            expect(choose(visit).last).to_contain_text("3 kluster lästes in.")
            visit.page.get_by_role("link", name="Visa listan på kartan").click()
            visit.expect_clusters(ROWS)  # together with the download buttons
        open_page(third)
        expect(choose(third)).to_have_text([QUOTA_NOTICE])
        third.page.get_by_role("navigation").get_by_role("link", name="Karta").click()
        third.expect_clusters(22)
        second.page.get_by_role("navigation").get_by_role("link", name="Egen lista").click()
        # In place of their first one, for which there is room; a list that is too long is refused, and the page keeps its content.
        expect(choose(second, LIST.replace("Tre;Gotland\n", "")).last).to_contain_text("2 kluster lästes in.")
        expect(second.page.locator("html[data-list=kept]")).to_be_attached()
        expect(choose(second, LIST + "Fyra;Skåne\n" * 3 * MIN_EXPECTED_ROWS)).to_contain_text([QUOTA_NOTICE, "2 kluster lästes in."])
        assert "Fyra" not in second.page.evaluate(STORED_TEXT)
        leave(first)
        leave(second)
        for _ in range(3):
            wait_until(lambda: is_accepted(third))
    assert not has_logged_errors(log)
