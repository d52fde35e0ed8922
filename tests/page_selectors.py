"""Private names of Streamlit's page: those that `components/frontend/page/streamlit_selectors.js` lists, and those of the tests alone."""

from __future__ import annotations

import re
from pathlib import Path

import components

FRONTEND = Path(components.__file__).parent / "frontend"
FOLDERS = [FRONTEND / "page", FRONTEND / "map"]
LIST = FOLDERS[0] / "streamlit_selectors.js"
SCRIPTS = [path for folder in FOLDERS for path in sorted(folder.glob("*.js")) if path != LIST]
STYLE_SHEETS = [path for folder in FOLDERS for path in sorted(folder.rglob("*.css"))]
_PRIVATE = re.compile(r"""\[data-test[^\]]*\]|\.st[A-Z]\w*|\w+\[\w+=["']#st[A-Z]\w*["']\]|__streamlit""")

IN_SCRIPTS: dict[str, str] = {
    name: value for name, _quote, value in re.findall(r"^export const (\w+) = (['\"])(.*)\2;", LIST.read_text("utf-8"), re.MULTILINE)
}
APP, MAIN, CONNECTION_ATTRIBUTE, CONNECTED = (IN_SCRIPTS[name] for name in ("APP", "MAIN", "CONNECTION_ATTRIBUTE", "CONNECTED"))
PAGE_SETTINGS = [
    IN_SCRIPTS["PAGE_GLOBAL"],
    *re.findall(r"\b([A-Z_]+|[a-z]+[A-Z]\w+): ", LIST.read_text("utf-8").partition("function pageSettings")[2]),
]

# Of the tests alone
MAP_FRAME = "#root iframe"
EXCEPTION = "[data-testid=stException]"  # an exception of the script
SCRIPT_STATE_ATTRIBUTE, NOT_RUNNING = "data-test-script-state", "notRunning"  # of the app
IS_SETTLED = f"document.querySelector('{APP}')?.getAttribute('{SCRIPT_STATE_ATTRIBUTE}') === '{NOT_RUNNING}'"  # JavaScript condition
FITS_THE_WIDTH = "document.documentElement.scrollWidth <= innerWidth"  # JavaScript condition


def selectors_in(text: str) -> set[str]:
    """Return the selectors of a style sheet or script that name something of Streamlit's page."""
    return set(_PRIVATE.findall(text))
