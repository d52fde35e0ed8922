"""Columns of a cluster list: their rules, the headings that people's files use for them, and the codes that they hold."""

from __future__ import annotations

from collections.abc import Sequence

from data import column_parsers as col
from data.column_parsers import Column
from data.files.cells import Cells
from data.messages import Message, message
from data.name_resolvers import FocusResolver, municipality_resolver, region_resolver
from data.reference_tables import Reference, read_reference
from data.text import clean, fold
from data.validation import find_columns

LABELS = ("bronze", "silver", "gold")
STATUSES = ("active", "renamed", "moved", "ended", "unknown")
SEAT, COUNTY, GIVEN = "seat", "county", "given"  # kinds of location on the map, as in `geo.join.locate`

# Longer lists of accepted headings, folded as in `Column.aliases`.
NAME_HEADINGS = (
    "namn", "kluster", "klusternamn", "cluster", "cluster name", "organisation", "organization", "foretag", "foretagsnamn", "company",
    "company name",
)  # fmt: skip
REGION_HEADINGS = (
    "region", "regions", "regioner", "region code", "lan", "lanskod", "county", "counties", "county code", "nuts 3", "nuts3 codes",
)  # fmt: skip
MUNICIPALITY_HEADINGS = ("kommun", "kommunkod", "municipality", "municipality code", "sate", "seat")
FOCUS_HEADINGS = (
    "inriktning", "branschinriktning", "industry focus", "focus area", "focus areas", "fokus", "fokusomrade", "fokusomraden", "bransch",
    "industry", "sektor", "sector",
)  # fmt: skip
LATITUDE_HEADINGS = ("latitud", "latitude", "latitud wgs 84", "latitude wgs 84", "breddgrad")
LONGITUDE_HEADINGS = ("lng", "longitud", "longitude", "longitud wgs 84", "longitude wgs 84", "langdgrad")
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


def cluster_columns(reference: Reference, focus: FocusResolver) -> tuple[Column, ...]:
    """Return the columns of a cluster list; only name and counties are required."""
    columns = (
        Column("id", col.slug, non_empty=True, unique=True, aliases=("kluster id", "cluster id", "orgnr", "organisationsnummer")),
        Column("name", col.text, required=True, non_empty=True, aliases=NAME_HEADINGS),
        Column("aliases", col.text, is_list=True, aliases=("even kand som", "aven kant som", "also known as", "alias")),
        Column("region_codes", region_resolver(reference.regions), required=True, is_list=True, separators=";,", aliases=REGION_HEADINGS),
        Column("municipality_code", municipality_resolver(reference.municipalities), aliases=MUNICIPALITY_HEADINGS),
        Column("focus", focus, is_list=True, aliases=FOCUS_HEADINGS),
        Column("focus_text_sv", col.text, aliases=("inriktning i ord",)),
        Column("focus_text_en", col.text, aliases=("focus in words",)),
        Column("eu_ecosystems", col.text, is_list=True, aliases=("eu ekosystem",)),
        Column("priorities", col.text, is_list=True, aliases=("lanets prioriteringar", "the county s priorities")),
        Column("website", col.link, aliases=("webbplats", "webb", "hemsida", "website", "web", "url", "lank", "link")),
        Column("founded", col.year, aliases=("grundat", "grundad", "startar", "founding year", "year founded")),
        Column("members", col.count, aliases=("medlemmar", "antal medlemmar", "number of members")),
        Column(
            "members_year",
            col.year,
            aliases=("ar for medlemsantalet", "year of member count", "medlemsantalet avser ar", "year of the members"),
        ),
        Column("label", LABEL, aliases=("markning",)),
        Column("label_date", col.partial_date, aliases=("markning fran", "label awarded")),
        Column("label_expires", col.partial_date, aliases=("markning till", "label valid until")),
        Column("pilot_label", LABEL, aliases=("markning i s3 piloten", "label in s3 piloten")),
        Column(
            "status",
            col.one_of(STATUSES, STATUS_ALIASES),
            has_common_name=True,
            aliases=("senast kanda status", "latest known status"),
        ),
        Column("status_year", col.year, aliases=("senaste spar", "latest trace")),
        Column("status_note_sv", col.text, aliases=("om statusen",)),
        Column("status_note_en", col.text, aliases=("about the status",)),
        Column("present_name", col.text, aliases=("nuvarande namn",)),
        Column("description_sv", col.text, aliases=("beskrivning",)),
        Column("description_en", col.text, aliases=("description",)),
        Column("lat", col.coordinate(*col.LATITUDES), aliases=LATITUDE_HEADINGS),
        Column("lon", col.coordinate(*col.LONGITUDES), aliases=LONGITUDE_HEADINGS),
        Column("place", _position_kind, aliases=("plats",)),
    )
    return (
        *columns,
        Column("inferred", _column_parser(columns), is_list=True, aliases=("troliga uppgifter", "inferred values")),
    )


def _column_parser(columns: Sequence[Column]) -> col.Parser:
    """Return a parser for the name of a column or any other heading of it."""
    names = {heading: column.name for column in reversed(columns) for heading in (*column.aliases, fold(column.name))}
    allowed: Message = message("a column of the list, such as founded")

    def parse(value: str) -> str:
        name = value if value in names.values() else names.get(fold(value))
        if name is None:
            raise ValueError(allowed)
        return name

    return parse


def _position_kind(value: str) -> object:
    """Parse a kind of position: its code, or its text in an exported file."""
    return SEAT if value.casefold().startswith(IN_A_TOWN) else POSITION_KIND(value)


def recognised_columns(cells: Cells) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return the recognised headings of a list as (heading, column) pairs, and the headings that are not recognised."""
    reference = read_reference()
    indexes, _ = find_columns(cells, cluster_columns(reference, FocusResolver(reference.focus_areas)))
    recognised = tuple((clean(cells.header[index]), column) for column, index in indexes.items())
    others = (clean(heading) for index, heading in enumerate(cells.header) if index not in indexes.values())
    return recognised, tuple(heading for heading in others if heading)


def used_headings(cells: Cells) -> tuple[int, ...]:
    """Return the indexes of the columns that the app reads."""
    reference = read_reference()
    indexes, _ = find_columns(cells, cluster_columns(reference, FocusResolver(reference.focus_areas)))
    return tuple(indexes.values())
