"""Columns of a cluster list: their rules, and the headings that people's files use for them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

from data import column_parsers as col
from data.cluster_codes import LABEL, LABEL_ALIASES, STATUS_ALIASES, STATUSES, position_kind
from data.column_parsers import Column
from data.focus_resolver import FocusResolver
from data.headings.heading_words import (
    COORDINATE_HEADINGS,
    FOCUS_HEADINGS,
    FOUNDED_HEADINGS,
    LATITUDE_HEADINGS,
    LONGITUDE_HEADINGS,
    MUNICIPALITY_HEADINGS,
    NAME_GUESSES,
    NAME_HEADINGS,
    REGION_GUESSES,
    REGION_HEADINGS,
    TOWN_GUESSES,
    TOWN_HEADINGS,
    WEBSITE_HEADINGS,
)
from data.messages import Message, message
from data.nearest import nearest
from data.number_parsers import count, partial_date, year
from data.places import coordinates
from data.places.municipality_resolver import MunicipalityResolver
from data.places.regions_resolver import RegionResolver
from data.places.town_resolver import TownResolver
from data.reference_tables import ReferenceTables
from data.text import fold
from data.website import suggest_website, website

PLACING = ("region_codes", "municipality_code", "town", "coordinates", "lat", "x")  # columns that can place a row
READ_ONLY = ("town", "coordinates", "x", "y")  # columns from which others are filled; a list does not keep them


def cluster_columns(reference: ReferenceTables, focus: FocusResolver) -> tuple[Column, ...]:
    """Return the columns of a cluster list, none of them required alone: `data.headings.requirements` wants the name and one of PLACING."""
    facts = (*_fact_columns(), *_status_columns(), *_description_columns())
    columns = (*_name_columns(), *_area_columns(reference), *_focus_columns(focus), *facts, *_position_columns())
    return (*columns, Column("inferred", _column_parser(columns), is_list=True, aliases=("troliga uppgifter", "inferred values")))


def _name_columns() -> tuple[Column, ...]:
    """Return id and names. An id may be any text: `data.ids` makes one that can stand in a URL."""
    ids = ("kluster-id", "cluster id", "orgnr", "org.nr", "organisationsnummer", "organisationsnr", "org nummer", "organisation number")
    return (
        Column("id", col.text, aliases=ids),
        Column("name", col.text, aliases=NAME_HEADINGS, guesses=NAME_GUESSES),
        Column("aliases", col.text, is_list=True, aliases=("även känd som", "även känt som", "also known as", "alias")),
    )


@functools.cache
def _area_columns(reference: ReferenceTables) -> tuple[Column, ...]:
    regions = RegionResolver(reference.regions, reference.municipalities, reference.localities)
    seats = MunicipalityResolver(reference.municipalities, reference.localities, RegionResolver(reference.regions))
    towns = TownResolver(reference, seats)
    return (
        Column(
            "region_codes",
            regions,
            is_list=True,
            split=regions.split,
            aliases=REGION_HEADINGS,
            guesses=REGION_GUESSES,
            suggest=regions.suggest,
        ),
        Column("municipality_code", seats, has_lines=True, aliases=MUNICIPALITY_HEADINGS, suggest=seats.suggest),
        Column("town", towns, has_lines=True, aliases=TOWN_HEADINGS, guesses=TOWN_GUESSES, suggest=towns.suggest),
    )


def _focus_columns(focus: FocusResolver) -> tuple[Column, ...]:
    return (
        Column("focus", focus, is_list=True, split=focus.split, aliases=FOCUS_HEADINGS),
        Column("focus_text_sv", col.text, aliases=("inriktning i ord",)),
        Column("focus_text_en", col.text, aliases=("focus in words",)),
        Column("eu_ecosystems", col.text, is_list=True, aliases=("eu-ekosystem",)),
        Column("priorities", col.text, is_list=True, aliases=("länets prioriteringar", "the county's priorities")),
    )


def _fact_columns() -> tuple[Column, ...]:
    years = ("år för medlemsantalet", "year of member count", "medlemsantalet avser år", "year of the members")
    return (
        Column("website", website, has_lines=True, aliases=WEBSITE_HEADINGS, suggest=suggest_website),
        Column("founded", year, aliases=FOUNDED_HEADINGS),
        Column("members", count, aliases=("medlemmar", "antal medlemmar", "number of members", "medlemsantal")),
        Column("members_year", year, aliases=years),
    )


def _status_columns() -> tuple[Column, ...]:
    """Return the columns of labels and statuses, each with its dates."""
    labels = _nearest_of(LABEL_ALIASES)
    return (
        Column("label", LABEL, aliases=("märkning",), suggest=labels),
        Column("label_date", partial_date, aliases=("märkning från", "label awarded")),
        Column("label_expires", partial_date, aliases=("märkning till", "label valid until")),
        Column("pilot_label", LABEL, aliases=("märkning i s3-piloten", "label in s3-piloten"), suggest=labels),
        Column(
            "status",
            col.one_of(STATUSES, STATUS_ALIASES),
            has_common_name=True,
            aliases=("senast kända status", "latest known status"),
            meaningful=("unknown",),
            suggest=_nearest_of(STATUS_ALIASES),
        ),
        Column("status_year", year, aliases=("senaste spår", "latest trace")),
        Column("status_note_sv", col.text, aliases=("om statusen",)),
        Column("status_note_en", col.text, aliases=("about the status",)),
        Column("present_name", col.text, aliases=("nuvarande namn",)),
    )


def _description_columns() -> tuple[Column, ...]:
    return (
        Column("description_sv", col.text, aliases=("beskrivning",)),
        Column("description_en", col.text, aliases=("description",)),
    )


def _position_columns() -> tuple[Column, ...]:
    """Return the columns of coordinates, as numbers that `data.places.placing` understands by their ranges."""
    return (
        Column(
            "coordinates",
            coordinates.both,
            has_lines=True,
            aliases=COORDINATE_HEADINGS,
            guesses=("position", "location", "plats", "geo", "karta", "kartlänk", "map", "map link", "google maps", "maps"),
        ),
        Column("lat", coordinates.number, aliases=LATITUDE_HEADINGS),
        Column("lon", coordinates.number, aliases=LONGITUDE_HEADINGS),
        Column(
            "x", coordinates.number, aliases=("x koordinat", "xkoordinat", "koordinat x", "x coordinate", "coord x", "x koord", "x coord")
        ),
        Column(
            "y", coordinates.number, aliases=("y koordinat", "ykoordinat", "koordinat y", "y coordinate", "coord y", "y koord", "y coord")
        ),
        Column("place", position_kind, guesses=("plats",)),
    )


def _nearest_of(words: Mapping[str, str]) -> Callable[[str], str]:
    names = {fold(word): word for word in words}
    return lambda text: nearest(text, names)


def _column_parser(columns: Sequence[Column]) -> col.Parser:
    """Return a parser for the name of a column or any other heading of it."""
    names = {fold(heading): column.name for column in reversed(columns) for heading in (*column.guesses, *column.aliases, column.name)}
    allowed: Message = message("a column of the list, such as founded")

    def parse(value: str) -> str:
        name = value if value in names.values() else names.get(fold(value))
        if name is None:
            raise ValueError(allowed)
        return name

    return parse
