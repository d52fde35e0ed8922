"""Template of an upload: a CSV file for Excel with the most useful headings and one example row."""

from __future__ import annotations

import pandas as pd

from components.core.i18n import Texts
from data.export import to_excel_csv


def template_csv(texts: Texts) -> bytes:
    """Return a CSV file for Excel to start from."""
    return to_excel_csv(_template(texts))


def _template(texts: Texts) -> pd.DataFrame:
    """Return a list to start from: the most useful headings and one example row."""
    _ = texts.gettext
    return pd.DataFrame(
        {
            _("Cluster"): [_("Example cluster")],
            _("Counties"): ["Skåne"],
            _("Municipality"): ["Lund"],
            _("Industry focus"): [_("Digital technology; Food")],
            _("Website"): ["https://www.example.se"],
            _("Founded"): [2015],
            _("Members"): [40],
            _("Latest known status"): [_("Active")],
            _("Latest trace"): [2026],
            _("Description"): [_("What the cluster does, in a sentence.")],
            _("Latitude (WGS 84)"): [""],
            _("Longitude (WGS 84)"): [""],
        }
    )
