"""Schema of the exported tables: their columns, for the open data page, OpenAPI and the data package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.core.i18n import Texts

FieldKind = Literal["text", "list", "number", "integer", "year", "url"]


@dataclass(frozen=True)
class Field:
    """One column: name, kind of value, meaning in the reader's language; `required` is True where every row has a value."""

    name: str
    kind: FieldKind
    meaning: str
    required: bool = False


def cluster_fields(texts: Texts) -> list[Field]:
    """Return the columns of the table of clusters, in file order."""
    facts = (*_fact_fields(texts), *_status_fields(texts), *_description_fields(texts))
    return [*_name_and_area_fields(texts), *_focus_fields(texts), *facts, *_position_fields(texts)]


def _name_and_area_fields(texts: Texts) -> tuple[Field, ...]:
    _ = texts.gettext
    return (
        Field("id", "text", _("The cluster's id, which is used in addresses and never changes."), required=True),
        Field("name", "text", _("The name in the programme's list."), required=True),
        Field("aliases", "list", _("Other names of the same organisation.")),
        Field("region_codes", "list", _("SCB's codes of the counties (länskod), two characters each.")),
        Field("nuts3_codes", "list", _("NUTS 3 codes of the same counties, in the same order.")),
        Field("municipality_code", "text", _("SCB's code of the municipality of the seat (kommunkod), four characters.")),
        Field("municipality", "text", _("The name of that municipality.")),
    )


def _focus_fields(texts: Texts) -> tuple[Field, ...]:
    _ = texts.gettext
    return (
        Field("focus", "list", _("Codes of the focus areas; for the shipped lists our own classification.")),
        Field("focus_text_sv", "text", _("The focus in words, in Swedish.")),
        Field("focus_text_en", "text", _("The focus in words, in English.")),
        Field("eu_ecosystems", "list", _("The closest of the EU's industrial ecosystems; our own classification.")),
        Field("priorities", "list", _("The counties' priorities closest to the cluster's focus, in Swedish; our own classification.")),
    )


def _fact_fields(texts: Texts) -> tuple[Field, ...]:
    _ = texts.gettext
    return (
        Field("website", "url", _("The cluster's website.")),
        Field("founded", "year", _("The year when the organisation, or the work it grew from, began.")),
        Field(
            "members",
            "integer",
            _("The number of members in the latest count found. The counts are made in different ways and should not be added up."),
        ),
        Field("members_year", "year", _("The year of that count.")),
    )


def _status_fields(texts: Texts) -> tuple[Field, ...]:
    """Return the columns of labels and statuses, each with its dates."""
    _ = texts.gettext
    return (
        Field("label", "text", _("The level of the Cluster Management Excellence label: bronze, silver or gold.")),
        Field("label_date", "text", _("When the label was awarded, as precisely as it is known: a year, a month or a day.")),
        Field("label_expires", "text", _("The label's last day, as precisely as it is known.")),
        Field("pilot_label", "text", _("The label received in the pilot programme of 2018; only in the list of that programme.")),
        Field(
            "status",
            "text",
            _(
                "The latest known status: active, renamed, moved (new host or owner), ended, or unknown where nothing after the latest "
                "trace was found."
            ),
        ),
        Field("status_year", "year", _("The year of the latest trace of the cluster.")),
        Field("status_note_sv", "text", _("A note on the status, in Swedish.")),
        Field("status_note_en", "text", _("A note on the status, in English.")),
        Field("present_name", "text", _("The present name of a cluster that has been renamed.")),
    )


def _description_fields(texts: Texts) -> tuple[Field, ...]:
    _ = texts.gettext
    return (
        Field("description_sv", "text", _("What the cluster does, in Swedish; our own wording.")),
        Field("description_en", "text", _("What the cluster does, in English; our own wording.")),
    )


def _position_fields(texts: Texts) -> tuple[Field, ...]:
    """Return the columns of coordinates, and of what is inferred."""
    _ = texts.gettext
    return (
        Field("lat", "number", _("Latitude of the place in degrees (WGS 84, EPSG:4326); see place.")),
        Field("lon", "number", _("Longitude of the place in degrees (WGS 84, EPSG:4326); see place.")),
        Field(
            "place",
            "text",
            _("seat: in the largest town of the seat's municipality; county: somewhere in the county; given: as given in the list."),
        ),
        Field(
            "inferred",
            "list",
            _(
                "Names of the columns whose value, or part of it, is inferred from the sources and not stated in them: "
                "the value is probable."
            ),
        ),
    )


def region_fields(texts: Texts) -> list[Field]:
    """Return the columns of the table of regions, in file order."""
    _ = texts.gettext
    return [
        Field("code", "text", _("SCB's code of the county (länskod), two characters."), required=True),
        Field("name", "text", _("The county's short name."), required=True),
        Field("county_sv", "text", _("The county's full name in Swedish."), required=True),
        Field("county_en", "text", _("The county's full name in English."), required=True),
        Field("body", "text", _("The organisation responsible for regional development."), required=True),
        Field("nuts3_code", "text", _("NUTS 3 code of the county (NUTS 2021; the same in NUTS 2024)."), required=True),
        Field("nuts2_code", "text", _("NUTS 2 code of the larger area."), required=True),
        Field("nuts2_name", "text", _("The name of that area."), required=True),
        Field("priorities_sv", "list", _("The region's priorities for smart specialisation, in Swedish.")),
        Field("priorities_en", "list", _("The same priorities in English.")),
        Field("priorities_year", "text", _("The years of these priorities, or the year of their source. Empty: not known.")),
        Field("earlier_priorities_sv", "list", _("The region's earlier priorities, in Swedish, where a newer list is given.")),
        Field("earlier_priorities_en", "list", _("The same earlier priorities in English.")),
        Field("earlier_priorities_year", "text", _("The years of the earlier priorities, or the year of their source.")),
        Field(
            "inferred",
            "list",
            _("Names of the columns whose years are inferred from the sources and not stated in them: the years are probable."),
        ),
        Field("clusters", "integer", _("The number of clusters in the selection that belong to the county."), required=True),
    ]
