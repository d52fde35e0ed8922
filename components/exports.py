"""The files of the selection: exactly the clusters that are shown, for Excel and for machines."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from components.catalogue import Catalogue
from components.texts import Texts
from components.today import today
from data.filters import Match
from data.selection import Selection
from geo.join import COUNTY, GIVEN, SEAT

RAW_COLUMNS = [
    "id", "name", "aliases", "region_codes", "nuts3_codes", "municipality_code", "municipality", "focus", "focus_text_sv",
    "focus_text_en", "eu_ecosystems", "priorities", "website", "founded", "members", "members_year", "label", "label_date", "label_expires",
    "description_sv", "description_en", "lat", "lon", "place",
]  # fmt: skip
MOST_NAMED = 3


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
            _("Place"): view["place"].map(
                {SEAT: _("municipality"), COUNTY: _("approximate, within the county"), GIVEN: _("given in the list")}
            ),
        }
    )


def region_view(catalogue: Catalogue, match: Match) -> pd.DataFrame:
    """Return the counties, or those that are a filter, by code, each with `clusters`: how many of the shown ones belong to it."""
    counts, chosen = match.region_counts(), match.selection.regions
    regions = catalogue.tables.regions
    view = regions.assign(clusters=regions["code"].map(counts))
    return view[view["code"].isin(chosen)] if chosen else view


def file_name(catalogue: Catalogue, selection: Selection, texts: Texts, what: str, ending: str) -> str:
    """Return a name that says what the file holds (`what`, in the visitor's language), of which selection and of which day.

    Its words are the visitor's, separated by hyphens; `plain_name` writes it without å, ä and ö.
    """
    _ = texts.gettext
    regions = [_hyphenated(catalogue.regions[code]) for code in selection.regions]
    parts = [
        what,
        "-".join(regions) if len(regions) <= MOST_NAMED else _("%d-counties") % len(regions),
        "-".join(selection.focus) if len(selection.focus) <= MOST_NAMED else _("%d-focus-areas") % len(selection.focus),
        "-".join(selection.labels),
        _hyphenated(selection.text)[:30],
        "" if selection.is_filtered else _("all"),
        today(),
    ]
    return "_".join(part for part in parts if part) + ending


def plain_name(name: str) -> str:
    """Return a file's name in letters of ASCII."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _hyphenated(words: str) -> str:
    """Return letters and digits of the Latin alphabet in lower case, all else as single hyphens."""
    return "-".join(re.findall(r"[a-zà-öø-ÿ0-9]+", words.casefold()))
