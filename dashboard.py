"""Klusterkartan as one thing: the page, what is served beside it, and the headers. Start: `streamlit run dashboard.py`."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.catalogue import boundaries_geojson, catalogue
from components.middleware import PageLanguage, SecurityHeaders
from components.routes import routes
from components.settings import frame_ancestors
from components.texts import texts_in
from data.errors import ClusterDataError
from data.selection import LANGUAGES

log = logging.getLogger("klusterkartan")


@asynccontextmanager
async def prepare(_app: st.App) -> AsyncIterator[None]:
    """Load all that visitors share before the first one comes, and keep the garbage collector from looking at it again."""
    boundaries_geojson()
    try:
        catalogue()
    except ClusterDataError as error:  # the page says so too, and reads again for every visitor
        log.error("the list of clusters cannot be used:\n%s", error)  # noqa: TRY400 - the message is the report
    gc.collect()
    gc.freeze()
    yield


def tell_error(error: Exception) -> bool:
    """Log an error of the page's script and show the visitor a sentence instead of its details."""
    log.error("the page failed", exc_info=error)
    for language in LANGUAGES:
        st.error(texts_in(language).gettext("Something went wrong. Load the page again; if that does not help, try later."))
    return True


app = st.App(
    Path(__file__).resolve().parent / "components" / "page.py",
    lifespan=prepare,
    routes=routes(st.get_option("server.baseUrlPath")),
    middleware=[Middleware(SecurityHeaders, frame_ancestors=frame_ancestors()), Middleware(PageLanguage)],
    on_script_error=tell_error,
)
