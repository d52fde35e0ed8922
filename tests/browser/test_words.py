"""Words as they are drawn: none is broken where its line ends, and the search field shows the whole of its hint."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.browser_driver import Visit

WIDTHS = (320, 390, 768, 1024, 1280, 1366, 1520, 1920)
URLS = ("", "?region=14&cluster=mobile-heights", "compare?region=12&region=14", "about", "data", "open-data", "own-list", "accessibility")
# Words in two lines. URLs and commands have no spaces, and go on wherever the line ends.
BROKEN_WORDS = r"""() => {
  const texts = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT), broken = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (parentElement.closest("code, .svg-map, .unseen, caption") || !parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const word of data.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter(({ width }) => width);
      if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
# How many times the hint of the search field fits into the field.
ROOM_OF_HINT = """() => {
  document.querySelector("#filters details").open = true;
  const field = document.getElementById("search"), style = getComputedStyle(field);
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = style.font;
  const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return room / canvas.measureText(field.placeholder).width;
}"""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_is_broken(new_visit: Callable[..., Visit], server: str, language: str) -> None:
    page = new_visit(server, java_script_enabled=False).page
    broken = {}
    for url in URLS:
        page.goto(f"{server}{url}{'&' if '?' in url else '?'}lang={language}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 768})
            broken[url, width] = page.evaluate(BROKEN_WORDS)
    assert {case: words for case, words in broken.items() if words} == {}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_search_field_shows_its_whole_hint(new_visit: Callable[..., Visit], server: str, language: str) -> None:
    """With some room, since other fonts are wider."""
    page = new_visit(server, java_script_enabled=False).page
    page.goto(f"{server}?lang={language}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate(ROOM_OF_HINT) >= 1.15, width
