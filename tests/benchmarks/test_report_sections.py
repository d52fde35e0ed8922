"""docs/performance.md: each benchmark writes its own section."""

from __future__ import annotations

from pathlib import Path

from benchmarks.report_sections import HEAD, write_section


def test_a_section_takes_the_place_of_its_own_alone(tmp_path: Path) -> None:
    for name, section in (("visitors", "## Many\n"), ("growth", "## Old\n"), ("growth", "## New\n")):
        write_section(tmp_path, name, section)
    told = (tmp_path / "performance.md").read_text("utf-8")
    assert told.startswith(HEAD) and "Old" not in told
    assert [line for line in told.splitlines() if line.startswith("## ")] == ["## New", "## Many"]


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    written = (tmp_path / "performance.md").read_bytes()
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    assert (tmp_path / "performance.md").read_bytes() == written
