"""Private parts of Streamlit that the app relies on; every other module uses Streamlit's documented interface only.

`tests/components/core/test_streamlit_internals.py` fails with a sentence on each part that an upgrade of Streamlit takes away. Names
inside Streamlit's page (selectors, attributes, settings) are in `frontend/page/streamlit_selectors.js`.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs

import streamlit as st
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
_VALUES = "values"  # key of the app's own values in the state of a session
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


def session_values() -> MutableMapping[str, Any]:
    """Return the app's own values of this session.

    Streamlit ends a run at any access to `st.session_state` once the browser has asked for another one: between two accesses, what belongs
    together would be left half done. These values can be read and changed without an end between.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if not context:
        return cast("MutableMapping[str, Any]", st.session_state)
    state = context.session_state._state  # noqa: SLF001 - its wrapper ends runs
    if _VALUES not in state:
        state[_VALUES] = {}
    values: MutableMapping[str, Any] = state[_VALUES]
    return values


def session_lock() -> threading.RLock:
    """Return the lock of this session: a run that is about to end and the one after it may overlap for a moment."""
    lock: threading.RLock = session_values().setdefault("lock", threading.RLock())
    return lock


def url_query() -> Mapping[str, Sequence[str]]:
    """Return the query of the page's URL as `st.query_params` has it, without an end of the run as `session_values` does."""
    context = get_script_run_ctx(suppress_warning=True)
    query = context.session_state._state.query_params if context else st.query_params  # noqa: SLF001 - as above
    return {name: query.get_all(name) for name in query}


def is_history_navigation() -> bool:
    """Return True if this run follows from the browser's back or forward button."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)
