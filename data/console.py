"""Output of a command to a console: of any encoding, closed, full, or left by its reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

NOT_WRITTEN = 2  # exit code
CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}  # as they are printed


def let_write_anything() -> None:
    """Let the console show letters that its encoding lacks as codes, instead of ending with an error."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # it is closed
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text streams


def print_lines(lines: Iterable[str], code: int, stream: TextIO | None) -> int:
    """Print the lines and return the exit code, also where the reader of a pipe has gone; NOT_WRITTEN where they cannot be written.

    Control characters of the lines are printed as codes, so that a file cannot steer the console.
    """
    if stream is None:  # it is closed
        return NOT_WRITTEN
    try:
        for line in lines:
            print(line.translate(CONTROLS), file=stream)
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # so that the end of the process does not write again
        if isinstance(error, BrokenPipeError):
            return code
        return NOT_WRITTEN if stream is sys.stderr else print_lines([error.strerror or ""], NOT_WRITTEN, sys.stderr)
    return code
