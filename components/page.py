"""The page, from top to bottom. The script of `st.App`; runs anew for every visitor and every choice.

The order of the calls is the order in which the parts are sent: the map first, for it is what takes longest to draw.
Containers put the parts where they are read.
"""

from __future__ import annotations

import logging

import streamlit as st

from components.catalogue import catalogue
from components.filters import render_filters, render_way_out
from components.header import render_data_error, render_header
from components.legend import render_legend
from components.map import render_map
from components.profiles import render_profile
from components.state import read_selection, write_address
from components.summary import render_summary
from components.table import render_table
from components.texts import texts_in
from data.errors import ClusterDataError

try:
    clusters = catalogue()
except ClusterDataError as error:
    logging.getLogger("klusterkartan").error(  # noqa: TRY400 - the message is the report, the traceback says nothing
        "the list of clusters cannot be used:\n%s", error
    )
    render_data_error(error)
    st.stop()

selection, ignored = read_selection(clusters.known)
texts = texts_in(selection.language)
match = clusters.index.match(selection)

heading = st.container()
map_side, list_side = st.columns([4, 7], gap="medium")
with map_side:
    render_map(clusters, match, texts)
    render_legend(clusters, match, texts)
with heading:
    render_header(clusters, selection, ignored, texts)
with list_side:
    with st.container():
        render_profile(clusters, match, texts)
    render_summary(clusters, match, texts)
    if match.shown.any():
        render_table(clusters, match, texts)
    else:
        render_way_out(match, texts)
with st.sidebar:
    render_filters(clusters, match, texts)
write_address()
