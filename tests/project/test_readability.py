"""Readability of the Swedish articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.readability import lix
from tests.project.visitor_texts import articles

MAX_LIX = 45


@pytest.mark.parametrize("article", articles("sv"), ids=lambda path: path.name)
def test_a_swedish_article_is_readable(article: Path) -> None:
    assert lix(article.read_text("utf-8")) <= MAX_LIX


def test_lix_counts_words_for_each_sentence_and_long_words() -> None:
    assert lix("Det här är en mening. Nu kommer en till mening.") == 5.0
    assert lix("Organisationen finns.") == 2 + 50
