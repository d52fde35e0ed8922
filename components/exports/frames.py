"""Frames of the exports: clusters with raw values, clusters with readable values, and counties. Clusters are in the order of the table."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd

from components.content.profiles.citations import inferred_years
from components.content.profiles.position_texts import position_text
from components.content.table.column_names import column_names
from components.content.table.own_cells import own_frame
from components.content.table.row_order import sorted_rows
from components.content.table.table_columns import Rows
from components.content.wording.row_words import row_words
from components.dataset.view import View
from data.filters import REGION

MACHINE_COLUMNS = [
    "id", "name", "aliases", "region_codes", "nuts3_codes", "municipality_code", "municipality", "focus", "focus_text_sv",
    "focus_text_en", "eu_ecosystems", "priorities", "website", "founded", "members", "members_year", "label", "label_date", "label_expires",
    "pilot_label", "status", "status_year", "status_note_sv", "status_note_en", "present_name", "description_sv", "description_en",
    "lat", "lon", "place", "inferred",
]  # fmt: skip
RESERVED_NAMES = ("geometry", "geom", "fid")  # of geodata files, which own columns cannot have
MAX_CHUNK_ROWS = 1000  # of a long file that is built while it is read


def row_chunks(view: View) -> Iterator[Rows]:
    """Yield the positions of the view's clusters in the order of the table, in chunks, at least one.

    A frame of all of them would be held while a client reads.
    """
    rows = sorted_rows(view)
    for start in range(0, max(1, len(rows)), MAX_CHUNK_ROWS):
        yield rows[start : start + MAX_CHUNK_ROWS]


def machine_frame(view: View, rows: Rows | None = None) -> pd.DataFrame:
    """Return the view's clusters, or those in `rows`, with raw values and MACHINE_COLUMNS.

    Lists are tuples, unknown values None, <NA> or NaN.
    """
    rows = sorted_rows(view) if rows is None else rows
    return _with_own(view.dataset.clusters.iloc[rows][MACHINE_COLUMNS], view, rows, RESERVED_NAMES)


def readable_frame(view: View, rows: Rows | None = None) -> pd.DataFrame:
    """Return the view's clusters, or those in `rows`, with headings in its language and names instead of codes."""
    rows = sorted_rows(view) if rows is None else rows
    clusters = view.dataset.clusters.iloc[rows]
    others = _readable_columns(view, clusters)
    name = row_words(view.dataset, view.texts).heading
    frame = pd.DataFrame({view.texts.gettext("Name") if name in others else name: clusters["name"], **others})
    return _with_own(frame, view, rows, (), keeps_texts=True)


def _readable_columns(view: View, clusters: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """Return the columns of readable files after the name, by their headings."""
    _ = view.texts.gettext
    wording, names = view.wording, column_names(view.texts)
    return {
        _("Counties"): clusters["region_codes"].map(lambda codes: tuple(wording.counties[code] for code in codes)),
        _("Municipality"): clusters["municipality"],
        _("Industry focus"): clusters["focus"].map(lambda codes: tuple(wording.focus[code] for code in codes)),
        _("Focus in words"): clusters[f"focus_text_{view.language}"],
        _("Label"): clusters["label"].map(wording.labels),
        _("Label awarded"): clusters["label_date"],
        _("Label valid until"): clusters["label_expires"],
        _("Latest known status"): clusters["status"].map(wording.statuses),
        _("Latest trace"): clusters["status_year"],
        _("About the status"): clusters[f"status_note_{view.language}"],
        _("Present name"): clusters["present_name"],
        _("Founded"): clusters["founded"],
        _("Members"): clusters["members"],
        _("Year of member count"): clusters["members_year"],
        _("Website"): clusters["website"],
        _("Also known as"): clusters["aliases"],
        _("Description"): clusters[f"description_{view.language}"],
        _("Latitude (WGS 84)"): clusters["lat"],
        _("Longitude (WGS 84)"): clusters["lon"],
        _("Place"): _positions(view, clusters),
        _("Inferred values"): clusters["inferred"].map(lambda columns: tuple(names.get(column, column) for column in columns)),
    }


def _positions(view: View, clusters: pd.DataFrame) -> pd.Series[Any]:
    """Return the kind of each cluster's position in words, None where it has no position."""
    cells = zip(clusters["place"], clusters["town"], clusters["inferred"], strict=True)
    texts = [position_text(place, town, inferred, view.texts) or None for place, town, inferred in cells]
    return pd.Series(texts, clusters.index, dtype=object)


def _with_own(frame: pd.DataFrame, view: View, rows: Rows, reserved: Collection[str], *, keeps_texts: bool = False) -> pd.DataFrame:
    """Return the frame with the visitor's own columns after ours, under names that are neither ours nor `reserved`."""
    if not view.dataset.tables.own_columns:
        return frame
    own = own_frame(view.dataset, rows, (*map(str, frame.columns), *reserved), view.texts, keeps_texts=keeps_texts)
    return pd.concat([frame, own.set_axis(frame.index)], axis=1)


def region_frame(view: View) -> pd.DataFrame:
    """Return the counties of the selection, or all if it names none, with `clusters`: the number of the view's clusters in each."""
    regions = view.dataset.tables.regions.drop(columns="residence_code")
    inferred = [inferred_years(view.dataset, code) for code in regions["code"]]
    regions = regions.assign(inferred=inferred, clusters=regions["code"].map(view.match.shown_counts(REGION)))
    codes = view.selection.regions
    return regions[regions["code"].isin(codes)] if codes else regions
