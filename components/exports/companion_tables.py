"""Companion tables, which programs join to clusters and counties: names, columns and frames, for endpoints and descriptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components.core.i18n import Texts
from components.dataset.view import View
from components.exports.companion_frames import citation_frame, focus_frame, municipality_frame
from components.exports.schema import Field


@dataclass(frozen=True)
class CompanionTable:
    """A table that has the endpoints `api/<name>.csv` and `api/<name>.json`.

    Attributes:
        name: name of its endpoints.
        member: name of the array of rows in JSON.
        row: name of a row in OpenAPI.
        title: returns its title in a language.
        full_title: returns its title with a placeholder for the name of the list, for catalogues of data.
        content: returns in one sentence what it holds.
        fields: returns its columns.
        key: column with another value in each row; "" for none.
        frame: returns its rows for a view.
        has_towns: True if it has facts of GeoNames, which are under a licence of their own.
    """

    name: str
    member: str
    row: str
    title: Callable[[Texts], str]
    full_title: Callable[[Texts], str]
    content: Callable[[Texts], str]
    fields: Callable[[Texts], list[Field]]
    key: str
    frame: Callable[[View], pd.DataFrame]
    has_towns: bool = False


def citation_fields(texts: Texts) -> list[Field]:
    """Return the columns of the table of sources, in file order."""
    _ = texts.gettext
    return [
        Field("subject", "text", _("What the fact is about: the id of a cluster, or the code of a county."), required=True),
        Field("field", "text", _("The column that the fact is in."), required=True),
        Field("value", "text", _("The value that the source supports; empty where it is the whole column.")),
        Field("source_url", "url", _("The address of the source.")),
        Field(
            "confidence",
            "text",
            _("stated: the source says so; inferred: concluded from it; classified: our own classification; not_found: nothing was found."),
            required=True,
        ),
        Field("note_sv", "text", _("A note on the source, in Swedish.")),
        Field("note_en", "text", _("A note on the source, in English.")),
    ]


def focus_fields(texts: Texts) -> list[Field]:
    """Return the columns of the table of focus areas, in file order."""
    _ = texts.gettext
    return [
        Field("code", "text", _("The code of the focus area."), required=True),
        Field("label_sv", "text", _("The name in Swedish."), required=True),
        Field("label_en", "text", _("The name in English."), required=True),
        Field("eu_ecosystem", "text", _("The closest of the EU's industrial ecosystems; our own classification.")),
        Field("clusters", "integer", _("The number of clusters in the selection that have this focus."), required=True),
    ]


def municipality_fields(texts: Texts) -> list[Field]:
    """Return the columns of the table of municipalities, in file order."""
    _ = texts.gettext
    return [
        Field("code", "text", _("SCB's code of the municipality (kommunkod), four characters."), required=True),
        Field("name", "text", _("The municipality's name."), required=True),
        Field("region_code", "text", _("SCB's code of its county (länskod), two characters."), required=True),
        Field(
            "town",
            "text",
            _("The place with the most inhabitants, where clusters with their seat here stand."),
            required=True,
        ),
        Field("lat", "number", _("Latitude of that place in degrees (WGS 84, EPSG:4326)."), required=True),
        Field("lon", "number", _("Longitude of that place in degrees (WGS 84, EPSG:4326)."), required=True),
        Field("population", "integer", _("Inhabitants of that place, from GeoNames.")),
        Field("clusters", "integer", _("The number of clusters in the selection with their seat in the municipality."), required=True),
    ]


COMPANION_TABLES = (
    CompanionTable(
        "sources",
        "sources",
        "Source",
        lambda texts: texts.gettext("Sources"),
        lambda texts: texts.gettext("Sources of the facts in %s"),
        lambda texts: texts.gettext("The source of each fact about the clusters and the counties, and how sure the fact is."),
        citation_fields,
        "",
        citation_frame,
    ),
    CompanionTable(
        "focus-areas",
        "focus_areas",
        "FocusArea",
        lambda texts: texts.gettext("Focus areas"),
        lambda texts: texts.gettext("Focus areas of the clusters in %s"),
        lambda texts: texts.gettext(
            "The focus areas in both languages, with the closest of the EU's industrial ecosystems and the number of clusters in each."
        ),
        focus_fields,
        "code",
        focus_frame,
    ),
    CompanionTable(
        "municipalities",
        "municipalities",
        "Municipality",
        lambda texts: texts.gettext("Municipalities"),
        lambda texts: texts.gettext("Sweden's municipalities and the clusters in %s"),
        lambda texts: texts.gettext(
            "Sweden's 290 municipalities with codes, largest towns and their positions (GeoNames), and the number of clusters in each."
        ),
        municipality_fields,
        "code",
        municipality_frame,
        has_towns=True,
    ),
)
