"""Page that is shown while there is no dataset: the number of problems as visitors read it."""

from __future__ import annotations

import pytest

from components.core.i18n import texts_in
from components.document.unavailable import _explanation
from data.errors import Problem
from data.languages import Language

NO_BREAK = "\u00a0"
LANGUAGES: tuple[tuple[Language, str], ...] = (("sv", f"1{NO_BREAK}200"), ("en", "1,200"))


@pytest.mark.parametrize(("language", "expected"), LANGUAGES)
def test_a_number_of_problems_is_grouped(language: Language, expected: str) -> None:
    problems = [Problem("list.csv", row, "name", "", "a value") for row in range(1200)]
    assert expected in _explanation(problems, texts_in(language))
