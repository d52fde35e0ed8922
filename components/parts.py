"""Parts of the page that are HTML of our own: Streamlit components whose script and style are files of `assets`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer


def page_part(name: str) -> ComponentRenderer:
    """Return the component that `assets/<name>.js` draws and `assets/<name>.css` styles.

    Streamlit sends a component's code anew with each run, so this is only what fetches it: once, from the app's own address.
    """
    return component(
        name,
        html=f"<link rel=stylesheet href=assets/page/{name}.css><div class={name}></div>",
        js=f"""const part = import(new URL("assets/page/{name}.js", document.baseURI));
export default (it) => {{ part.then((p) => p.render(it)); }};""",
    )


def as_json(content: Mapping[str, Any]) -> bytes:
    """Return what a part shows as the bytes it is sent as; its script puts values into the page as text, never as markup."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
