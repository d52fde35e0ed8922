from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.check import main
from tests.polling import PATIENCE_SECONDS

HEADER = "id,name,region_codes,focus"
ROOT = Path(__file__).resolve().parents[2]
SHIPPED = "clusters.csv: 22 clusters in 16 of 21 counties, no problems\n"

Write = Callable[[str | bytes], Path]


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "data.check", *arguments], cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE_SECONDS
    )


def test_empty_file_returns_1(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(""))]) == 1
    assert capsys.readouterr() == (
        "list.csv: 1 problem\nlist.csv: cannot be used; needed: a header row and at least one row below it\n",
        "",
    )


def test_shipped_list_returns_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr() == (SHIPPED, "")


def test_another_list_returns_0(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(f"{HEADER}\na,A,12;14,digital\nb,B,12,tourism\n"))]) == 0
    assert capsys.readouterr() == ("list.csv: 2 clusters in 2 of 21 counties, no problems\n", "")


def test_missing_file_returns_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gone.csv")]) == 1
    assert capsys.readouterr().out == (
        "gone.csv: 1 problem\ngone.csv: cannot be used ('No such file or directory'); needed: a file that exists and can be read\n"
    )


def test_every_problem_of_a_broken_list_has_a_line(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(f"{HEADER}\na,A,Småland,digital\nA,B,12,digital\n"))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "list.csv: 2 problems"
    assert [line.partition(" is not allowed")[0] for line in lines[1:]] == [
        "list.csv, row 2, column region_codes: 'Småland'",
        "list.csv, row 3, column id: 'A'",
    ]


@pytest.mark.parametrize("arguments", [["a.csv", "b.csv"], ["-h"], ["--help"], ["-"]])
def test_wrong_call_prints_the_usage_and_returns_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", "usage: python -m data.check [FILE]\n")


def test_command_checks_the_shipped_list() -> None:
    process = run()
    assert (process.returncode, process.stdout.decode(), process.stderr) == (0, SHIPPED, b"")


def test_command_ends_with_1_for_a_broken_list(write: Write) -> None:
    process = run(str(write(f"{HEADER}\na,A,99,digital\n")))
    assert process.returncode == 1 and process.stdout.startswith(b"list.csv: 1 problem\n") and process.stderr == b""
