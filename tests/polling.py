"""Waiting for a fact: it ends as soon as the fact is there, and a test that hangs is given up after minutes.

PATIENCE_SECONDS is the one limit of all waits in the tests: of a page, of an answer, of another process. No test states how fast
something is; a busy machine reaches the same facts later. Speed is measured in `benchmarks/`.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx

PATIENCE_SECONDS = 240.0
PATIENCE_MILLISECONDS = PATIENCE_SECONDS * 1000  # as Playwright wants it
NO_CERTIFICATES = ssl.SSLContext(
    ssl.PROTOCOL_TLS_CLIENT
)  # the tests' servers speak HTTP; httpx would read all certificates for each request


def wait_until(holds: Callable[[], object]) -> None:
    """Return as soon as `holds` returns something true; fail once the patience is over."""
    assert any(holds() for _ in poll()), f"not after {PATIENCE_SECONDS} s"


def poll() -> Iterator[None]:
    """Go on until the patience is over, with pauses that grow: who waits long must not keep the processor from what is waited for."""
    until, pause = time.monotonic() + PATIENCE_SECONDS, 0.02
    while time.monotonic() < until:
        yield
        time.sleep(pause)
        pause = min(pause * 1.3, 0.25)


def get(url: str, **options: Any) -> httpx.Response:
    """Fetch a url of a server that the test has started; only a server that hangs is given up."""
    return httpx.get(url, timeout=PATIENCE_SECONDS, verify=NO_CERTIFICATES, **options)
