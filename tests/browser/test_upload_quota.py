"""Quota of uploads on a running server: a visitor is refused, and uploads of ended visits, the first ones too, free their rows."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from data.files.limits import UPLOAD_LIMITS
from tests.browser.browser_driver import Visit, has_failed, server_process
from tests.polling import wait_until

ROOT = Path(__file__).parents[2]
ROWS = 3
TWO_LISTS = f"""
import runpy, sys
from components.core import gc_control
from components.dataset import upload_quota as own_room
gc_control.MIN_COLLECT_INTERVAL_SECONDS = 0
own_room.MAX_ROWS = {UPLOAD_LIMITS.max_rows + ROWS}
sys.argv = sys.argv[3:]
runpy.run_module("streamlit", run_name="__main__")
"""  # a quota for two uploads of ROWS rows: one that is being read counts as the largest; each refusal collects, for a steady outcome
LIST = "Namn;Län\nEtt;Skåne\nTvå;Gotland\nTre;Gotland\n"
TOO_MANY = "Alltför många besökare har egna listor öppna just nu. Ladda om sidan om några minuter och välj filen då."


def choose(visit: Visit, content: str = LIST) -> Locator:
    """Choose a file on the page that is open; returns what is told of it."""
    visit.page.locator("input[type=file]").set_input_files({"name": "lista.csv", "mimeType": "text/csv", "buffer": content.encode()})
    return visit.page.locator("section:has(> #report) [role=status]")


def open_place(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}own-list")


def is_read(visit: Visit) -> bool:
    """Open the page anew and choose a file; false where it is refused, since the server may not know yet that visits have ended."""
    open_place(visit)
    status = choose(visit)
    expect(status).to_have_text(re.compile(f"3 kluster lästes in|{re.escape(TOO_MANY)}"))
    return status.inner_text() != TOO_MANY


def leave(visit: Visit) -> None:
    visit.page.close()


def test_lists_of_visitors_who_have_left_make_room_for_others(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    log, options = tmp_path / "log.txt", ["--server.disconnectedSessionTTL=0"]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with server_process(log, *options, before=[sys.executable, "-c", TWO_LISTS], PYTHONPATH=path) as (address, _):
        first, second, third = (new_visit(address) for _ in range(3))
        for visit in (first, second):
            open_place(visit)
            expect(choose(visit)).to_contain_text("3 kluster lästes in.")
            visit.page.get_by_role("link", name="Visa listan på kartan").click()
            visit.sees(ROWS)  # with the buttons of its files
        open_place(third)
        expect(choose(third)).to_have_text(TOO_MANY)
        third.page.get_by_role("navigation").get_by_role("link", name="Karta").click()
        third.sees(22)
        second.page.get_by_role("navigation").get_by_role("link", name="Egen lista").click()
        expect(choose(second, LIST.replace("Tre;Gotland\n", ""))).to_contain_text("2 kluster lästes in.")  # in place of their own
        leave(first)
        leave(second)
        for _ in range(3):
            wait_until(lambda: is_read(third))
    assert not has_failed(log)
