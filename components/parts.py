"""Parts of the page that are HTML of our own: Streamlit components whose script and style are files of `assets`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from components.catalogue import Catalogue
from components.texts import Texts

Content = Mapping[str, Any]  # names and what JSON takes
Words = Callable[[Catalogue, Texts], Content]


class Part:
    """A part: its name, which is its key too, and what it says whatever is chosen.

    Streamlit sends the whole of a part anew with each run. So its words are sent with those of a visitor's own list only, which
    no address shows; else the page fetches them once (`part_words.py`). One that is not isolated is a part of the page's document.
    """

    def __init__(self, name: str, words: Words, *, isolated: bool = True) -> None:
        self.name = name
        self._words = words
        self._mount = page_part(name, isolated=isolated)

    def draw(self, catalogue: Catalogue, texts: Texts, content: Content, **on_change: Any) -> None:
        """Draw the part with what changes, of which what is empty is not sent; `on_change` is called when the part tells something."""
        words = self.words_of(catalogue, texts) if catalogue.origin.own else f"{texts.language}/{catalogue.short_version}"
        said = {name: value for name, value in content.items() if value}
        self._mount(key=self.name, data=as_json({"words": words, **said}), **on_change)

    def words_of(self, catalogue: Catalogue, texts: Texts) -> Content:
        """Return the words in the visitor's language, and the language."""
        words: Content = catalogue.once(("words", self.name, texts.language), lambda: self._words(catalogue, texts))
        return {"language": texts.language, **words}


def page_part(name: str, *, isolated: bool = True) -> ComponentRenderer:
    """Return the component that `assets/<name>.js` draws and `assets/<name>.css` styles, both fetched by `parts.js`."""
    return component(name, js=f'export default it=>void klusterkartan("{name}",it)', isolate_styles=isolated)


def as_json(content: Content) -> bytes:
    """Return what a part shows as the bytes it is sent as; its script puts values into the page as text, never as markup."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
