"""An error of the page's script on a running server: a calm line, and a page that goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit, server_process
from tests.browser.replaced_list import expect_sentence
from tests.page_selectors import EXCEPTION

ROOT = Path(__file__).parents[2]
FAULTY_SEARCH = "hemligt"
SERVER_SCRIPT = f"""
import runpy, sys
from components.widgets import summary
summary_html = summary.summary_html
def fail(view, *others):
    if view.selection.text == "{FAULTY_SEARCH}":
        raise ValueError("{FAULTY_SEARCH} in a message")
    return summary_html(view, *others)
summary.summary_html = fail
sys.argv = sys.argv[3:]
runpy.run_module("streamlit", run_name="__main__")
"""  # a server whose page fails for one search


def test_an_error_is_a_calm_line_until_the_page_goes_on(new_visit: Callable[..., Visit], tmp_path: Path) -> None:
    """The page keeps its content, neither page nor log names the search, and the next choices are shown."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with server_process(tmp_path / "log.txt", before=[sys.executable, "-c", SERVER_SCRIPT], PYTHONPATH=path) as (address, _):
        visit = new_visit(address)
        visit.open("?region=12", clusters=2)
        line, search = visit.page.locator("#connection"), visit.page.locator("#search")
        for _ in range(2):
            search.fill(FAULTY_SEARCH)
            expect(line).to_have_text("Något gick fel. Ladda om sidan. Om det inte hjälper kan du försöka igen senare.")
            expect_sentence(visit, ": 2 kluster")
            expect(visit.page.locator(EXCEPTION)).to_have_count(0)
            assert FAULTY_SEARCH not in visit.page.locator("body").inner_text()
            search.fill("")
            expect(line).to_be_empty()
            visit.expect_clusters(2)
        visit.choose_region("Dalarna")
        visit.expect_clusters(4)
    log = (tmp_path / "log.txt").read_text()
    assert '"event": "page failed"' in log and FAULTY_SEARCH not in log
