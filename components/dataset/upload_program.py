"""Program that reads an uploaded file on its standard input and writes the result (pickle) on its standard output.

A process of its own, since Python would let no other visitor's page run while it reads a long list. It says on standard error how far it
is, in percent, a number on each line. Its arguments are the name of the file and the memory in bytes that reading may take.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
import time
from pathlib import Path

from components.dataset.upload_reader import Stage, read_file

NICENESS = 10  # pages come first
TICK_SECONDS = 0.5
STATM = Path("/proc/self/statm")  # of Linux; its first number is the size of the process in pages


class Progress:
    """Percentage that is done: it begins at that of the stage, and nears that of the next stage."""

    def __init__(self) -> None:
        # Percentages of the stage and of the next one, and the begin of the stage: one value, since another thread reads it.
        self._current = 0, 100, time.monotonic()

    def begin(self, stage: Stage) -> None:
        """Note that a stage begins."""
        later = [each.value for each in Stage if each.value > stage.value]
        self._current = stage.value, min(later, default=100), time.monotonic()

    def report(self, expected_seconds: float) -> None:
        """Write the percentage again and again; each stage is expected to last this long."""
        while True:
            done, done_next, began = self._current
            seconds = time.monotonic() - began
            share = seconds / (seconds + expected_seconds)
            sys.stderr.write(f"{round(done + (done_next - done) * share)}\n")
            sys.stderr.flush()
            time.sleep(TICK_SECONDS)


def limit_memory(max_bytes: int) -> None:
    """Let the process take at most so much more memory than it has; where the system cannot tell or limit it, nothing is limited."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    if STATM.exists():
        size = int(STATM.read_text().split()[0]) * resource.getpagesize() + max_bytes
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main(name: str, max_bytes: int) -> None:
    """Read the file and write the result."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    content, progress = sys.stdin.buffer.read(), Progress()
    limit_memory(max_bytes)
    threading.Thread(target=progress.report, args=[1 + len(content) / 2_000_000], daemon=True).start()
    pickle.dump(read_file(name, content, progress.begin), sys.stdout.buffer, protocol=5)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
