"""Hostile text: more than 500 names that would run, break the page or vanish if they were not treated as plain text.

They are the lines of `hostile.txt`, alone and inside other text. Those that are code set `window.ran`, so that a browser test
sees whether one was run.
"""

from __future__ import annotations

from pathlib import Path

from data.text import clean

LINES = Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n")[:-1]
CONTEXTS = ("{}", "a{}", "{} b", "<b>{}</b>", '"{}"')
LONG_NAMES = ("x" * 500, "å" * 500)


def hostile_names() -> list[str]:
    """Return the names as cells are stored (composed, at most 500 characters), without those that differ in case only."""
    names = [clean(context.replace("{}", line)) for line in LINES for context in CONTEXTS]
    return list({name.casefold(): name for name in (*names, *LONG_NAMES)}.values())


def sample_of_hostile_names() -> list[str]:
    """Return one name for each line, in one context after the other, and the long names; for tests that open a page for each name."""
    names = {name.casefold(): name for name in hostile_names()}
    chosen = [clean(CONTEXTS[number % len(CONTEXTS)].replace("{}", line)) for number, line in enumerate(LINES)]
    return list(dict.fromkeys(names[name.casefold()] for name in (*chosen, *LONG_NAMES)))


def executable_names() -> list[str]:
    """Return the names that hold code."""
    return [line for line in LINES if ".ran=1" in line]
