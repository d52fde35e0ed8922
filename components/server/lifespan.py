"""Lifespan of the server, and the handler for errors of the page's script."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components.core.event_log import configure_logging, log_error
from components.core.gc_control import freeze_shared_objects
from components.core.streamlit_internals import disable_external_ip_lookup
from components.dataset.store import dataset_store
from components.live.page_component import send_failure
from components.server.map_files import prepare_map_files
from components.server.static_files import start_compressing


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Load everything that visitors share before the first one comes, and refresh the dataset until the server ends."""
    configure_logging()
    disable_external_ip_lookup()
    stop = threading.Event()
    start_compressing(stop)
    prepare_map_files()
    dataset_store().start(stop)
    freeze_shared_objects()  # now: the dataset is loaded, and no session exists yet
    try:
        yield
    finally:
        stop.set()


def on_script_error(error: Exception) -> bool:
    """Log an error of the page's script and show the visitor a sentence instead of its details."""
    log_error("page failed", error)
    send_failure()
    return True
