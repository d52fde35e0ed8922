"""Sections of docs/performance.md: each benchmark writes its own and leaves the other as it is."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = """# Performance

`python -m benchmarks` measures all of this on a quiet machine, in about half an hour, and writes this page: first the growth with the
number of clusters (`python -m benchmarks.scaling`), then the visitors that one process serves (`python -m benchmarks.visitors`).
"""
SECTIONS = ("growth", "visitors")


def write_section(folder: Path, name: str, section: str) -> None:
    """Replace the section `name` by `section` (Markdown)."""
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
