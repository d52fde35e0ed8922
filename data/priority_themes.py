"""Themes of the counties: those of their current priorities for smart specialisation, by our own classification."""

from __future__ import annotations

import pandas as pd

from data.filters import Codes


def county_themes(regions: pd.DataFrame, themes: pd.DataFrame, priority_themes: pd.DataFrame) -> dict[str, Codes]:
    """Return the themes of each county's current priorities, in the order of the themes, by county code.

    The three are reference tables. A county without known priorities has no theme, nor has one whose priorities fit none.
    """
    by_priority: dict[str, Codes] = dict(zip(priority_themes["priority_sv"], priority_themes["themes"], strict=True))
    found = {
        county: {theme for priority in priorities for theme in by_priority[priority]}
        for county, priorities in zip(regions["code"], regions["priorities_sv"], strict=True)
    }
    return {county: in_order(codes, themes) for county, codes in found.items()}


def in_order(codes: set[str], themes: pd.DataFrame) -> Codes:
    """Return codes of themes in the order of the table of the themes."""
    return tuple(code for code in themes["code"] if code in codes)
