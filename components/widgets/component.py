"""Parts of the page that are HTML of our own: Streamlit components whose script and style are files of `assets`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from components.core.i18n import Texts
from components.dataset.dataset import Dataset

Content = Mapping[str, Any]  # names and what JSON takes
Labels = Callable[[Dataset, Texts], Content]


class HtmlComponent:
    """A part: its name, which is its key too, and what it says whatever is chosen.

    Streamlit sends the whole of a part anew with each run. So its words are sent with those of a visitor's own list only, which
    no address shows; else the page fetches them once (`part_words.py`). One that is not isolated is a part of the page's document.
    """

    def __init__(self, name: str, words: Labels, *, isolated: bool = True) -> None:
        self.name = name
        self._words = words
        self._mount = register_component(name, isolated=isolated)

    def draw(self, dataset: Dataset, texts: Texts, content: Content, **on_change: Any) -> None:
        """Draw the part with what changes, of which what is empty is not sent; `on_change` is called when the part tells something."""
        words = self.words_of(dataset, texts) if dataset.origin.is_upload else f"{texts.language}/{dataset.short_version}"
        said = {name: value for name, value in content.items() if value}
        self._mount(key=self.name, data=to_json_bytes({"words": words, **said}), **on_change)

    def words_of(self, dataset: Dataset, texts: Texts) -> Content:
        """Return the words in the visitor's language, and the language."""
        words: Content = dataset.cached(("words", self.name, texts.language), lambda: self._words(dataset, texts))
        return {"language": texts.language, **words}


def register_component(name: str, *, isolated: bool = True) -> ComponentRenderer:
    """Return the component that `assets/<name>.js` draws and `assets/<name>.css` styles, both fetched by `component.js`."""
    return component(name, js=f'export default it=>void klusterkartan("{name}",it)', isolate_styles=isolated)


def to_json_bytes(content: Content) -> bytes:
    """Return what a part shows as the bytes it is sent as; its script puts values into the page as text, never as markup."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
