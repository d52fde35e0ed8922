from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from data.lists import VINNVAXT, Tables, read_shipped_list
from data.reference_tables import FOLDER

YEAR = re.compile(r"\b20[0-9]{2}\b")
WITHOUT_COUNTY = {"robotdalen", "processit-innovations"}


@pytest.fixture(scope="module")
def winners() -> Tables:
    """Return the list of Vinnväxt winners, with the citations of its file only."""
    tables = read_shipped_list(VINNVAXT)
    return replace(tables, citations=tables.citations[tables.citations["subject"].isin(tables.clusters["id"])])


def filled_facts(winners: Tables) -> set[tuple[str, str]]:
    """Return every filled cell of the list as (subject, field), the field as in the citations."""
    return {
        (row["id"], str(column).removesuffix("_sv").removesuffix("_en"))
        for row in winners.clusters.to_dict("records")
        for column, cell in row.items()
        if column not in {"id", "name"} and (bool(cell) if isinstance(cell, tuple) else not pd.isna(cell))
    }


def test_18_winners_and_77_citations_are_shipped(winners: Tables) -> None:
    assert (len(winners.clusters), len(winners.citations)) == (18, 77)


def test_readme_states_rows_and_day_of_compilation(winners: Tables) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name, frame in ((VINNVAXT.clusters, winners.clusters), (VINNVAXT.citations, winners.citations)):
        assert f"| `{name}` | {len(frame)} |" in readme
    assert f"Compiled {VINNVAXT.compiled}" in readme


def test_priorities_of_counties_keep_their_citations() -> None:
    subjects = set(read_shipped_list(VINNVAXT).citations["subject"])
    assert {"12", "25"} <= subjects and "paper-province" not in subjects


@pytest.mark.parametrize("column", ["description_sv", "description_en"])
def test_each_description_states_the_round_of_its_winner(column: str, winners: Tables) -> None:
    years = [YEAR.findall(text) for text in winners.clusters[column]]
    assert [year for (year,) in years] == ["2003"] * 3 + ["2004"] * 2 + ["2008"] * 4 + ["2013"] * 3 + ["2016"] * 3 + ["2018"] * 3


def test_round_in_the_description_is_that_of_its_citation(winners: Tables) -> None:
    rounds = winners.clusters.set_index("id")["description_en"].str.extract(f"({YEAR.pattern})")[0].to_dict()
    cited = winners.citations[(winners.citations["field"] == "description") & (winners.citations["confidence"] == "stated")]
    assert dict(zip(cited["subject"], cited["value"], strict=True)) == rounds


def test_the_descriptions_are_short(winners: Tables) -> None:
    for column in ("description_sv", "description_en"):
        assert winners.clusters[column].str.len().between(1, 200).all()


def test_only_two_winners_have_no_known_county(winners: Tables) -> None:
    clusters = winners.clusters
    assert set(clusters.loc[clusters["region_codes"].str.len() == 0, "id"]) == WITHOUT_COUNTY


def test_no_winner_belongs_to_several_counties(winners: Tables) -> None:
    assert winners.clusters["region_codes"].str.len().max() == 1
    assert " ".join(sorted(winners.clusters["region_codes"].explode().dropna())) == "03 05 05 05 07 12 12 14 14 17 17 19 21 21 22 23"


def test_seats_are_the_towns_that_the_citations_name(winners: Tables) -> None:
    names = winners.municipalities.set_index("code")["name"]
    seats = winners.clusters.dropna(subset="municipality_code").set_index("id")["municipality_code"].map(names)
    assert seats.to_dict() == {
        "uppsala-bio": "Uppsala",
        "fiber-optic-valley": "Hudiksvall",
        "smart-textiles": "Borås",
        "framtidens-bioraffinaderi": "Örnsköldsvik",
        "printed-electronics-arena": "Norrköping",
        "smart-housing-smaland": "Växjö",
        "paper-province-2-0": "Karlstad",
        "geo-life-region-fpx": "Gävle",
        "automation-region": "Västerås",
        "klimatledande-processindustri": "Göteborg",
    }
    cited = winners.citations[(winners.citations["field"] == "municipality_code") & (winners.citations["confidence"] != "not_found")]
    assert dict(zip(cited["subject"], cited["value"], strict=True)) == seats.to_dict()


def test_facts_are_names_locations_and_rounds_only(winners: Tables) -> None:
    fields = {field for _, field in filled_facts(winners)}
    assert fields == {"aliases", "region_codes", "municipality_code", "description"}
    assert len(winners.focus_areas) == 0


def test_every_filled_fact_has_a_citation(winners: Tables) -> None:
    cited = winners.citations[winners.citations["confidence"] != "not_found"]
    filled = filled_facts(winners)
    assert len(filled) == 46
    assert filled - set(zip(cited["subject"], cited["field"], strict=True)) == set()


def test_every_unknown_county_and_seat_is_marked_not_found(winners: Tables) -> None:
    missing = winners.citations[winners.citations["confidence"] == "not_found"]
    expected = {(cluster, field) for cluster in winners.clusters["id"] for field in ("region_codes", "municipality_code")}
    assert len(missing) == 11
    assert set(zip(missing["subject"], missing["field"], strict=True)) == expected - filled_facts(winners)


def test_every_citation_is_about_a_known_winner(winners: Tables) -> None:
    lines = (FOLDER / VINNVAXT.citations).read_text(encoding="utf-8").splitlines()[1:]
    assert {line.partition(",")[0] for line in lines} == set(winners.clusters["id"])
    assert len(lines) == len(winners.citations)


def test_every_citation_has_a_url_but_classified_ones(winners: Tables) -> None:
    without = winners.citations[winners.citations["source_url"].isna()]
    assert set(zip(without["field"], without["confidence"], strict=True)) == {("description", "classified")}


def test_notes_are_in_both_languages_or_in_neither(winners: Tables) -> None:
    assert (winners.citations["note_sv"].isna() == winners.citations["note_en"].isna()).all()
