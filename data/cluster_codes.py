"""Codes in the columns of a cluster list: labels, statuses and kinds of position, and the words for them in exported files."""

from __future__ import annotations

from data import column_parsers as col
from data.messages import message

LABELS = ("bronze", "silver", "gold")
STATUSES = ("active", "renamed", "moved", "ended", "unknown")
SEAT, COUNTY, GIVEN = "seat", "county", "given"  # kinds of location on the map, as in `geo.join.locate`

LABEL_ALIASES = {"brons": "bronze", "guld": "gold", "bronze": "bronze", "silver": "silver", "gold": "gold"}
STATUS_ALIASES = {  # in exported files
    "verksamt": "active", "active": "active", "bytt namn": "renamed", "renamed": "renamed",
    "ny värd eller ägare": "moved", "new host or owner": "moved", "avslutat": "ended", "ended": "ended",
    "okänt i dag": "unknown", "not known today": "unknown",
}  # fmt: skip
POSITION_ALIASES = {  # in exported files; the first six in those of version 1.0
    "kommun": SEAT, "municipality": SEAT, "ungefärlig, inom länet": COUNTY, "approximate, within the county": COUNTY,
    "angiven i listan": GIVEN, "given in the list": GIVEN,
    "någonstans i länet": COUNTY, "somewhere in the county": COUNTY, "enligt listan": GIVEN, "as given by the list": GIVEN,
    "as given in the list": GIVEN,
}  # fmt: skip
IN_A_TOWN = ("i tätorten ", "in the town of ")  # before the name of the town in exported files
LABEL = col.one_of(LABELS, LABEL_ALIASES, message("bronze, silver or gold"))
POSITION_KIND = col.one_of((SEAT, COUNTY, GIVEN), POSITION_ALIASES)


def position_kind(value: str) -> object:
    """Parse a kind of position: its code, or its text in an exported file."""
    return SEAT if value.casefold().startswith(IN_A_TOWN) else POSITION_KIND(value)
