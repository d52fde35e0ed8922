"""Page where a visitor uploads a list: file input, report of the last upload, what a file may hold, and a template."""

from __future__ import annotations

from base64 import b64decode

import pandas as pd
import streamlit as st

from components.content.upload_report import upload_report
from components.core.i18n import Texts
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.upload import read_upload
from components.dataset.view import View
from components.session.upload_state import discard_upload, keep_upload, upload_result, uploaded_dataset
from components.widgets.component import register_component, to_json_bytes
from data.export import to_excel_csv
from data.files.limits import UPLOAD_LIMITS
from data.selection import Selection, search_text

KEY = "file_input"
BYTES_PER_MEGABYTE = 1_000_000
MAX_NAME_LENGTH = 60

_FILE_INPUT = register_component(KEY)


def render_upload(view: View) -> None:
    """Render the page."""
    texts, _ = view.texts, view.texts.gettext
    megabytes = UPLOAD_LIMITS.max_bytes // BYTES_PER_MEGABYTE
    result = upload_result()
    labels = {
        "label": _("A CSV file or an Excel workbook (.xlsx)"),
        "largest": UPLOAD_LIMITS.max_bytes,
        "too_large": _("The file is too large: at most %d MB.") % megabytes,
        "reading": _("The file is being read …"),
        "failed": _("The file could not be read. Choose it again."),
        "read": result.read_at if result else "",  # changes with each upload, so that the component stops waiting
    }
    _FILE_INPUT(key=KEY, data=to_json_bytes(labels), on_chosen_change=_on_file_chosen)
    if result:
        map_url = selection_url(Selection(language=texts.language))
        st.html(to_html("upload_report", texts.language, map=map_url, **upload_report(result, texts)))
    st.html(to_html("upload", texts.language, rows=texts.number(UPLOAD_LIMITS.max_rows), megabytes=megabytes))
    template = to_excel_csv(_template(texts))
    st.download_button(_("Download a template"), template, _("template.csv"), "text/csv", on_click="ignore", key="template")


def _on_file_chosen() -> None:
    """Read the chosen file and keep the result; a value that the component never sends discards the upload."""
    chosen = st.session_state[KEY].chosen
    name, content = (chosen.get("name"), chosen.get("content")) if isinstance(chosen, dict) else (None, None)
    if isinstance(name, str) and isinstance(content, str):
        try:
            keep_upload(read_upload(search_text(name)[:MAX_NAME_LENGTH], b64decode(content), uploaded_dataset()))
        except ValueError:  # no base64
            discard_upload()


def _template(texts: Texts) -> pd.DataFrame:
    """Return a list to start from: the most useful headings and one example row."""
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
