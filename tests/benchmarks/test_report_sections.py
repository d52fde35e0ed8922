"""Sections of docs/performance.md: each benchmark writes its own, and the page has the texts of the code."""

from __future__ import annotations

from pathlib import Path

from benchmarks import scaling_report, visitors_report
from benchmarks.report_sections import HEAD, write_section
from benchmarks.server import ROOT


def test_a_section_replaces_itself_only(tmp_path: Path) -> None:
    for name, section in (("visitors", "## Many\n"), ("growth", "## Old\n"), ("growth", "## New\n")):
        write_section(tmp_path, name, section)
    text = (tmp_path / "performance.md").read_text("utf-8")
    assert text.startswith(HEAD) and "Old" not in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## New", "## Many"]


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    written = (tmp_path / "performance.md").read_bytes()
    write_section(tmp_path, "growth", "## A\n\n| a |\n")
    assert (tmp_path / "performance.md").read_bytes() == written


def test_the_page_has_the_texts_of_the_code() -> None:
    text = (ROOT / "docs" / "performance.md").read_text("utf-8")
    assert text.startswith(HEAD)
    assert scaling_report.INTRODUCTION in text and visitors_report.INTRODUCTION in text
