"""Numbers of a marked workbook: cells that become numbers, and cells that stay text."""

from __future__ import annotations

import pytest

from data.workbook_numbers import NumbersOfColumns


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("0", 0.0), ("12", 12.0), ("-3,5", -3.5), ("55.70466", 55.70466), ("999999999", 999_999_999.0), (" 7 ", 7.0)),
        *(("", None), ("x", None), ("5561234567", None), ("556123-4567", None), ("+46701234567", None), ("1 200", None), ("12 %", None)),
        *(("1e5", None), ("2026-11-27", None), ("=1+1", None), ("-", None), ("1,2,3", None), ("１２", None), ("nan", None), ("inf", None)),
    ],
)
def test_plain_numbers_are_numbers(text: str, number: float | None) -> None:
    assert NumbersOfColumns([[text]], is_exact=False).read(0, text) == number


@pytest.mark.parametrize("code", ["0180", "0701234567", "01", "1.500", "1,500"])
def test_a_column_with_a_code_or_a_doubtful_number_is_text(code: str) -> None:
    numbers = NumbersOfColumns([["1280", "5"], [code, "6"]], is_exact=False)
    assert numbers.read(0, "1280") is None and numbers.read(0, code) is None
    assert numbers.read(1, "5") == 5


def test_in_a_workbook_a_point_is_a_decimal_point() -> None:
    assert NumbersOfColumns([["1.500"]], is_exact=True).read(0, "1.500") == 1.5
    assert NumbersOfColumns([["1,500"]], is_exact=True).read(0, "1,500") is None
