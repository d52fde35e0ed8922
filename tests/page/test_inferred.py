"""Marks of inferred values: none of them stands as a plain fact in table, map, profile, report or files."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from components.api.jsonld import cluster_json_ld
from components.content.profiles.cluster_facts import cluster_facts
from components.content.profiles.priorities import priority_lists
from components.content.table.table_columns import table_rows
from components.dataset.store import current_dataset
from components.exports.frames import machine_frame, readable_frame, region_frame
from components.map.map_data import preview_json
from data.languages import LANGUAGES, Language
from data.selection import Selection
from tests.conftest import WriteList
from tests.page.app_driver import first_page
from tests.page.page_facts import read
from tests.views import view_of

MARKS = {"sv": "troligen", "en": "probably"}
HEADINGS = {  # by column, of the facts that show it
    "municipality_code": "Seat",
    "founded": "Founded",
    "members_year": "Members",
    "label_date": "Latest known label",
    "status": "Latest known status",
    "status_year": "Latest known status",
    "aliases": "Also known as",
}
INFERRED = [(cluster["id"], column) for cluster in current_dataset().clusters.to_dict("records") for column in cluster["inferred"]]


def cluster(cluster_id: str) -> Any:
    return current_dataset().clusters.iloc[current_dataset().row_numbers[cluster_id]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("cluster_id", "column"), INFERRED)
def test_a_fact_says_that_it_is_inferred(cluster_id: str, column: str, language: Language) -> None:
    view = view_of(Selection(language=language))
    (fact,) = (each for each in cluster_facts(view, cluster(cluster_id)).others if each.heading == view.texts.gettext(HEADINGS[column]))
    assert MARKS[language] in fact.lines[0].text.casefold()


def test_facts_that_are_stated_have_no_mark() -> None:
    view = view_of()
    lines = [line.text for fact in cluster_facts(view, cluster("paper-province")).others for line in fact.lines]
    assert not any("troligen" in line.casefold() for line in lines)


@pytest.mark.parametrize(("cluster_id", "town"), [("agro-vast", "Skara"), ("visit-dalarna", "Falun"), ("datacenter", "Luleå")])
def test_an_inferred_seat_is_marked_in_table_tooltip_and_files(cluster_id: str, town: str) -> None:
    assert f"{town} (troligen)" in read(first_page({"q": cluster(cluster_id)["name"]}))
    points = json.loads(preview_json(current_dataset(), "sv", None))["points"].values()
    (lines,) = (point[4:] for point in points if point[0] == cluster_id)
    assert f"I tätorten {town} (troligen)" in lines
    row = readable_frame(view_of()).iloc[current_dataset().row_numbers[cluster_id]]
    assert row["Plats"] == f"i tätorten {town} (troligen)" and "Säte" in row["Troliga uppgifter"]


@pytest.mark.parametrize("cluster_id", ["agro-vast", "visit-dalarna", "datacenter"])
def test_search_engines_get_no_inferred_facts(cluster_id: str) -> None:
    description = cluster_json_ld("http://testserver/", view_of(Selection(cluster=cluster_id)))
    assert "foundingDate" not in description and "addressLocality" not in description


def test_files_name_the_inferred_columns() -> None:
    named = [(row["id"], column) for row in machine_frame(view_of()).to_dict("records") for column in row["inferred"]]
    assert named == INFERRED and len(INFERRED) == 31


def test_a_value_of_another_list_is_inferred_only_if_the_list_says_so(write_list: WriteList) -> None:
    """Compare's status and the seats of Agro Väst and Datacenter are inferred in the shipped list."""
    header = "id,name,region_codes,municipality_code,status,status_year,inferred\n"
    write_list(f"{header}compare,Compare,17,1780,active,2026,\nagro-vast,Agroväst,14,1495,,,\ndatacenter,Datacenter,25,2580,,,Säte\n")
    dataset = current_dataset()
    assert dataset.clusters["inferred"].tolist() == [(), (), ("municipality_code",)]
    rows = table_rows(dataset, np.arange(3), view_of().texts)
    assert [(row[4], row[5]) for row in rows] == [("Karlstad", "Verksamt (2026)"), ("Skara", None), ("Luleå (troligen)", None)]


def test_inferred_years_of_priorities_are_marked() -> None:
    regions = region_frame(view_of()).set_index("code")
    assert regions["inferred"]["08"] == ("priorities_year",) and regions["inferred"]["03"] == ()
    headings = {code: [each.heading for each in priority_lists(current_dataset(), code, view_of().texts)] for code in ("08", "14", "25")}
    assert headings == {
        "08": ["Prioriteringar för smart specialisering (troligen 2019–2021)"],
        "14": ["Prioriteringar för smart specialisering (2022–2025)", "Tidigare prioriteringar (troligen 2018)"],
        "25": ["Prioriteringar för smart specialisering (okänt år)", "Tidigare prioriteringar (troligen 2019–2021)"],
    }
