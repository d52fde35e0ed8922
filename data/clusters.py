"""A list of clusters: which columns it may have, what they go by in files that people keep, and how its rows hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data import columns as col
from data.columns import Column
from data.errors import ClusterDataError, Problem
from data.files.cells import Cells
from data.ids import make_ids
from data.messages import message
from data.reference import Reference, read_reference, to_frame
from data.resolvers import FocusResolver, municipality_resolver, region_resolver
from data.text import clean
from data.validation import Values, find_columns, heading, validate_rows

LABELS = ("bronze", "silver", "gold")
SEAT, COUNTY, GIVEN = "seat", "county", "given"  # kinds of a position on the map; `geo.join` has the same, which a test compares
MAX_CUSTOM_FOCUS_AREAS = 200
LATITUDES, LONGITUDES = (55.0, 69.2), (10.5, 24.3)  # of Sweden, degrees
WHOLE_NUMBERS = ("founded", "members", "members_year")


@dataclass(frozen=True)
class ClusterList:
    """The clusters in the list's order, and the focus areas that it uses: known ones, then its own by how often they occur.

    Text is text, list cells are tuples of text, what is not known is None, <NA> or NaN.
    """

    clusters: pd.DataFrame
    focus_areas: pd.DataFrame


def read_clusters(cells: Cells, reference: Reference) -> ClusterList:
    """Read and check a list of clusters. Raises ClusterDataError with every problem in it."""
    focus = FocusResolver(reference.focus_areas)
    columns = _columns(reference, focus)
    values, problems = validate_rows(cells, columns)
    places, _ = find_columns(cells, columns)
    if values["name"] and not problems and "id" not in places:
        values["id"], problems = make_ids(cells, values)
    if values["name"]:
        seats = cells.columns[places["municipality_code"]] if "municipality_code" in places else ()
        problems += [
            Problem(cells.name, number, heading(column, cells, places), value, allowed)
            for number, column, value, allowed in _contradictions(cells.numbers, values, reference.regions, seats)
        ]
    if len(focus.own) > MAX_CUSTOM_FOCUS_AREAS:
        allowed = message("at most %(most)d different focus areas; the rest as words in focus_text_sv", most=MAX_CUSTOM_FOCUS_AREAS)
        problems.append(Problem(cells.name, None, heading("focus", cells, places), str(len(focus.own)), allowed))
    if problems:
        raise ClusterDataError(problems)
    frame = to_frame(values).astype(dict.fromkeys(WHOLE_NUMBERS, "Int64") | dict.fromkeys(("lat", "lon"), float))
    return ClusterList(frame, _used(values["focus"], reference.focus_areas, focus.own))


def recognised_columns(cells: Cells) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return which headings stand for which columns of a list, and the headings that stand for none."""
    reference = read_reference()
    places, _ = find_columns(cells, _columns(reference, FocusResolver(reference.focus_areas)))
    taken = tuple((clean(cells.header[place]), column) for column, place in places.items())
    left_out = (clean(heading) for place, heading in enumerate(cells.header) if place not in places.values())
    return taken, tuple(heading for heading in left_out if heading)


def _columns(reference: Reference, focus: FocusResolver) -> tuple[Column, ...]:
    """Return the columns of a list. Only name and counties must be there."""
    return (
        Column("id", col.slug, filled=True, unique=True, also=("kluster id", "cluster id", "orgnr", "organisationsnummer")),
        Column("name", col.text, required=True, filled=True, also=NAME),
        Column("aliases", col.text, many=True, also=("even kand som", "aven kant som", "also known as", "alias")),
        Column("region_codes", region_resolver(reference.regions), required=True, many=True, separators=";,", also=REGION),
        Column("municipality_code", municipality_resolver(reference.municipalities), also=MUNICIPALITY),
        Column("focus", focus, many=True, also=FOCUS),
        Column("focus_text_sv", col.text, also=("inriktning i ord",)),
        Column("focus_text_en", col.text, also=("focus in words",)),
        Column("eu_ecosystems", col.text, many=True),
        Column("priorities", col.text, many=True),
        Column("website", col.link, also=("webbplats", "webb", "hemsida", "website", "web", "url", "lank", "link")),
        Column("founded", col.year, also=("grundat", "grundad", "startar", "founding year", "year founded")),
        Column("members", col.count, also=("medlemmar", "antal medlemmar", "number of members")),
        Column("members_year", col.year, also=("medlemsantalet avser ar", "year of the members")),
        Column("label", col.one_of(LABELS, LABEL_WORDS, message("bronze, silver or gold")), also=("markning",)),
        Column("label_date", col.partial_date, also=("markning fran", "label awarded")),
        Column("label_expires", col.partial_date, also=("markning till", "label valid until")),
        Column("description_sv", col.text, also=("beskrivning",)),
        Column("description_en", col.text, also=("description",)),
        Column("lat", col.coordinate(*LATITUDES), also=("latitud", "latitude", "latitud wgs 84", "latitude wgs 84", "breddgrad")),
        Column(
            "lon", col.coordinate(*LONGITUDES), also=("lng", "longitud", "longitude", "longitud wgs 84", "longitude wgs 84", "langdgrad")
        ),
        Column("place", col.one_of((SEAT, COUNTY, GIVEN), PLACE_WORDS), also=("plats",)),
    )


# Other headings of a column, without case, accents and punctuation.
NAME = (
    "namn", "kluster", "klusternamn", "cluster", "cluster name", "organisation", "organization", "foretag", "foretagsnamn", "company",
    "company name",
)  # fmt: skip
REGION = (
    "region", "regions", "regioner", "region code", "lan", "lanskod", "county", "counties", "county code", "nuts 3", "nuts3 codes",
)  # fmt: skip
MUNICIPALITY = ("kommun", "kommunkod", "municipality", "municipality code", "sate", "seat")
FOCUS = (
    "inriktning", "branschinriktning", "industry focus", "focus area", "focus areas", "fokus", "fokusomrade", "fokusomraden", "bransch",
    "industry", "sektor", "sector",
)  # fmt: skip
LABEL_WORDS = {"brons": "bronze", "guld": "gold", "bronze": "bronze", "silver": "silver", "gold": "gold"}
PLACE_WORDS = {
    "kommun": SEAT, "municipality": SEAT, "ungefärlig, inom länet": COUNTY, "approximate, within the county": COUNTY,
    "angiven i listan": GIVEN, "given in the list": GIVEN,
}  # fmt: skip


def _contradictions(
    numbers: Sequence[int], values: Values, regions: pd.DataFrame, written: Sequence[str]
) -> list[tuple[int, str, str, str]]:
    """Return what is wrong between the cells of a row: its number, the column, the value, and what is allowed.

    `written` are the cells of the municipalities as they stand in the file.
    """
    priorities = dict(zip(regions["code"], regions["priorities_sv"], strict=True))
    found: list[tuple[int, str, str, str]] = []
    for row, number in enumerate(numbers):
        seat, codes = values["municipality_code"][row], values["region_codes"][row] or ()
        if seat and codes and seat[:2] not in codes:
            allowed = message("a municipality in one of the cluster's own counties (%(codes)s)", codes=", ".join(codes))
            found.append((number, "municipality_code", written[row], allowed))
        if values["members_year"][row] and values["members"][row] is None:
            found.append((number, "members_year", str(values["members_year"][row]), message("a year only beside a number of members")))
        if (values["lat"][row] is None) != (values["lon"][row] is None):
            found.append((number, "lat", str(values["lat"][row] or ""), message("both latitude and longitude, or neither")))
        if values["place"][row] == GIVEN and values["lat"][row] is None:
            found.append((number, "place", GIVEN, message("given only beside latitude and longitude")))
        if values["priorities"][row] and codes:
            known = [item for code in codes for item in priorities[code]]
            allowed = message("a priority of one of the cluster's own counties (%(known)s)", known="; ".join(known))
            found += [(number, "priorities", item, allowed) for item in values["priorities"][row] if item not in known]
    return found


def _used(focus: Sequence[tuple[str, ...]], known: pd.DataFrame, own: dict[str, str]) -> pd.DataFrame:
    """Return the focus areas that the list uses, in the columns of `known`."""
    often = Counter(code for codes in focus for code in codes)
    rows = [
        {"code": code, "label_sv": own[code], "label_en": own[code], "eu_ecosystem": None} for code, _ in often.most_common() if code in own
    ]
    return pd.concat([known[known["code"].isin(often)], pd.DataFrame(rows, columns=known.columns, dtype=object)], ignore_index=True)
