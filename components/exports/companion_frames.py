"""Frames of the companion tables: citations, focus areas, and municipalities with their main towns."""

from __future__ import annotations

import pandas as pd

from components.dataset.view import View
from components.exports.frames import region_frame
from data.filters import FOCUS, MUNICIPALITY

COUNTY_CODE_LENGTH = 2  # characters of a municipality's code that are its county's


def citation_frame(view: View) -> pd.DataFrame:
    """Return the citations of the view's clusters and of its counties, in the order of citations.csv."""
    citations = view.dataset.tables.citations
    subjects = {*view.dataset.clusters["id"][view.match.mask], *region_frame(view)["code"]}
    return citations[citations["subject"].isin(subjects)]


def focus_frame(view: View) -> pd.DataFrame:
    """Return the focus areas of the list, with `clusters`: the number of the view's clusters in each."""
    areas = view.dataset.tables.focus_areas
    counts = view.match.shown_counts(FOCUS)
    return areas.assign(clusters=[counts.get(code, 0) for code in areas["code"]])


def municipality_frame(view: View) -> pd.DataFrame:
    """Return the municipalities in the view's counties: main town, and number of the view's clusters with their seat in it."""
    tables, counts = view.dataset.tables, view.match.shown_counts(MUNICIPALITY)
    codes, towns = tables.municipalities["code"], tables.towns.set_index("code").loc[tables.municipalities["code"]]
    frame = pd.DataFrame(
        {
            "code": codes,
            "name": tables.municipalities["name"],
            "region_code": codes.str[:COUNTY_CODE_LENGTH],
            "town": towns["town"].to_numpy(),
            "lat": towns["lat"].astype(float).to_numpy(),
            "lon": towns["lon"].astype(float).to_numpy(),
            "population": pd.array(towns["population"].to_list(), dtype="Int64"),
            "clusters": [counts.get(code, 0) for code in codes],
        }
    )
    chosen = view.selection.municipalities
    shown = frame[frame["region_code"].isin(region_frame(view)["code"])]
    return shown[shown["code"].isin(chosen)] if chosen else shown
