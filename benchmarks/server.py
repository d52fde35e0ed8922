"""Servers under measurement, one process for each: the dashboard with a list of any size, or the usual script."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import requests

from benchmarks.lists import write

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = 22  # rows of the shipped list
SIZES = (SHIPPED, 1500, 10_000, 100_000)
PATIENCE = 10  # seconds until a server that does not end is killed
PAUSE = 0.02  # seconds between two requests to a server that starts


@dataclass(frozen=True)
class Server:
    """A running server: the URL of its page, its process id, the seconds of its start, and further replicas."""

    address: str
    process: int
    started: float
    replicas: tuple[Server, ...] = ()

    def door(self, visitor: int) -> str:
        """Return the URL of the replica for this visitor; the replicas take turns."""
        return (self, *self.replicas)[visitor % (1 + len(self.replicas))].address

    def memory(self, when: Literal["now", "most"]) -> int:
        """Return the resident memory of the processes in bytes: now, or the maximum since their start."""
        status = Path(f"/proc/{self.process}/status").read_text("utf-8")
        own = 1024 * int(status.split({"now": "VmRSS:", "most": "VmHWM:"}[when])[1].split()[0])
        return own + sum(replica.memory(when) for replica in self.replicas)


@contextmanager
def dashboard(size: int, folder: Path) -> Iterator[Server]:
    """Run the dashboard with a list of this size; files go to `folder`."""
    settings = {"CLUSTERS_COPIES": str(folder)} | _list_of(size, folder)
    with _running("dashboard.py", ROOT, settings, "healthz", folder / "log") as server:
        yield server


@contextmanager
def replicas(number: int, size: int, folder: Path) -> Iterator[Server]:
    """Run `number` dashboards with a list of this size."""
    with ExitStack() as running:
        homes = [folder / f"replica-{turn}" for turn in range(number)]
        for home in homes:
            home.mkdir(exist_ok=True)
        first, *others = (running.enter_context(dashboard(size, home)) for home in homes)
        yield replace(first, replicas=tuple(others))


@contextmanager
def usual_script(size: int, folder: Path) -> Iterator[Server]:
    """Run benchmarks/baseline_app.py with a list of this size and Streamlit's default settings."""
    script = str(ROOT / "benchmarks" / "baseline_app.py")
    settings = {"PYTHONPATH": str(ROOT)} | _list_of(size, folder)
    with _running(script, folder, settings, "_stcore/health", folder / "log") as server:
        yield server


def _list_of(size: int, folder: Path) -> dict[str, str]:
    """Return the setting for a list of this size; the list is written to `folder` unless it is the shipped one."""
    rows = folder / f"{size}.csv"
    if size != SHIPPED and not rows.exists():
        with rows.open("w", encoding="utf-8", newline="") as file:
            write(size, file)
    return {} if size == SHIPPED else {"CLUSTERS_SOURCE": str(rows)}


@contextmanager
def _running(script: str, where: Path, settings: Mapping[str, str], sign: str, log: Path) -> Iterator[Server]:
    """Run the script on a free port while the context lasts; it is ready when the path `sign` answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    port = address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", "--server.headless=true"]
    begun = time.perf_counter()
    with log.open("wb") as lines, subprocess.Popen(command, cwd=where, env=os.environ | settings, stdout=lines, stderr=lines) as process:  # noqa: S603 - ours
        try:
            while not _answers(address + sign):
                with suppress(subprocess.TimeoutExpired):
                    process.wait(PAUSE)
                    raise RuntimeError(log.read_text("utf-8"))
            yield Server(address, process.pid, time.perf_counter() - begun)
        finally:
            _end(process)


def _answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=60).ok
    except requests.ConnectionError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:  # it still works through requests
        process.kill()


def commit() -> str:
    """Return the measured commit, with -dirty if files outside of `docs` differ from it; a benchmark writes `docs` itself."""
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
    return _git("rev-parse", "--short", "HEAD") + ("-dirty" if changed else "")


def _git(*context: str) -> str:
    return subprocess.run(["git", *context], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603, S607
