"""Work of a thread that ends when the test lets it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from tests.polling import PATIENCE_SECONDS


@dataclass
class Work:
    """Work that lasts until it is released, and counts its runs and the most runs at the same time."""

    released: threading.Event = field(default_factory=threading.Event)
    begun: int = 0
    now: int = 0
    maximum: int = 0
    _counting: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self) -> bytes:
        with self._counting:
            self.begun += 1
            self.now += 1
            self.maximum = max(self.maximum, self.now)
        self.released.wait(PATIENCE_SECONDS)
        with self._counting:
            self.now -= 1
        return b"done"
