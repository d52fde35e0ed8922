"""Example for R of the page about open data, run as it stands there. `tests/check.sh` leaves it out where R is not installed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from components.content.code_examples import code_examples
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


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_r_reads_all_rows_with_codes_and_letters(locale: str, tmp_path: Path) -> None:
    """In a locale without Swedish letters too: with `fileEncoding`, R stopped at the first of them and returned an empty table."""
    (example,) = (each for each in code_examples(texts_in("sv")) if each.program == "R")
    with running_app() as site:
        program = example.at(site) + WRITTEN
        environment = os.environ | {"LC_ALL": locale}
        command = ["Rscript", "--vanilla", "-e", program]
        process = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=PATIENCE_SECONDS)
    assert b"Warning" not in process.stderr
    rows = from_csv(CLIENT.get("/api/clusters.csv").content)
    assert (tmp_path / "written.csv").read_text(encoding="utf-8").splitlines() == [
        f"{len(rows)} {len(rows[0])}",
        *(row["name"] for row in rows),
        *(row["region_codes"] for row in rows),
        *(row["municipality_code"] for row in rows if row["municipality_code"]),
        "numeric",
        "integer",
    ]
