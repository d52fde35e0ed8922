"""File with its problems marked, opened and saved by a real spreadsheet program, then uploaded again."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.components.exports.test_marked_file import LIST, comments_in, marked, problems
from tests.polling import PATIENCE_SECONDS


def test_saved_by_libreoffice_it_has_the_same_problems_and_comments(tmp_path: Path) -> None:
    workbook = marked(LIST.encode())
    (tmp_path / "lista.xlsx").write_bytes(workbook)
    profile, out = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "out"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(tmp_path / "lista.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    saved = (out / "lista.xlsx").read_bytes()
    assert problems(saved) == problems(workbook)
    assert comments_in(saved) == comments_in(workbook)
    assert comments_in(marked(saved, "lista.xlsx")) == comments_in(marked(workbook, "lista.xlsx"))
