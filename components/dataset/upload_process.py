"""Reading of a long list in a process of its own: it has limits of time and memory, and ends when the visitor stops it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from components.dataset.upload_reader import ReadFile

ROOT = Path(__file__).resolve().parents[2]
MODULE = "components.dataset.upload_program"
MAX_SECONDS = 300.0
MAX_MEMORY_BYTES = 2_000_000_000  # of addresses, more than a process has with its modules; 18 MB of CSV take 0.6 GB of memory


# Allocators that reserve few addresses ahead: the limit on addresses is then a limit on used memory.
FEW_ADDRESSES = {"MALLOC_ARENA_MAX": "2", "ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"}


class ReadingEndedError(Exception):
    """Raised when the process has ended without a result: it was stopped, or reached a limit."""


class UploadProcess:
    """Process that reads one file; `stop` may be called from another thread at any time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """End the process, also one that has not begun yet."""
        with self._lock:
            self._is_stopped = True
            if self._process:
                self._process.kill()

    def read(self, name: str, content: bytes, on_progress: Callable[[int], None]) -> ReadFile:
        """Return the file that the process has read; `on_progress` gets percentages. Raises ReadingEndedError."""
        command = [sys.executable, "-m", MODULE, name, str(MAX_MEMORY_BYTES)]
        with self._lock:
            if self._is_stopped:
                raise ReadingEndedError
            self._process = process = subprocess.Popen(  # noqa: S603 - a program of ours
                command,
                cwd=ROOT,
                env={**os.environ, **FEW_ADDRESSES},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        timer = threading.Timer(MAX_SECONDS, self.stop)
        timer.start()
        try:
            return self._result(process, content, on_progress)
        except (EOFError, pickle.UnpicklingError):
            raise ReadingEndedError from None
        finally:
            timer.cancel()
            process.kill()
            process.wait()

    def _result(self, process: subprocess.Popen[bytes], content: bytes, on_progress: Callable[[int], None]) -> ReadFile:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        with process.stdin, process.stdout, process.stderr:
            reporter = threading.Thread(target=_report, args=[process.stderr, on_progress])
            reporter.start()
            with suppress(BrokenPipeError):
                process.stdin.write(content)
                process.stdin.close()
            try:
                result: ReadFile = pickle.Unpickler(_YieldingReader(process.stdout)).load()  # noqa: S301 - from a program of ours
            finally:
                process.kill()
                reporter.join()
        return result


class _YieldingReader:
    """File whose reads are calls in Python: between them other threads run, while the unpickler would keep them waiting."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        return self._file.read(size)

    def readline(self) -> bytes:
        """Return the next line."""
        return self._file.readline()


def _report(lines: IO[bytes], on_progress: Callable[[int], None]) -> None:
    """Pass on the percentages; any other line, such as a traceback, may quote a visitor's file and is dropped."""
    for line in lines:
        if line.strip().isdigit():
            on_progress(int(line))
