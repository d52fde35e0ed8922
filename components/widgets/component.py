"""Custom components of the page: HTML that scripts and style sheets in `frontend/page` render inside a Streamlit component."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from components.core.i18n import Texts
from components.dataset.dataset import Dataset

Content = Mapping[str, Any]  # names and values that JSON can hold
Labels = Callable[[Dataset, Texts], Content]


class HtmlComponent:
    """A component with content, which changes with the selection, and labels, which do not.

    Streamlit sends all data of a component with each run. To keep that small the labels are not among it: the page fetches those
    of the current dataset once (`labels.py`). Only the labels of an upload, which no endpoint serves, are sent with the content.
    """

    def __init__(self, name: str, labels: Labels, *, isolated: bool = True) -> None:
        """Register the component under its name, which is also its key; one that is not isolated stands in the page's document."""
        self.name = name
        self._labels = labels
        self._mount = register_component(name, isolated=isolated)

    def render(self, dataset: Dataset, texts: Texts, content: Content, **on_change: Any) -> None:
        """Render the component; empty values of the content are left out. `on_change` holds the callbacks for its events."""
        labels = self.labels(dataset, texts) if dataset.origin.is_upload else f"{texts.language}/{dataset.short_version}"
        filled = {name: value for name, value in content.items() if value}
        self._mount(key=self.name, data=to_json_bytes({"labels": labels, **filled}), **on_change)

    def labels(self, dataset: Dataset, texts: Texts) -> Content:
        """Return the labels in the visitor's language, with the language."""
        labels: Content = dataset.cached(("labels", self.name, texts.language), lambda: self._labels(dataset, texts))
        return {"language": texts.language, **labels}


def register_component(name: str, *, isolated: bool = True) -> ComponentRenderer:
    """Return the component whose script and style sheet `component.js` fetches from `frontend/page/<name>.js` and `<name>.css`."""
    return component(name, js=f'export default it=>void klusterkartan("{name}",it)', isolate_styles=isolated)


def to_json_bytes(content: Content) -> bytes:
    """Return content as compact JSON; the scripts put its values into the page as text, never as markup."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
