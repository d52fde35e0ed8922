"""Private names of Streamlit's page, as `components/frontend/page/streamlit_selectors.js` lists them."""

from __future__ import annotations

import re
from pathlib import Path

import components

FRONTEND = Path(components.__file__).parent / "frontend"
FOLDERS = [FRONTEND / "page", FRONTEND / "map"]
LIST = FOLDERS[0] / "streamlit_selectors.js"
SCRIPTS = [path for folder in FOLDERS for path in sorted(folder.glob("*.js")) if path != LIST]
STYLE_SHEETS = [path for folder in FOLDERS for path in sorted(folder.glob("*.css"))]
_PRIVATE = re.compile(r"""\[data-test[^\]]*\]|\.st[A-Z]\w*|\w+\[\w+=["']#st[A-Z]\w*["']\]|iframe\[[^\]]*\]""")

_TEXT = LIST.read_text("utf-8")
IN_SCRIPTS: dict[str, str] = {name: value for name, _quote, value in re.findall(r"^  (\w+): (['\"])(.*)\2,", _TEXT, re.MULTILINE)}
IN_STYLES: list[str] = re.findall(r"^// (\S+)\s{2,}(?!use in)\S.*$", _TEXT, re.MULTILINE)


def selectors_in(text: str) -> set[str]:
    """Return the selectors of a style sheet or script that name something of Streamlit's page."""
    return set(_PRIVATE.findall(text))
