"""The table of the selection: a real HTML table whose names open profiles and whose headings sort."""

from __future__ import annotations

import json

import streamlit as st

from components.catalogue import Catalogue
from components.parts import page_part
from components.state import open_cluster
from components.texts import Texts
from data.filters import Match

KEY = "table"

_TABLE = page_part("table")


def render_table(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw name, counties, municipality, focus, label and website of the shown clusters."""
    _ = texts.gettext
    heading = {
        "columns": [_("Cluster"), _("Counties"), _("Municipality"), _("Industry focus"), _("Label"), _("Link")],
        "caption": _("The clusters of the selection"),
        "unknown": _("Not known"),
        "open": _("Open"),
        "website": _("Open the website of %s"),
        "opened": match.selection.cluster,
        "language": texts.language,
    }
    rows = [row for row, shown in zip(catalogue.wording[texts.language].rows, match.shown, strict=True) if shown]
    payload = f'{{"heading":{json.dumps(heading, ensure_ascii=False)},"rows":[{",".join(rows)}]}}'
    _TABLE(key=KEY, data=payload.encode(), on_opened_change=_follow_click)


def _follow_click() -> None:
    opened = st.session_state[KEY].opened
    if isinstance(opened, str):
        open_cluster(opened)
