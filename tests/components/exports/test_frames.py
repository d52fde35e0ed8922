"""Frames of the exports, and the names of their files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from components.content.table.column_names import column_names
from components.core.i18n import texts_in
from components.exports.file_names import ascii_name, file_name
from components.exports.frames import MACHINE_COLUMNS, machine_frame, readable_frame
from data.export import to_excel_csv
from data.files.cells import read_cells
from data.languages import LANGUAGES, Language
from data.lists import SHIPPED_LISTS, to_tables
from data.selection import Selection
from tests.views import view_of

SWEDISH = [
    "Kluster", "Län", "Kommun", "Inriktning", "Inriktning i ord", "Märkning", "Märkning från", "Märkning till",
    "Senast kända status", "Senaste spår", "Om statusen", "Nuvarande namn", "Grundat", "Medlemmar", "År för medlemsantalet", "Webbplats",
    "Även känt som", "Beskrivning", "Latitud (WGS 84)", "Longitud (WGS 84)", "Plats", "Troliga uppgifter",
]  # fmt: skip
ENGLISH = [
    "Cluster", "Counties", "Municipality", "Industry focus", "Focus in words", "Label", "Label awarded", "Label valid until",
    "Latest known status", "Latest trace", "About the status", "Present name", "Founded", "Members", "Year of member count", "Website",
    "Also known as", "Description", "Latitude (WGS 84)", "Longitude (WGS 84)", "Place", "Inferred values",
]  # fmt: skip


def dayless_name(selection: Selection, suffix: str = "_data.csv") -> str:
    """Return the name of a file of clusters with DAY in place of today's date."""
    view = view_of(selection)
    name = file_name(view, view.texts.gettext("clusters"), suffix)
    return re.sub(r"\d{4}-\d{2}-\d{2}", "DAY", name)


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (Selection(), "kluster_s3-piloten-2018_alla_DAY_data.csv"),
        (Selection(language="en"), "clusters_s3-piloten-2018_all_DAY_data.csv"),
        (Selection(regions=("12",)), "kluster_s3-piloten-2018_skåne_DAY_data.csv"),
        (Selection(regions=("14", "18")), "kluster_s3-piloten-2018_västra-götaland-örebro_DAY_data.csv"),
        (Selection(regions=("01", "05", "06", "07", "10")), "kluster_s3-piloten-2018_5-län_DAY_data.csv"),
        (Selection(regions=("01", "05", "06", "07"), language="en"), "clusters_s3-piloten-2018_4-counties_DAY_data.csv"),
        (Selection(focus=("digital", "agri-food")), "kluster_s3-piloten-2018_digital-agri-food_DAY_data.csv"),
        (Selection(focus=("digital", "agri-food", "textile", "tourism")), "kluster_s3-piloten-2018_4-inriktningar_DAY_data.csv"),
        (Selection(text='Fiber & "Öl"/../x; a=b'), "kluster_s3-piloten-2018_fiber-öl-x-a-b_DAY_data.csv"),
        (Selection(text="日本 😀"), "kluster_s3-piloten-2018_DAY_data.csv"),
        (Selection(text="a" * 100), f"kluster_s3-piloten-2018_{'a' * 30}_DAY_data.csv"),
        (Selection(text="a" * 29 + " b"), f"kluster_s3-piloten-2018_{'a' * 29}_DAY_data.csv"),  # no hyphen before the underscore
        (Selection(regions=("12",), focus=("digital",), text="Lund"), "kluster_s3-piloten-2018_skåne_digital_lund_DAY_data.csv"),
        (Selection(labels=("silver", "gold")), "kluster_s3-piloten-2018_silver-gold_DAY_data.csv"),
        (Selection(statuses=("moved",)), "kluster_s3-piloten-2018_moved_DAY_data.csv"),
        (Selection(ecosystems=("agri-food",)), "kluster_s3-piloten-2018_eu-agri-food_DAY_data.csv"),
        (
            Selection(ecosystems=("agri-food", "digital", "health", "retail"), language="en"),
            "clusters_s3-piloten-2018_4-eu-ecosystems_DAY_data.csv",
        ),
        (Selection(themes=("food", "energy")), "kluster_s3-piloten-2018_theme-food-theme-energy_DAY_data.csv"),
        (Selection(themes=("energy", "food", "health", "mobility")), "kluster_s3-piloten-2018_4-prioriteringar_DAY_data.csv"),
        (Selection(cluster="compare"), "kluster_s3-piloten-2018_alla_DAY_data.csv"),
    ],
)
def test_a_file_name_follows_the_selection(selection: Selection, name: str) -> None:
    assert dayless_name(selection) == name
    assert re.fullmatch(r"[a-z0-9_-]+_DAY_data\.csv", ascii_name(name))


def test_a_file_name_ends_with_the_suffix() -> None:
    assert dayless_name(Selection(), "_excel.csv") == "kluster_s3-piloten-2018_alla_DAY_excel.csv"


@pytest.mark.parametrize(("language", "headings"), [("sv", SWEDISH), ("en", ENGLISH)])
def test_readable_headings_are_in_the_language(language: Language, headings: list[str]) -> None:
    assert list(readable_frame(view_of(Selection(language=language))).columns) == headings


@pytest.mark.parametrize(
    ("language", "start", "end"),
    [
        ("sv", ["Mobile Heights", ("Skåne län",), "Lund", ("Digital teknik",)], "i tätorten Lund"),
        ("en", ["Mobile Heights", ("Skåne County",), "Lund", ("Digital technology",)], "in the town of Lund"),
    ],
)
def test_the_readable_frame_has_names_instead_of_codes(language: Language, start: list[object], end: str) -> None:
    row = readable_frame(view_of(Selection(language=language))).iloc[0].tolist()
    assert row[:4] == start and row[-2] == end


@pytest.mark.parametrize(("language", "place"), [("sv", "någonstans i länet"), ("en", "somewhere in the county")])
def test_the_readable_frame_says_where_the_seat_is_not_known(language: Language, place: str) -> None:
    frame = readable_frame(view_of(Selection(language=language)))
    without_seat = ["IUC Syd", "Interior Cluster", "Automation Småland", "Entreprenörsdrivet Företagsnav"]
    assert frame[frame.iloc[:, -2] == place].iloc[:, 0].tolist() == without_seat


def test_the_machine_frame_has_raw_values_of_the_match() -> None:
    frame = machine_frame(view_of(Selection(regions=("12",))))
    assert list(frame.columns) == MACHINE_COLUMNS
    assert frame["id"].tolist() == ["mobile-heights", "iuc-syd"]
    assert frame["nuts3_codes"].tolist() == [("SE224",), ("SE224",)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_taken_back_with_any_column_named_as_inferred(language: Language) -> None:
    """The names of the columns as a readable file has them."""
    names = column_names(texts_in(language))
    content = f"name,region,inferred\nA,12,{';'.join(names.values())}\n".encode()
    (inferred,) = to_tables(read_cells("list.csv", content)).clusters["inferred"]
    assert inferred == tuple(f"description_{language}" if column == "description" else column for column in names)


@pytest.mark.parametrize("code", SHIPPED_LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_readable_file_is_taken_back(language: Language, code: str, set_settings: Callable[..., None]) -> None:
    set_settings(CLUSTERS_SOURCE=code)
    view = view_of(Selection(language=language))
    clusters = to_tables(read_cells("list.csv", to_excel_csv(readable_frame(view)))).clusters
    for column in ("name", "region_codes", "municipality_code", "focus", "label", "status", "status_year", "present_name", "inferred"):
        assert clusters[column].astype(str).tolist() == view.dataset.clusters[column].astype(str).tolist(), column
