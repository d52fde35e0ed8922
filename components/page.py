"""Script of `st.App`: dataset, selection, match, view, then the page that the URL names. Streamlit runs it for every visitor and event."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.app_pages.articles import render_about, render_accessibility
from components.app_pages.comparison import render_comparison
from components.app_pages.data_quality import render_data_quality
from components.app_pages.map_page import render_map_page
from components.app_pages.open_data import render_open_data
from components.app_pages.unavailable import render_unavailable
from components.app_pages.upload import render_upload
from components.content.page_info import UPLOAD_PATH, page_infos
from components.content.page_title import page_title
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.dataset.view import View
from components.session.selection_state import pop_pending_link, read_selection, unknown_page, write_url
from components.session.upload_state import uploaded_dataset
from components.widgets.filters import render_filters
from components.widgets.header import render_header
from components.widgets.upload_banner import render_upload_banner
from data.errors import ClusterDataError

SIDEBAR_WIDTH_PX = 330  # two or three filter choices beside each other

RENDERERS = {  # by path
    "": render_map_page,
    "compare": render_comparison,
    "about": render_about,
    "data": render_data_quality,
    "open-data": render_open_data,
    UPLOAD_PATH: render_upload,
    "accessibility": render_accessibility,
}

try:
    dataset = uploaded_dataset() or current_dataset()
except ClusterDataError as error:
    render_unavailable(error, RENDERERS)
    st.stop()

selection, ignored = read_selection(dataset.known)
view = View(dataset, dataset.index.match(selection), texts_in(selection.language))

infos = page_infos(dataset, view.texts)
pages = {
    path: st.Page(partial(RENDERERS[path], view), title=info.name, url_path=path or "map", default=not path) for path, info in infos.items()
}
page = st.navigation(list(pages.values()), position="hidden")
info = infos[page.url_path]
if link := pop_pending_link():
    path, query = link
    if path in pages:
        st.switch_page(pages[path], query_params=query)
st.set_page_config(page_title=page_title(info, view), layout="wide", initial_sidebar_state=SIDEBAR_WIDTH_PX)

header = st.container()
page.run()
if info.has_filters:
    with st.sidebar:
        render_filters(view)
write_url()
with header:  # rendered last: it acknowledges the handled events, and their effects must be on the page by then
    render_header(view, info.path, [*unknown_page(pages), *ignored])
    if dataset.origin.is_upload:
        render_upload_banner(dataset, view.texts)
