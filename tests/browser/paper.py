"""Sheets of paper that Chromium prints, as the text of each."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from playwright.sync_api import Page
from pypdf import PdfReader

A4_POINTS = (595, 842)
# All text of the page, its parts apart.
ALL_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [...document.querySelectorAll("#rows [title]")].map(({ title }) => title); // websites, arrows on the screen
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join(" ");
}"""
MAP_NAMES = "() => Array.from(document.querySelectorAll('.svg-map text'), (name) => name.textContent.trim())"


def print_sheets(page: Page) -> list[str]:
    """Print the page as Ctrl+P does and return the text of each sheet; fails unless each is A4, upright."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert {(int(sheet.mediabox.width), int(sheet.mediabox.height)) for sheet in sheets} == {A4_POINTS}
    return [sheet.extract_text() for sheet in sheets]


def words(text: str) -> set[str]:
    """Return the words of a text, without digits."""
    return set(re.findall(r"[^\W\d_]+", text))


def pieces_of_words(page: Page, sheets: Sequence[str]) -> set[str]:
    """Return the words on the sheets that are no words of the page, such as the halves of a word that was split.

    The names on the map are drawn twice, as outline and as text, and one beside the other.
    """
    on_map = re.compile(f"(?:{'|'.join(words(' '.join(page.evaluate(MAP_NAMES)))) or '$^'})+")
    unknown = words(" ".join(sheets)) - words(page.evaluate(ALL_TEXTS))
    return {word for word in unknown if not on_map.fullmatch(word)}
