"""A visitor's own list: read, checked and shown to that visitor alone. It lives in the session and is stored nowhere."""

from __future__ import annotations

from base64 import b64decode
from functools import partial

import pandas as pd
import streamlit as st

from components.api.about import about
from components.api.asking import Asked
from components.api.formats import CLUSTER_FORMATS
from components.catalogue import Catalogue
from components.exports import file_name
from components.links import address
from components.own_reading import OwnList, read_own_list
from components.own_report import report
from components.parts import as_json, page_part
from components.templating import to_html
from components.texts import Texts
from data.export import to_excel_csv
from data.filters import Match
from data.rows import OF_A_VISITOR
from data.selection import Selection, search_text

KEY = "chooser"
MEGABYTE = 1_000_000
LONGEST_NAME = 60
_KEPT = "own-list"  # in the session

_CHOOSER = page_part("chooser")


def own_catalogue() -> Catalogue | None:
    """Return the visitor's own list, while it is shown in place of everybody's."""
    kept: OwnList | None = st.session_state.get(_KEPT)
    return kept.catalogue if kept else None


def render_own_list(_catalogue: Catalogue, _match: Match, texts: Texts) -> None:
    """Draw the place: where to choose a file, what it may hold, and what was understood of it."""
    _ = texts.gettext
    kept: OwnList | None = st.session_state.get(_KEPT)
    words = {
        "label": _("A CSV file or an Excel workbook (.xlsx)"),
        "largest": OF_A_VISITOR.file,
        "too_large": _("The file is too large: at most %d MB.") % (OF_A_VISITOR.file // MEGABYTE),
        "reading": _("The file is being read …"),
        "failed": _("The file could not be read. Choose it again."),
        "read": kept.read_at if kept else "",  # by which the part sees that it is done
    }
    _CHOOSER(key=KEY, data=as_json(words), on_chosen_change=_take_up)
    if kept:
        st.html(to_html("own_list_report", texts.language, map=address(Selection(language=texts.language)), **report(kept, texts)))
    st.html(to_html("own_list", texts.language, rows=texts.number(OF_A_VISITOR.rows), megabytes=OF_A_VISITOR.file // MEGABYTE))
    st.download_button(
        _("Download a template"), to_excel_csv(_template(texts)), _("template.csv"), "text/csv", on_click="ignore", key="template"
    )


def render_own_banner(catalogue: Catalogue, texts: Texts) -> None:
    """Say, on every place, that the visitor's own list is shown, and offer the way back."""
    _ = texts.gettext
    with st.container(key="own-banner", horizontal=True, vertical_alignment="center"):
        st.info(_("You see your own list, %s. Nobody else does.") % f"`{catalogue.origin.name.replace('`', ' ')}`")
        st.button(_("Back to the list for everybody"), on_click=leave, key="leave-own-list")


def render_own_files(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw a button for each form of file; what they hold is made when they are pressed."""
    asked = Asked(catalogue, match, texts, base="")
    with st.container(key="own-files", horizontal=True):
        for number, form in enumerate(CLUSTER_FORMATS):
            if form.holds(match.count):
                name = file_name(catalogue, match.selection, texts, texts.gettext("clusters"), form.ending)
                st.download_button(
                    form.name(texts),
                    partial(form.whole, asked, about(asked)),
                    name,
                    form.media_type,
                    on_click="ignore",
                    key=f"own-{form.path}",
                    type="tertiary" if number else "secondary",
                )


def leave() -> None:
    """Show everybody's list again."""
    st.session_state.pop(_KEPT, None)


def _take_up() -> None:
    """Read the chosen file; while it cannot be used, everybody's list is shown, and while there is no room for it the one before."""
    told = st.session_state[KEY].chosen
    name, content = (told.get("name"), told.get("content")) if isinstance(told, dict) else (None, None)
    if isinstance(name, str) and isinstance(content, str):
        try:
            st.session_state[_KEPT] = read_own_list(search_text(name)[:LONGEST_NAME], b64decode(content), own_catalogue())
        except ValueError:  # not what the page sends
            leave()


def _template(texts: Texts) -> pd.DataFrame:
    """Return a list to start from: the headings that matter most, and one row as an example."""
    _ = texts.gettext
    return pd.DataFrame(
        {
            _("Cluster"): [_("The example cluster")],
            _("Counties"): ["Skåne"],
            _("Municipality"): ["Lund"],
            _("Industry focus"): [_("Digital technology; Food")],
            _("Website"): ["https://www.example.se"],
            _("Founded"): [2015],
            _("Members"): [40],
            _("Description"): [_("What the cluster does, in a sentence.")],
            _("Latitude (WGS 84)"): [""],
            _("Longitude (WGS 84)"): [""],
        }
    )
