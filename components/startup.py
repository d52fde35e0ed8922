"""What the server does once before the first visitor, and when the page's script fails."""

from __future__ import annotations

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

import streamlit as st
from streamlit import net_util

from components import logs
from components.counties import counties_of_the_map
from components.keeper import keeper
from components.texts import texts_in
from data.selection import LANGUAGES


@asynccontextmanager
async def prepare(_app: st.App) -> AsyncIterator[None]:
    """Load all that visitors share before the first one comes, and keep looking for a new version of the list."""
    logs.write_lines()
    ask_nobody_outside()
    for language in LANGUAGES:
        counties_of_the_map(language)
    stop = threading.Event()
    keeper().begin(stop)
    yield
    stop.set()


def ask_nobody_outside() -> None:
    """Keep Streamlit from asking a server outside for its own address whenever a page of another origin opens a socket.

    All visitors would wait for the answer meanwhile, twenty seconds where names outside are not found.
    """
    net_util.get_external_ip = lambda: None


@cache
def keep_from_collector() -> None:
    """Spare the garbage collector, once per process, what stays for good: it would look through it in the midst of runs.

    Called at the end of a run, since the first one loads the page's modules.
    """
    gc.collect()
    gc.freeze()


def tell_error(error: Exception) -> bool:
    """Log an error of the page's script and show the visitor a sentence instead of its details."""
    logs.tell_error("page failed", error)
    for language in LANGUAGES:
        st.error(texts_in(language).gettext("Something went wrong. Load the page again; if that does not help, try later."))
    return True
