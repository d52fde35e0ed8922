"""What stands above the map: the heading, the language switch and the messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from components.catalogue import Catalogue
from components.texts import Texts, texts_in
from data.errors import ClusterDataError
from data.selection import LANGUAGES, Language, Selection, search_text

NAME = "Klusterkartan"
LANGUAGE_LINKS: dict[Language, str] = {"sv": "På svenska", "en": "In English"}
LONGEST_IGNORED, MOST_IGNORED = 40, 5


def render_header(catalogue: Catalogue, selection: Selection, ignored: Sequence[str], texts: Texts) -> None:
    """Draw the heading with the list's own numbers, the switch to the other language and what S3-piloten is."""
    _ = texts.gettext
    covered = sum(1 for total in catalogue.region_totals.values() if total)
    clusters = len(catalogue.clusters)
    st.set_page_config(page_title=_("Klusterkartan: Swedish clusters on a map"), layout="wide")
    title = texts.ngettext(
        "%(clusters)d cluster in %(covered)d of Sweden's %(regions)d counties",
        "%(clusters)d clusters in %(covered)d of Sweden's %(regions)d counties",
        clusters,
    ) % {"clusters": clusters, "covered": covered, "regions": len(catalogue.region_totals)}
    about = _(
        "In 2018 Tillväxtverket, the Swedish agency for economic and regional growth, chose 22 clusters for its "
        "S3-piloten programme. They learned to run a cluster more professionally, so that small and medium-sized "
        "firms can grow, in fields where their region sees its strengths (smart specialisation)."
    )
    filters = _("The filters are behind » at the top.")
    st.html(
        f"<div style='display:flex;justify-content:space-between'><strong>{NAME}</strong>{_language_link(selection)}</div>"
        f"<h1 style='margin:0;padding:.75rem 0 .5rem;line-height:1.2'>{escape(title)}</h1><p style='margin:0'>{escape(about)}</p>"
        f"<p class='filter-hint' style='margin:.5rem 0 0'>{escape(filters)}</p>"
    )
    if ignored:
        shown = ", ".join(_as_code(value) for value in ignored[:MOST_IGNORED])
        st.warning(_("The address asks for something that is not here, which was skipped: %s") % shown)


def render_data_error(error: ClusterDataError) -> None:
    """Say, in both languages, that the list cannot be shown; the operator finds the problems in the log."""
    st.set_page_config(page_title=NAME)
    st.title(NAME, anchor=False)
    for language in LANGUAGES:
        texts = texts_in(language)
        st.error(
            texts.ngettext(
                "The list of clusters cannot be shown right now: %d thing in its file has to be mended first.",
                "The list of clusters cannot be shown right now: %d things in its file have to be mended first.",
                len(error.problems),
            )
            % len(error.problems)
            + " "
            + texts.gettext("Whoever keeps the list can see what is wrong, and where, with `python -m data.check`.")
        )


def _as_code(value: str) -> str:
    """Return a value of the address as Markdown code, in which nothing is a link or a sign."""
    return f"`{search_text(value)[:LONGEST_IGNORED].replace('`', ' ')}`"


def _language_link(selection: Selection) -> str:
    other: Language = "sv" if selection.language == "en" else "en"
    address = replace(selection, language=other).to_address()
    return (
        f'<a href="{escape(address)}" lang="{other}" hreflang="{other}" class="on-screen" style="color:inherit">{LANGUAGE_LINKS[other]}</a>'
    )
