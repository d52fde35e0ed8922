"""Sections of docs/performance.md."""

from __future__ import annotations

from pathlib import Path

from benchmarks.report_sections import HEAD, write_section


def test_section_replaces_only_its_previous_version(tmp_path: Path) -> None:
    for name, section in (("visitors", "## Many\n"), ("growth", "## Old\n"), ("growth", "## New\n")):
        write_section(tmp_path, name, section)
    text = (tmp_path / "performance.md").read_text("utf-8")
    assert text.startswith(HEAD) and "Old" not in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## New", "## Many"]


def test_writing_a_section_twice_changes_nothing(tmp_path: Path) -> None:
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    before = (tmp_path / "performance.md").read_bytes()
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    assert (tmp_path / "performance.md").read_bytes() == before
