from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.check import main
from data.tables import FOLDER


def test_the_shipped_list_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "clusters.csv: 22 clusters in 16 of 21 counties, no problems\n"


def test_a_broken_list_exits_with_1_and_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,name,region_codes,focus\na,A,Atlantis,digital\n", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-m", "data.check", path], cwd=FOLDER.parent, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stdout.startswith("mine.csv: 1 problem(s)\nmine.csv, row 2, column region_codes: 'Atlantis' is not allowed; allowed: ")


@pytest.mark.parametrize("arguments", [["a", "b"], ["--help"]])
def test_a_wrong_call_says_how_to_call_it(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == "usage: python -m data.check [FILE]\n"
