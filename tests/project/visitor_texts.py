"""Texts that visitors read, by language: those of the code, the articles, and the sentences of the shipped tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import components
from data.languages import Language
from data.lists import SHIPPED_LISTS
from tests.lists import rows_of

FOLDER = Path(components.__file__).parent
CATALOGUE = FOLDER / "locale" / "sv" / "LC_MESSAGES" / "klusterkartan.po"
SENTENCE_COLUMNS = ("description", "note", "status_note", "focus_text")  # each with the ending of a language

# Not read as words: links, code, examples of ids, markup, placeholders, addresses, a header of HTTP and the pattern of a date.
NO_WORDS = re.compile(
    r"""\]\([^)]*\)|`[^`]*`|"[a-z-]+"|<[^>]+>|%\(\w+\)[sd]|%[sd]|\$\w+|https?://\S+|\S+@\S+|\w+(?:\.\w+)+|&\w+;|If-None-Match|MMMM"""
)


def articles(language: Language) -> list[Path]:
    """Return the files of the articles in a language."""
    return sorted((FOLDER / "articles").glob(f"*.{language}.md"))


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Return every text with the name of its place."""
    with CATALOGUE.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="sv") if entry.id]
    for entry in entries:
        yield from (("catalogue", text) for text in _forms(entry.id if language == "en" else entry.string))
    for path in articles(language):
        yield path.name, path.read_text("utf-8")
    for table in _tables():
        for row in rows_of(table):
            yield from ((table, row[name]) for column in SENTENCE_COLUMNS if (name := f"{column}_{language}") in row)


def words(text: str) -> list[str]:
    """Return the words of a text that are prose; a word may hold an apostrophe or a colon, but no digit."""
    return re.findall(r"\b[^\W\d_]+(?:['’:][^\W\d_]+)*\b", NO_WORDS.sub(" ", text))


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _tables() -> list[str]:
    return [Path(file).stem for shipped in SHIPPED_LISTS.values() for file in (shipped.clusters, shipped.citations)]
