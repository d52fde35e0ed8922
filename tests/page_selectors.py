"""Private names of Streamlit's page: those that `components/frontend/page/streamlit_selectors.js` lists, and those of the tests alone."""

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

APP, MAIN, SIDEBAR, TOGGLE_GROUP = (IN_SCRIPTS[name] for name in ("app", "main", "sidebar", "toggleGroup"))
EXPAND_SIDEBAR, HEADER = '[data-testid="stExpandSidebarButton"]', '[data-testid="stHeader"]'
MAP_FRAME = 'iframe[src*="streamlit_folium"]'
ARTICLE, BUTTON, HTML = '[data-testid="stMarkdownContainer"]', ".stButton", ".stHtml"
CONNECTION_ATTRIBUTE, CONNECTED = IN_SCRIPTS["connectionAttribute"], IN_SCRIPTS["connectedValue"]

# Of the tests alone
ALERT, EXCEPTION = "[data-testid=stAlert]", "[data-testid=stException]"  # st.error and the like; an exception of the script
STATUS, SKELETON = "[data-testid=stStatusWidget]", "[data-testid=stSkeleton]"  # a run that lasts; an element that is still to come
COMPONENT = "[data-testid=stBidiComponentIsolated]"  # has the shadow root of a component
SCRIPT_STATE_ATTRIBUTE, NOT_RUNNING = "data-test-script-state", "notRunning"  # of the app
IN_TESTS = [ALERT, EXCEPTION, STATUS, SKELETON, COMPONENT]
IS_SETTLED = f"!document.querySelector('{STATUS}, {SKELETON}')"  # JavaScript condition: nothing more is to come
FITS_THE_WIDTH = f"document.querySelector('{MAIN}').scrollWidth <= innerWidth"  # JavaScript condition


def selectors_in(text: str) -> set[str]:
    """Return the selectors of a style sheet or script that name something of Streamlit's page."""
    return set(_PRIVATE.findall(text))
