"""Lines of a picture: no line is wider than its column, and no text is lost without an ellipsis."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from components.exports.picture_text import ELLIPSIS, fits, font_file, text_width, wrap
from tests.hostile import hostile_names

TITLE = "Digital teknik i Skåne, Västra Götaland och Stockholm: 7 kluster"


@pytest.mark.parametrize("is_bold", [False, True])
def test_the_typeface_is_read_from_the_package(*, is_bold: bool) -> None:
    assert font_file(is_bold=is_bold).read_bytes()[:4] == b"\x00\x01\x00\x00"  # TrueType
    assert text_width("Kluster", 20, is_bold=is_bold) == pytest.approx(2 * text_width("Kluster", 10, is_bold=is_bold))


def test_bold_text_is_wider() -> None:
    assert text_width(TITLE, 20, is_bold=True) > text_width(TITLE, 20)


def test_reading_the_typeface_imports_nothing_of_its_package() -> None:
    code = "import sys, components.exports.picture_text as text; text.text_width('a', 1); print('font_source_sans_pro' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("width", [120, 250, 500, 5000])
@pytest.mark.parametrize("text", [TITLE, "x" * 200, "å " * 200, "kluster" * 30 + " i norr", *random.Random(1).sample(hostile_names(), 60)])
def test_lines_fit_and_hold_the_whole_text(text: str, width: float) -> None:
    lines = wrap(text, 24, width, 1000, is_bold=True)
    assert all(fits(line, 24, width, is_bold=True) for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("text", [TITLE, "x" * 200, "å " * 200])
@pytest.mark.parametrize("max_lines", [1, 2, 3])
def test_a_text_of_too_many_lines_ends_with_an_ellipsis(text: str, max_lines: int) -> None:
    lines = wrap(text, 40, 300, max_lines)
    assert len(lines) == max_lines and lines[-1].endswith(ELLIPSIS)
    assert all(fits(line, 40, 300) for line in lines)


def test_a_number_stays_with_its_word() -> None:
    lines = wrap("Digital teknik: 7 kluster", 50, 400, 3, is_bold=True)
    assert lines == ["Digital teknik:", "7\u00a0kluster"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10, 100, 3) == [""]
