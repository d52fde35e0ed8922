"""Readability of the articles as LIX: words for each sentence, and per cent of words with more than six letters.

Below 30 is very easy, 40 to 50 ordinary prose, above 60 the language of authorities. `python -m tests.project.readability` prints it.
"""

from __future__ import annotations

import re

from data.languages import LANGUAGES
from tests.project.visitor_texts import articles, words

LONG_WORD = 7  # letters
SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n\s*\n|\n[-#]")  # a heading and an item of a list are sentences too


def lix(text: str) -> float:
    """Return the LIX of a text in Markdown."""
    prose = re.sub(r"\]\([^)]*\)|[\[*`#]|https?://\S+", " ", text)
    sentences = [words(sentence) for sentence in SENTENCE_END.split(prose)]
    sentences = [sentence for sentence in sentences if sentence]
    found = [word for sentence in sentences for word in sentence]
    return len(found) / len(sentences) + 100 * sum(len(word) >= LONG_WORD for word in found) / len(found)


def main() -> None:
    """Print the LIX of each article."""
    for language in LANGUAGES:
        figures = ", ".join(f"{path.name} {lix(path.read_text('utf-8')):.0f}" for path in articles(language))
        print(f"Readability (LIX): {figures}")  # noqa: T201  # the purpose of the program


if __name__ == "__main__":
    main()
