"""The command `python -m data.check` as a process of its own: its exit code and its output, on any console."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data.test_check import HEADER, ROOT, SHIPPED
from tests.polling import PATIENCE_SECONDS

Write = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "data.check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE_SECONDS, env=os.environ | environment)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_the_console_may_have_any_encoding(encoding: str, write: Write) -> None:
    path = write("Namn;Län;Webbplats\nKlustret;Skåne;https://ex.se → kontakt\n")
    process = run("--lang", "sv", str(path), PYTHONIOENCODING=encoding)
    assert process.returncode == 1 and process.stderr == b"" and b"kontakt" in process.stdout


@pytest.mark.parametrize(
    ("redirection", "code", "told"),
    [
        (">&-", 2, b""),
        (">/dev/full", 2, b"No space left on device\n"),
        (">&- 2>&-", 2, b""),
        (">/dev/full 2>/dev/full", 2, b""),
        ("a b 2>/dev/full", 2, b""),
        ("a b 2>&-", 2, b""),
    ],
)
def test_closed_and_full_outputs_end_without_a_traceback(redirection: str, code: int, told: bytes) -> None:
    command = f"{shlex.quote(sys.executable)} -m data.check {redirection}"
    process = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE_SECONDS)
    assert (process.returncode, process.stdout, process.stderr) == (code, b"", told)


def test_locale_without_swedish_letters_and_a_reader_that_leaves(write: Write) -> None:
    path = write("Namn;Län\n" + "".join(f"Å{number};Sk{number}\n" for number in range(500)) + "B;Skåne\n")
    command = f"{shlex.quote(sys.executable)} -m data.check --lang sv {shlex.quote(str(path))} | head -1"
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE_SECONDS, env=os.environ | environment
    )
    assert (process.stdout, process.stderr) == (b"list.csv: 501 kluster i 1 av 21 l\\xe4n\n", b"")


def test_command_checks_the_shipped_list() -> None:
    process = run()
    assert (process.returncode, process.stdout.decode(), process.stderr) == (0, SHIPPED, b"")


def test_command_ends_with_1_for_a_broken_list(write: Write) -> None:
    process = run(str(write(f"{HEADER}\na,A,99,digital\n")))
    assert process.returncode == 1 and process.stdout.startswith(b"list.csv: 1 problem\n") and process.stderr == b""
