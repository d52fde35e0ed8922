"""Private parts of Streamlit that the app relies on; every other module uses Streamlit's documented interface only.

`tests/components/core/test_streamlit_internals.py` fails with a sentence on each part that an upgrade of Streamlit takes away. Names
inside Streamlit's page (selectors, attributes, settings) are in `frontend/page/streamlit_selectors.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs

from streamlit import file_util, net_util
from streamlit.runtime.scriptrunner import get_script_run_ctx

CORE_PATH = "/_stcore/"  # health, metrics, uploads and the WebSocket
SOCKET_PATH = f"{CORE_PATH}stream"  # of the WebSocket
METRICS_PATH = f"{CORE_PATH}metrics"  # answers without a login
COMPONENT_PATH = "/component/"  # frames of components: HTML, but not the page
SERVER_PATHS = (CORE_PATH, COMPONENT_PATH)
STATIC_PATH = "/static"  # scripts, style sheets and fonts of the page; their names carry hashes
STATIC_FOLDER = Path(file_util.get_static_dir())  # holds index.html, the manifest, and a folder `static` with the files of STATIC_PATH
MANIFEST = STATIC_FOLDER / "manifest.json"  # Vite's: each chunk with its file and its imports
ENTRY = "index.html"  # the chunk that starts the page, by its key in the manifest
LAZY_CHUNKS = ("BidiComponent", "ComponentInstance")  # loaded when a component of ours or the map's frame comes: names in the manifest
FRAME_TO_ROOT = "../.."  # from a frame, /component/<name>/index.html; relative, so that it holds below server.baseUrlPath too


def disable_external_ip_lookup() -> None:
    """Keep Streamlit from asking a server outside for its own IP address when a page of another origin opens a WebSocket.

    Streamlit's event loop waits for the answer, and with it all visitors: twenty seconds where outside names are not resolved.
    """
    net_util.get_external_ip = lambda: None


def embed_values() -> Sequence[str]:
    """Return the values of `embed` in the page's URL, which Streamlit keeps for itself: `st.query_params` leaves them out."""
    context = get_script_run_ctx()
    return parse_qs(context.query_string).get("embed", []) if context else []


def is_history_navigation() -> bool:
    """Return True if this run follows from the browser's back or forward button."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)
