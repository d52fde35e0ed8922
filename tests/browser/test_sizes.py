"""Visits to lists of 10,000 and 100,000 clusters."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from playwright.sync_api import Locator, expect

from benchmarks.lists import write
from tests.browser.visiting import Visit, running_server

LARGEST_CHANGE = 300_000  # bytes over the socket
LARGEST_PROCESS = 1_500_000_000  # bytes
LONGEST_START = 30  # seconds; 15 are promised, see docs/performance.md, but other tests may run beside this one


@dataclass(frozen=True)
class Served:
    """A server that shows a generated list, and how long it took until it could be used."""

    address: str
    seconds: float

    @property
    def most_memory(self) -> int:
        """The most bytes that the process ever had."""
        option = f"--server.port={urlsplit(self.address).port}".encode()
        (process,) = (found.parent for found in Path("/proc").glob("[0-9]*/cmdline") if option in found.read_bytes().split(b"\0"))
        return int((process / "status").read_text("utf-8").split("VmHWM:")[1].split()[0]) * 1024


@dataclass
class BigVisit(Visit):
    """A visit that counts what the page's socket brings."""

    received: list[int] = field(default_factory=list)


"""
"""
