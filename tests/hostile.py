"""Text that attacks: more than 500 names that would run, break or vanish where they are not taken as plain text.

They are the lines of `hostile.txt`, alone and inside others. Those that could run set `window.ran`, so that a browser tells
whether one did.
"""

from __future__ import annotations

from pathlib import Path

from data.text import clean

LINES = Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n")[:-1]
AROUND = ("{}", "a{}", "{} b", "<b>{}</b>", '"{}"')
LONG = ("x" * 500, "å" * 500)


def corpus() -> list[str]:
    """Return the names, each once whatever its case and as every cell is kept: composed, at most 500 characters."""
    names = [clean(around.replace("{}", line)) for line in LINES for around in AROUND]
    return list({name.casefold(): name for name in (*names, *LONG)}.values())


def that_could_run() -> list[str]:
    """Return the names that are code."""
    return [line for line in LINES if ".ran=1" in line]
