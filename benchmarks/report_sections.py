"""docs/performance.md: a section for each benchmark, which that benchmark writes anew without touching the other."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = """# How fast, how lean, for how many

`python -m benchmarks` measures all that follows on a quiet machine, in about half an hour, and writes it here: first how the dashboard
grows with its list (`python -m benchmarks.scaling` alone), then how many visitors one process serves (`python -m benchmarks.visitors`).
"""
SECTIONS = ("growth", "visitors")


def write_section(folder: Path, name: str, section: str) -> None:
    """Put the section (Markdown) in the place of the one of that name."""
    file = folder / "performance.md"
    before = file.read_text("utf-8") if file.exists() else ""
    kept = {other: found[1] for other in SECTIONS if (found := re.search(f"{_begin(other)}(.*?){_end(other)}", before, re.DOTALL))}
    sections = kept | {name: f"\n{section.strip()}\n"}
    written = (f"{_begin(other)}{sections[other]}{_end(other)}\n" for other in SECTIONS if other in sections)
    file.write_text("\n".join([HEAD, *written]), encoding="utf-8")


def _begin(name: str) -> str:
    return f"<!-- {name} -->"


def _end(name: str) -> str:
    return f"<!-- end of {name} -->"
