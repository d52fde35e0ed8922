"""The page: what every place has in common, around the place that the address names. The script of `st.App`.

Runs anew for every visitor and every choice.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.articles import render_about, render_accessibility
from components.comparison import render_comparison
from components.data_error import render_data_error
from components.filters import render_filters
from components.keeper import catalogue
from components.open_data import render_open_data
from components.overview import render_overview
from components.own_list import own_catalogue, render_own_banner, render_own_list
from components.places import OWN_LIST, places_in, title_of
from components.quality import render_quality
from components.startup import keep_from_collector
from components.state import read_selection, take_followed, unknown_place, write_address
from components.texts import texts_in
from components.top import render_top
from data.errors import ClusterDataError

SIDEBAR = 330  # pixels: the filters stand two or three abreast

RENDER = {
    "": render_overview,
    "compare": render_comparison,
    "about": render_about,
    "data": render_quality,
    "open-data": render_open_data,
    OWN_LIST: render_own_list,
    "accessibility": render_accessibility,
}

try:
    clusters = own_catalogue() or catalogue()
except ClusterDataError as error:
    render_data_error(error, RENDER)
    st.stop()

selection, ignored = read_selection(clusters.known)
texts = texts_in(selection.language)
match = clusters.index.match(selection)

places = places_in(clusters, texts)
pages = {
    path: st.Page(partial(RENDER[path], clusters, match, texts), title=place.name, url_path=path or "map", default=not path)
    for path, place in places.items()
}
page = st.navigation(list(pages.values()), position="hidden")
here = places[page.url_path]
if followed := take_followed():
    place, query = followed
    if place in pages:
        st.switch_page(pages[place], query_params=query)
st.set_page_config(page_title=title_of(here, clusters, selection, texts), layout="wide", initial_sidebar_state=SIDEBAR)

top = st.container()
page.run()
if here.has_filters:
    with st.sidebar:
        render_filters(clusters, match, texts)
write_address()
with top:  # last: it says which presses were taken, and then all that follows from them is there
    render_top(clusters, here.path, selection, [*unknown_place(pages), *ignored], texts)
    if clusters.origin.own:
        render_own_banner(clusters, texts)
keep_from_collector()
