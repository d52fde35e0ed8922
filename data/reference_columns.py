"""Columns of the reference tables: the rules for each file that the shipped tables are checked by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data import column_parsers as col
from data.column_parsers import Column
from data.messages import message
from data.number_parsers import count
from data.places.coordinates import LATITUDES, LONGITUDES, degrees_between

REGIONS, THEMES, PRIORITY_THEMES = "regions.csv", "themes.csv", "priority_themes.csv"
INFERRED = "inferred"
CONFIDENCES = ("stated", INFERRED, "classified", "not_found")

COUNTY_CODE = col.matching(r"[0-9]{2}", message("an SCB county code of two digits"))
MUNICIPALITY_CODE = col.matching(r"[0-9]{4}", message("an SCB municipality code of four digits"))
NUTS2_CODE = col.matching(r"SE[0-9]{2}", message("a NUTS 2 code such as SE22"))
NUTS3_CODE = col.matching(r"SE[0-9]{3}", message("a NUTS 3 code such as SE224"))

FOCUS_AREA_COLUMNS = (
    Column("code", col.slug, required=True, non_empty=True, unique=True),
    Column("label_sv", col.text, required=True, non_empty=True, unique=True),
    Column("label_en", col.text, required=True, non_empty=True, unique=True),
    Column("eu_ecosystem", col.text),
)
REGION_COLUMNS = (
    Column("code", COUNTY_CODE, required=True, non_empty=True, unique=True),
    Column("name", col.text, required=True, non_empty=True, unique=True),
    Column("county_sv", col.text, required=True, non_empty=True, unique=True),
    Column("county_en", col.text, required=True, non_empty=True, unique=True),
    Column("body", col.text, required=True, non_empty=True),
    Column("nuts3_code", NUTS3_CODE, required=True, non_empty=True, unique=True),
    Column("nuts2_code", NUTS2_CODE, required=True, non_empty=True),
    Column("nuts2_name", col.text, required=True, non_empty=True),
    Column("residence_code", MUNICIPALITY_CODE, required=True, non_empty=True, unique=True),
    Column("priorities_sv", col.text, is_list=True),
    Column("priorities_en", col.text, is_list=True),
    Column("priorities_year", col.text),
    Column("earlier_priorities_sv", col.text, is_list=True),
    Column("earlier_priorities_en", col.text, is_list=True),
    Column("earlier_priorities_year", col.text),
)
THEME_COLUMNS = (
    Column("code", col.slug, required=True, non_empty=True, unique=True),
    Column("label_sv", col.text, required=True, non_empty=True, unique=True),
    Column("label_en", col.text, required=True, non_empty=True, unique=True),
)
PRIORITY_THEME_COLUMNS = (
    Column("priority_sv", col.text, required=True, non_empty=True, unique=True),
    Column("themes", col.slug, required=True, is_list=True),
)
MUNICIPALITY_COLUMNS = (
    Column("code", MUNICIPALITY_CODE, required=True, non_empty=True, unique=True),
    Column("name", col.text, required=True, non_empty=True, unique=True),
)
TOWN_COLUMNS = (
    Column("code", MUNICIPALITY_CODE, required=True, non_empty=True, unique=True),
    Column("town", col.text, required=True, non_empty=True),
    Column("lat", degrees_between(*LATITUDES), required=True, non_empty=True),
    Column("lon", degrees_between(*LONGITUDES), required=True, non_empty=True),
    Column("population", count, required=True),
)
LOCALITY_COLUMNS = (
    Column("name", col.text, required=True, non_empty=True),
    Column("code", MUNICIPALITY_CODE, required=True, non_empty=True),
)
POSTAL_TOWN_COLUMNS = (
    Column("name", col.text, required=True, non_empty=True, unique=True),
    Column("code", MUNICIPALITY_CODE, required=True, non_empty=True),
)
CITATION_COLUMNS = (
    Column("subject", col.text, required=True, non_empty=True),
    Column("field", col.text, required=True, non_empty=True),
    Column("value", col.text),
    Column("source_url", col.link),
    Column("confidence", col.one_of(CONFIDENCES), required=True, non_empty=True),
    Column("note_sv", col.text),
    Column("note_en", col.text),
)

COLUMNS_BY_FILE: Mapping[str, Sequence[Column]] = {  # without the files of citations, whose names depend on the list
    "focus_areas.csv": FOCUS_AREA_COLUMNS,
    REGIONS: REGION_COLUMNS,
    THEMES: THEME_COLUMNS,
    PRIORITY_THEMES: PRIORITY_THEME_COLUMNS,
    "municipalities.csv": MUNICIPALITY_COLUMNS,
    "towns.csv": TOWN_COLUMNS,
    "localities.csv": LOCALITY_COLUMNS,
    "postal_towns.csv": POSTAL_TOWN_COLUMNS,
}
