"""The files of the selection: exactly the clusters that are shown, for Excel and for machines."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd

from components.catalogue import Catalogue
from components.texts import Texts
from data.filters import Match
from data.selection import Selection
from data.text import fold
from geo.join import COUNTY

RAW_COLUMNS = [
    "id", "name", "aliases", "region_codes", "nuts3_codes", "municipality_code", "municipality", "focus", "focus_text_sv",
    "focus_text_en", "eu_ecosystems", "website", "founded", "members", "members_year", "label", "label_date", "label_expires",
    "description_sv", "description_en", "lat", "lon", "place",
]  # fmt: skip
MOST_NAMED = 3


def export_links(selection: Selection, texts: Texts) -> list[tuple[str, str]]:
    """Return addresses, relative to the page, and names of the selection's two files."""
    _ = texts.gettext
    query = selection.to_address()
    return [("api/clusters-excel.csv" + query, _("CSV for Excel")), ("api/clusters.csv" + query, _("CSV (machine-readable)"))]


def raw_view(catalogue: Catalogue, match: Match) -> pd.DataFrame:
    """Return the shown clusters with raw values and the English column names of `data/README.md`."""
    return catalogue.clusters.loc[match.shown, RAW_COLUMNS]


def readable_view(catalogue: Catalogue, match: Match, texts: Texts) -> pd.DataFrame:
    """Return the shown clusters with headings and names in the visitor's language, names instead of codes."""
    _ = texts.gettext
    wording = catalogue.wording[texts.language]
    view = catalogue.clusters.loc[match.shown]
    return pd.DataFrame(
        {
            _("Cluster"): view["name"],
            _("Counties"): view["region_codes"].map(lambda codes: tuple(wording.counties[code] for code in codes)),
            _("Municipality"): view["municipality"],
            _("Industry focus"): view["focus"].map(lambda codes: tuple(wording.focus[code] for code in codes)),
            _("Focus in words"): view[f"focus_text_{texts.language}"],
            _("Label"): view["label"].map(wording.labels),
            _("Label awarded"): view["label_date"],
            _("Label valid until"): view["label_expires"],
            _("Founded"): view["founded"],
            _("Members"): view["members"],
            _("Year of the members"): view["members_year"],
            _("Website"): view["website"],
            _("Also known as"): view["aliases"],
            _("Description"): view[f"description_{texts.language}"],
            _("Latitude (WGS 84)"): view["lat"],
            _("Longitude (WGS 84)"): view["lon"],
            _("Place"): view["place"].map(lambda place: _("approximate, within the county") if place == COUNTY else _("municipality")),
        }
    )


def file_name(catalogue: Catalogue, selection: Selection, texts: Texts, kind: str) -> str:
    """Return a name of plain letters that says what the file holds, for whom and of which day."""
    _ = texts.gettext
    regions = [fold(catalogue.regions[code]).replace(" ", "-") for code in selection.regions]
    parts = [
        _("clusters"),
        "-".join(regions) if len(regions) <= MOST_NAMED else _("%d-counties") % len(regions),
        "-".join(selection.focus) if len(selection.focus) <= MOST_NAMED else _("%d-focus-areas") % len(selection.focus),
        "-".join(selection.labels),
        fold(selection.text).replace(" ", "-").encode("ascii", "ignore").decode()[:30],
        "" if selection.is_filtered else _("all"),
        datetime.now(tz=UTC).date().isoformat(),
        kind,
    ]
    return "_".join(part for part in parts if part) + ".csv"
