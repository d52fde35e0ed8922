"""Texts of a list that a workbook may hold as numbers, for people to count with: no codes, and none that could mean two things."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:[.,][0-9]{1,12})?")  # longer ones are numbers of organisations, phones and the like
CODE = re.compile(r"0[0-9]+")  # a zero in front would be lost
THOUSANDS = re.compile(r"-?[0-9]{1,3}[.,][0-9]{3}")  # 1.500 may be one and a half


class NumbersOfColumns:
    """Reader of the numbers in the columns of a list."""

    def __init__(self, rows: Sequence[Sequence[str]], *, is_exact: bool) -> None:
        """Take the rows below the header. `is_exact` is True for a file whose numbers are no texts: there a point is a decimal point."""
        self._columns_of_text = {
            column
            for texts in rows
            for column, text in enumerate(texts)
            if CODE.fullmatch(text.strip()) or (THOUSANDS.fullmatch(text.strip()) and not (is_exact and "." in text))
        }

    def read(self, column: int, text: str) -> float | None:
        """Return the number in a cell; None for a text, and for every cell of a column with a code or with a number of two meanings."""
        if column in self._columns_of_text or not NUMBER.fullmatch(text.strip()):
            return None
        return float(text.strip().replace(",", "."))
