"""PNG of a picture that is drawn as SVG, with the same typeface on every machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from components.exports.picture_text import font_file

PROGRAM = Path(__file__).with_name("png_program.py")
TIMEOUT_SECONDS = 15  # a picture takes less than one


def to_png(svg: str) -> bytes:
    """Return the PNG of an SVG in the size that it states; it is drawn by a process of its own, while other threads go on.

    Raises CalledProcessError for text that is no SVG and TimeoutExpired.
    """
    fonts = [str(font_file(is_bold=is_bold)) for is_bold in (False, True)]
    command = [sys.executable, "-I", str(PROGRAM), *fonts]  # -I: neither the environment nor the folder can change which code runs
    return subprocess.run(command, input=svg.encode(), stdout=subprocess.PIPE, timeout=TIMEOUT_SECONDS, check=True).stdout  # noqa: S603 - a program of ours
