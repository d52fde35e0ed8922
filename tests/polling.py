"""Waiting until something holds, and no longer than a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator


def wait_until(holds: Callable[[], object], *, seconds: float = 20) -> None:
    """Return as soon as `holds` says so; fail once it has not for so many seconds."""
    assert any(holds() for _ in moments(seconds)), f"not after {seconds} s"


def moments(seconds: float) -> Iterator[None]:
    """Go on, with short pauses, until so many seconds are over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield
        time.sleep(0.02)
