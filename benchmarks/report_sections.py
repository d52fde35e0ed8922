"""Sections of docs/performance.md: each benchmark replaces its section and leaves the others."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = """# Performance

`python -m benchmarks` takes all measurements below on a quiet machine, in about 40 minutes, and writes this page: first and second visits
over networks (`python -m benchmarks.first_visits`), the growth with the size of the list (`python -m benchmarks.scaling`), the number of
visitors that one process serves (`python -m benchmarks.visitors`), and readers of first pages (`python -m benchmarks.readers`). A part that
runs alone writes its own section only.
"""
SECTIONS = ("first visits", "growth", "visitors", "readers")


def write_section(folder: Path, name: str, section: str) -> None:
    """Write the section (Markdown) `name` into performance.md in `folder`, in place of its previous version."""
    file = folder / "performance.md"
    previous = file.read_text("utf-8") if file.exists() else ""
    matches = {other: re.search(f"{_begin(other)}(.*?){_end(other)}", previous, re.DOTALL) for other in SECTIONS}
    sections = {other: match[1] for other, match in matches.items() if match} | {name: f"\n{section.strip()}\n"}
    marked = (f"{_begin(other)}{sections[other]}{_end(other)}\n" for other in SECTIONS if other in sections)
    file.write_text("\n".join([HEAD, *marked]), encoding="utf-8")


def _begin(name: str) -> str:
    return f"<!-- {name} -->"


def _end(name: str) -> str:
    return f"<!-- end of {name} -->"
