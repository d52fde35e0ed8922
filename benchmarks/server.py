"""Servers under measurement, each newly started: the dashboard with a list of any size, its replicas, or the baseline app."""

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
SHIPPED_ROWS = 22  # of the list that is shown without CLUSTERS_SOURCE
SIZES = (SHIPPED_ROWS, 1500, 10_000, 100_000)  # rows
STOP_TIMEOUT_SECONDS = 10
POLL_SECONDS = 0.02  # between two requests to a server that is starting


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        url: URL of the page.
        process: Process id.
        start_seconds: Time from the start until it answered.
        replicas: Further servers behind the same balancer.
    """

    url: str
    process: int
    start_seconds: float
    replicas: tuple[Server, ...] = ()

    def url_for_visitor(self, visitor: int) -> str:
        """Return the URL of the replica to which a balancer sends this visitor: each replica in turn."""
        return (self, *self.replicas)[visitor % (1 + len(self.replicas))].url

    def memory(self, when: Literal["now", "peak"]) -> int:
        """Return the resident memory of all replicas in bytes, now or at its peak."""
        status = Path(f"/proc/{self.process}/status").read_text("utf-8")
        kilobytes = int(status.split({"now": "VmRSS:", "peak": "VmHWM:"}[when])[1].split()[0])
        return 1024 * kilobytes + sum(replica.memory(when) for replica in self.replicas)


@contextmanager
def dashboard(size: int, folder: Path, max_live_visits: int | None = None) -> Iterator[Server]:
    """Run the dashboard with a list of `size` rows; list, snapshots and log are written to `folder`.

    `max_live_visits` is MAX_LIVE_VISITS, whose default holds without it.
    """
    settings = {"CLUSTERS_COPIES": str(folder)} | _list_settings(size, folder)
    if max_live_visits is not None:
        settings["MAX_LIVE_VISITS"] = str(max_live_visits)
    with _running("dashboard.py", ROOT, settings, "healthz", folder / "log") as server:
        yield server


@contextmanager
def replicas(count: int, size: int, folder: Path, max_live_visits: int | None = None) -> Iterator[Server]:
    """Run `count` dashboards with a list of `size` rows each; see `dashboard`."""
    with ExitStack() as running:
        folders = [folder / f"replica-{number}" for number in range(count)]
        for replica_folder in folders:
            replica_folder.mkdir(exist_ok=True)
        first, *others = (running.enter_context(dashboard(size, replica_folder, max_live_visits)) for replica_folder in folders)
        yield replace(first, replicas=tuple(others))


@contextmanager
def baseline_app(size: int, folder: Path) -> Iterator[Server]:
    """Run benchmarks/baseline_app.py with a list of `size` rows and Streamlit's default settings."""
    script = str(ROOT / "benchmarks" / "baseline_app.py")
    settings = {"PYTHONPATH": str(ROOT)} | _list_settings(size, folder)
    with _running(script, folder, settings, "_stcore/health", folder / "log") as server:
        yield server


def _list_settings(size: int, folder: Path) -> dict[str, str]:
    """Return the environment variables for a list of `size` rows, which is written to `folder` unless it is the shipped one."""
    if size == SHIPPED_ROWS:
        return {}
    path = folder / f"{size}.csv"
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="") as file:
            write(size, file)
    return {"CLUSTERS_SOURCE": str(path)}


@contextmanager
def _running(script: str, folder: Path, settings: Mapping[str, str], health_path: str, log: Path) -> Iterator[Server]:
    """Run the script in `folder` on a free port for as long as the context lasts; it is ready when `health_path` answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", "--server.headless=true"]
    start = time.perf_counter()
    with log.open("wb") as lines, subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=lines, stderr=lines) as process:  # noqa: S603 - ours
        try:
            while not _is_ready(url + health_path):
                with suppress(subprocess.TimeoutExpired):
                    process.wait(POLL_SECONDS)
                    raise RuntimeError(log.read_text("utf-8"))
            yield Server(url, process.pid, time.perf_counter() - start)
        finally:
            _stop(process)


def _is_ready(url: str) -> bool:
    try:
        return requests.get(url, timeout=60).ok
    except requests.ConnectionError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:  # it is still working on requests of visitors
        process.kill()


def commit() -> str:
    """Return the measured commit, with "-dirty" where tracked files outside `docs`, which the benchmarks write, differ from it."""
    changes = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
    return _git("rev-parse", "--short", "HEAD") + ("-dirty" if changes else "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603, S607
