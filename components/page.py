"""Script of `st.App`: dataset, selection, match, view, then the page that the URL names. Streamlit runs it for every visitor and event."""

from __future__ import annotations

import json

import streamlit as st

from components.content.page_info import page_infos
from components.content.page_title import page_title
from components.core.i18n import NAME, texts_in
from components.core.languages import preferred_language
from components.core.settings import settings
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.document.page_parts import RESULTS, PageState, page_parts
from components.document.script_labels import script_labels
from components.document.unavailable import unavailable_parts
from components.live.page_component import send_page
from components.live.run_limiter import run_slots
from components.map.live_map import render_map
from components.session.selection_state import pop_pending_link, read_selection, write_url
from components.session.upload_state import upload_result, uploaded_dataset
from data.errors import ClusterDataError


def nothing() -> None:
    """Draw nothing: what a page shows is sent below, for all pages in the same way."""


NO_TITLE = "–"  # short, since Streamlit sends all titles with each run; the page's own follows
with run_slots():
    pages = {path: st.Page(nothing, title=NO_TITLE, url_path=path or "map", default=not path) for path in RESULTS}
    current = st.navigation(list(pages.values()), position="hidden")
    path = next(path for path, page in pages.items() if page == current)
    language = preferred_language(st.context.headers.get("Accept-Language", ""))

    try:
        dataset = uploaded_dataset() or current_dataset()
    except ClusterDataError as error:
        st.set_page_config(page_title=NAME)
        send_page(
            unavailable_parts(error, language),
            path=path,
            language=language,
            version="",
            has_filters=False,
            has_map=False,
            query="",
            cluster="",
        )
        st.stop()

    link_path, link_query = pop_pending_link() or (path, None)
    if link_path in pages and link_path != path:
        st.switch_page(pages[link_path], query_params=link_query)

    selection, ignored = read_selection(
        dataset.known,
        lambda selection: dataset.index.match(selection).last_page,
        link_query if link_path == path else None,
    )
    view = View(dataset, dataset.index.match(selection), texts_in(selection.language or language))
    infos = page_infos(dataset, view.texts)

    info = infos.get(path, infos[""])  # an upload has no page "Open data": the map stands in its place
    st.set_page_config(page_title=page_title(info, view), layout="wide")
    if info.has_map:
        render_map(view)
    write_url()
    public_url = settings().public_url
    url = f"{public_url}{info.path}{selection.to_query_string()}" if public_url else ""
    state = PageState(info, ignored, upload_result(), url, is_live=True)
    parts = {**page_parts(view, state), "labels": json.dumps(script_labels(view.texts, info.path), ensure_ascii=False)}
    send_page(
        parts,
        path=info.path,
        language=view.language,
        version=dataset.preview_version,
        has_filters=info.has_filters,
        has_map=info.has_map,
        query=selection.to_query_string(),
        cluster=selection.cluster,
    )
