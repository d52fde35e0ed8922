"""Script of `st.App`: dataset, selection, match, view, then the page that the URL names. Streamlit runs it for every visitor and event."""

from __future__ import annotations

import json

import streamlit as st

from components.content.pages.page_info import page_infos
from components.content.pages.page_title import page_title
from components.core.accept_language import preferred_language
from components.core.i18n import NAME, texts_in
from components.core.settings import settings
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.document.missing_list import missing_list_parts, needs_list
from components.document.page_parts import RESULTS, PageState, page_parts
from components.document.script_labels import script_labels
from components.document.unavailable import unavailable_parts
from components.live.page_component import handle_events, send_page
from components.live.run_limiter import run_slots
from components.map.live_map import render_map
from components.session.selection_state import (
    chooses_own_list,
    pending_link,
    read_selection,
    selection_of_missing_list,
    write_url,
)
from components.session.upload_state import upload_result, uploaded_dataset
from data.errors import ClusterDataError
from data.selection_url import to_query_string


def nothing() -> None:
    """Draw nothing: the content is sent below, for all pages in the same way."""


OWN, MISSING = "own", "missing"  # whether the server has the list of the visitor's own that the URL names
NO_TITLE = "-"  # short, since Streamlit sends all titles with each run; the page's own follows
with run_slots():
    pages = {path: st.Page(nothing, title=NO_TITLE, url_path=path or "map", default=not path) for path in RESULTS}
    current = st.navigation(list(pages.values()), position="hidden")
    path = next(path for path, page in pages.items() if page == current)
    language = preferred_language(st.context.headers.get("Accept-Language", ""))

    handle_events()
    link_path, link_query = pending_link(path, pages) or (path, None)
    if link_path in pages and link_path != path:
        st.switch_page(pages[link_path], query_params=link_query)

    is_own = chooses_own_list(link_query if link_path == path else None)
    own_dataset = uploaded_dataset() if is_own else None
    try:
        dataset = own_dataset or current_dataset()
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
            own_list="",
        )
        st.stop()

    own_list = "" if not is_own else OWN if own_dataset else MISSING
    if own_list == MISSING and needs_list(path):
        missing = dataset.match(selection_of_missing_list())
        view = View(dataset, missing, texts_in(missing.selection.language or language))
        labels = json.dumps(script_labels(view.texts, path), ensure_ascii=False)
        st.set_page_config(page_title=NAME, layout="wide")
        send_page(
            {**missing_list_parts(view, path, upload_result()), "labels": labels},
            path=path,
            language=view.language,
            version="",
            has_filters=False,
            has_map=False,
            query=to_query_string(view.selection),
            cluster="",
            own_list=own_list,
        )
        st.stop()

    selection, ignored = read_selection(
        dataset.known,
        lambda selection: dataset.match(selection).last_page,
        link_query if link_path == path else None,
    )
    view = View(dataset, dataset.match(selection), texts_in(selection.language or language))
    infos = page_infos(dataset, view.texts)

    info = infos.get(path, infos[""])  # an upload has no page "Open data": the map stands in its place
    st.set_page_config(page_title=page_title(info, view), layout="wide")
    if info.has_map:
        render_map(view)
    write_url()
    public_url = settings().public_url
    url = f"{public_url}{info.path}{to_query_string(selection)}" if public_url else ""
    state = PageState(info, ignored, upload_result(), url, is_live=True)
    parts = {**page_parts(view, state), "labels": json.dumps(script_labels(view.texts, info.path), ensure_ascii=False)}
    send_page(
        parts,
        path=info.path,
        language=view.language,
        version=dataset.preview_version,
        has_filters=info.has_filters,
        has_map=info.has_map,
        query=to_query_string(selection),
        cluster=selection.cluster,
        own_list=own_list,
        names=own_dataset.origin.names.to_json() if own_dataset else None,
    )
