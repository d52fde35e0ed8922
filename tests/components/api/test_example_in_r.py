"""Examples for R of the page about open data and of docs/api.md, run as they stand there; `tests/check.sh` leaves them out without R."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from components.content.pages.code_examples import code_examples
from components.core.i18n import texts_in
from tests.components.api.app_server import running_app
from tests.components.api.file_readers import CLIENT, from_csv
from tests.polling import PATIENCE_SECONDS

WRITTEN = """
con <- file("written.csv", "wb")
writeLines(enc2utf8(c(paste(dim(clusters), collapse = " "), clusters$name, clusters$region_codes,
  clusters$municipality_code[!is.na(clusters$municipality_code)], class(clusters$lat), class(clusters$members))), con, useBytes = TRUE)
close(con)
"""


def run_r(program: str, folder: Path, locale: str = "C.UTF-8") -> bytes:
    """Run a program by R and return what it prints; a warning fails the test."""
    command = ["Rscript", "--vanilla", "-e", f"options(warn = 2)\n{program}"]
    environment = os.environ | {"LC_ALL": locale}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, timeout=PATIENCE_SECONDS).stdout


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_r_reads_all_rows_with_codes_and_letters(locale: str, tmp_path: Path) -> None:
    """In a locale without Swedish letters too: with `fileEncoding`, R stopped at the first of them and returned an empty table."""
    (example,) = (each for each in code_examples(texts_in("sv")) if each.program == "R")
    with running_app() as site:
        run_r(example.at(site) + WRITTEN, tmp_path, locale)
    rows = from_csv(CLIENT.get("/api/clusters.csv").content)
    assert (tmp_path / "written.csv").read_text(encoding="utf-8").splitlines() == [
        f"{len(rows)} {len(rows[0])}",
        *(row["name"] for row in rows),
        *(row["region_codes"] for row in rows),
        *(row["municipality_code"] for row in rows if row["municipality_code"]),
        "numeric",
        "integer",
    ]


def test_join_of_the_documentation_runs_as_it_stands_there(tmp_path: Path) -> None:
    (block,) = re.findall(r"```r\n(.*?)```", (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8"), re.DOTALL)
    with running_app() as site:
        printed = run_r(block.replace("http://localhost:8501/", site) + "cat(sort(joined$name), sep = '|')", tmp_path)
    assert printed == b"Mobile Heights|Urban ICT Arena"
