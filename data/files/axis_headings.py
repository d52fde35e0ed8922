"""Headings of one coordinate of a pair, such as "Koordinater (N)", "Position E" and "gps_lat": the column that they mean."""

from __future__ import annotations

import re

from data.text import fold

# Folded: "Ö" is "o".
NORTH = "n|nord|north|norr|nordlig|northing|lat|latitud|latitude|breddgrad"
EAST = "e|o|ost|east|oster|ostlig|easting|lon|long|lng|longitud|longitude|langdgrad"
AXIS = rf"(?:(?P<lat>{NORTH})|(?P<lon>{EAST})|(?P<x>x)|(?P<y>y))"
POSITION = r"(?:gps|pos|position\w*|koord|koordinat(?:er|en)?|coord|coords|coordinates?|geo|location|wgs ?84)"
FORMS = tuple(
    map(
        re.compile,
        (rf"(?:{POSITION} )+{AXIS}", rf"{AXIS} {POSITION}", "(?P<lat>nordlig|lat(?:itude?)? n)|(?P<lon>ostlig|long?(?:itude?)? [eo])"),
    )
)


def heading_of_axis(cell: str) -> str:
    """Return the column that a heading of one coordinate means: "lat", "lon", "x" or "y"; "" for any other text."""
    folded = fold(cell)
    match = next(filter(None, (form.fullmatch(folded) for form in FORMS)), None)
    return (match.lastgroup or "") if match else ""
