"""Hostile text: more than 500 names that would run, break the page or vanish if they were not treated as plain text.

They are the lines of `hostile.txt`, alone and inside other text. Those that are code set `window.ran`, so that a browser test
sees whether one was run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.cell_text import is_placeholder
from data.text import clean

LINES = Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n")[:-1]
CONTEXTS = ("{}", "a{}", "{} b", "<b>{}</b>", '"{}"')
LONG_NAMES = ("x" * 500, "å" * 500)


def hostile_names() -> list[str]:
    """Return the names as cells are stored (composed, at most 500 characters), none that differs in case only or means "not known"."""
    names = [name for line in LINES for name in names_with(line, CONTEXTS)]
    return list({name.casefold(): name for name in (*names, *LONG_NAMES)}.values())


def names_with(line: str, contexts: Sequence[str]) -> list[str]:
    """Return the line inside each context, without the names that a list would leave out as "not known", such as "nan"."""
    names = [clean(context.replace("{}", line)) for context in contexts]
    return [name for name in names if not is_placeholder(name)]


def sample_of_hostile_names() -> list[str]:
    """Return one name for each line, in one context after the other, and the long names; for tests that open a page for each name."""
    names = {name.casefold(): name for name in hostile_names()}
    turns = [number % len(CONTEXTS) for number in range(len(LINES))]
    chosen = [names_with(line, CONTEXTS[turn:] + CONTEXTS[:turn])[0] for turn, line in zip(turns, LINES, strict=True)]
    return list(dict.fromkeys(names[name.casefold()] for name in (*chosen, *LONG_NAMES)))


def executable_names() -> list[str]:
    """Return the names that hold code."""
    return [line for line in LINES if ".ran=1" in line]
