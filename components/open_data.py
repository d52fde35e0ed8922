"""The place for programs and those who write them: the selection as files, their addresses, columns and rules."""

from __future__ import annotations

import streamlit as st

from components.api.answers import LONGEST_QUERY
from components.api.fields import cluster_fields, parameters, region_fields
from components.api.formats import CLUSTER_FORMATS, REGION_FORMATS
from components.catalogue import Catalogue
from components.listing import list_words
from components.summary import render_summary
from components.templating import to_html
from components.texts import Texts
from data.filters import Match
from data.selection import LANGUAGES, LONGEST_SEARCH


def render_open_data(catalogue: Catalogue, match: Match, texts: Texts) -> None:
    """Draw the place."""
    _ = texts.gettext
    render_summary(catalogue, match, texts)
    wording = catalogue.wording[texts.language]
    values = {"region": wording.counties, "focus": wording.focus, "label": wording.labels, "lang": dict.fromkeys(LANGUAGES, "")}
    st.html(
        to_html(
            "open_data",
            texts.language,
            query=match.selection.to_query_string(),
            formats=[(form.address, form.name(texts)) for form in CLUSTER_FORMATS],
            region_formats=[(form.address, form.name(texts)) for form in REGION_FORMATS],
            parameters=[(name, meaning, values.get(name, {})) for name, meaning in parameters(texts).items()],
            fields=[(_("Clusters"), cluster_fields(texts)), (_("Counties"), region_fields(texts))],
            example=next(iter(catalogue.rows)),
            words=list_words(catalogue, texts),
            longest_query=texts.number(LONGEST_QUERY),
            longest_search=LONGEST_SEARCH,
        )
    )
