from __future__ import annotations

import pandas as pd
import pytest

from data.lists import Tables
from data.reference_tables import FOLDER
from data.text import sort_key


def is_empty(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell == ()


def test_number_of_shipped_rows(tables: Tables) -> None:
    """22 clusters, 12 focus areas, 21 regions, 290 municipalities, as many towns and 498 citations are shipped."""
    frames = (tables.clusters, tables.focus_areas, tables.regions, tables.municipalities, tables.towns, tables.citations)
    assert [len(frame) for frame in frames] == [22, 12, 21, 290, 290, 498]


def test_readme_states_rows_of_the_files(tables: Tables) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in ("clusters", "focus_areas", "regions", "themes", "priority_themes", "municipalities", "towns", "citations"):
        assert f"| `{name}.csv` | {len(getattr(tables, name))} |" in readme


def test_the_region_codes_are_scbs_21(tables: Tables) -> None:
    assert " ".join(tables.regions["code"]) == "01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25"


def test_every_municipality_lies_in_a_known_county(tables: Tables) -> None:
    assert set(tables.municipalities["code"].str[:2]) == set(tables.regions["code"])


def test_clusters_and_counties_make_24_pairs(tables: Tables) -> None:
    assert tables.clusters["region_codes"].str.len().sum() == 24


def test_five_counties_have_no_cluster(tables: Tables) -> None:
    assert set(tables.regions["code"]) - set(tables.clusters["region_codes"].explode()) == {"03", "04", "08", "09", "13"}


def test_only_aerospace_cluster_sweden_is_in_several_counties(tables: Tables) -> None:
    several = tables.clusters[tables.clusters["region_codes"].str.len() > 1]
    assert several[["id", "region_codes"]].to_numpy().tolist() == [["aerospace-cluster-sweden", ("05", "14", "25")]]


def test_every_focus_area_is_used(tables: Tables) -> None:
    assert set(tables.clusters["focus"].explode()) == set(tables.focus_areas["code"])


def test_four_clusters_have_no_known_seat(tables: Tables) -> None:
    seatless = tables.clusters[tables.clusters["municipality_code"].isna()]
    assert set(seatless["id"]) == {"iuc-syd", "interior-cluster", "automation-smaland", "entreprenorsdrivet-foretagsnav"}


def test_18_seats_lie_in_15_municipalities_of_their_county(tables: Tables) -> None:
    seats = tables.clusters.dropna(subset="municipality_code")
    assert (len(seats), seats["municipality_code"].nunique()) == (18, 15)
    assert all(seat[:2] in counties for seat, counties in zip(seats["municipality_code"], seats["region_codes"], strict=True))


def test_nine_member_counts_add_up_to_755(tables: Tables) -> None:
    assert (tables.clusters["members"].count(), tables.clusters["members"].sum()) == (9, 755)


def test_one_member_count_is_undated(tables: Tables) -> None:
    undated = tables.clusters[tables.clusters["members"].notna() & tables.clusters["members_year"].isna()]
    assert undated["id"].tolist() == ["automation-region"]


def test_one_label_is_gold_three_are_silver_and_18_bronze(tables: Tables) -> None:
    clusters = tables.clusters.set_index("id")
    assert clusters["label"].value_counts().to_dict() == {"bronze": 18, "silver": 3, "gold": 1}
    higher = clusters[clusters["label"] != "bronze"]
    assert list(zip(higher.index, higher["label"], higher["label_date"], strict=True)) == [
        ("smart-textiles", "silver", None),
        ("agro-vast", "silver", "2021-12"),
        ("paper-province", "gold", "2024"),
        ("visit-dalarna", "silver", None),
    ]


def test_every_cluster_had_bronze_in_the_pilot(tables: Tables) -> None:
    assert set(tables.clusters["pilot_label"]) == {"bronze"}


def test_the_bronze_labels_are_of_2018(tables: Tables) -> None:
    bronze = tables.clusters[tables.clusters["label"] == "bronze"]
    assert set(bronze["label_date"].str[:4]) == {"2018"}


def test_statuses_of_the_clusters(tables: Tables) -> None:
    clusters = tables.clusters
    assert clusters["status"].value_counts().to_dict() == {"active": 11, "unknown": 6, "renamed": 2, "moved": 2, "ended": 1}
    assert clusters.loc[clusters["status_year"].isna(), "id"].tolist() == ["aerospace-cluster-sweden", "jarnvagsklustret"]
    assert clusters["status_year"].dropna().between(2018, 2024).all()
    renamed = clusters.dropna(subset="present_name")
    assert dict(zip(renamed["id"], renamed["present_name"], strict=True)) == {
        "mobile-heights": "OpenTech",
        "mjardevi-science-park": "Linköping Science Park",
    }
    assert set(renamed["status"]) == {"renamed"}


def test_a_present_name_is_found_by_the_search(tables: Tables) -> None:
    renamed = tables.clusters.dropna(subset="present_name")
    assert all(name in aliases for name, aliases in zip(renamed["present_name"], renamed["aliases"], strict=True))


def test_no_text_says_that_a_cluster_has_closed(tables: Tables) -> None:
    columns = [column for column in tables.clusters if column.endswith(("_sv", "_en"))]
    texts = tables.clusters[columns].melt()["value"].str.casefold()
    assert not texts.str.contains("nedlag|lagts ned|closed|closure", na=False).any()


def test_only_the_label_of_automation_smaland_has_a_known_end(tables: Tables) -> None:
    known = tables.clusters.dropna(subset="label_expires")
    assert known[["id", "label_expires"]].to_numpy().tolist() == [["automation-smaland", "2020-09-24"]]


def test_descriptions_are_filled_and_have_at_most_200_characters(tables: Tables) -> None:
    for column in ("description_sv", "description_en"):
        assert tables.clusters[column].str.len().between(1, 200).all()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("clusters", "focus_text"),
        ("clusters", "description"),
        ("clusters", "status_note"),
        ("citations", "note"),
        ("focus_areas", "label"),
        ("themes", "label"),
    ],
)
def test_texts_are_in_both_languages_or_in_neither(table: str, column: str, tables: Tables) -> None:
    frame: pd.DataFrame = getattr(tables, table)
    assert (frame[f"{column}_sv"].isna() == frame[f"{column}_en"].isna()).all()


def test_priorities_have_as_many_items_in_both_languages(tables: Tables) -> None:
    for name in ("priorities", "earlier_priorities"):
        assert (tables.regions[f"{name}_sv"].str.len() == tables.regions[f"{name}_en"].str.len()).all()


def test_three_counties_have_a_newer_and_an_earlier_list_of_priorities(tables: Tables) -> None:
    regions = tables.regions.set_index("code")
    earlier = regions[regions["earlier_priorities_sv"].map(bool)]
    assert list(zip(earlier.index, earlier["priorities_year"], earlier["earlier_priorities_year"], strict=True)) == [
        ("14", "2022–2025", "2018"),
        ("17", "2022–", "2015–2020"),
        ("25", None, "2019–2021"),
    ]


def test_only_vasterbotten_has_no_priorities(tables: Tables) -> None:
    assert tables.regions.loc[tables.regions["priorities_sv"].str.len() == 0, "code"].tolist() == ["24"]


def test_the_classified_priorities_are_those_of_the_counties(tables: Tables) -> None:
    """Each has one row, in the order of the counties; none is left over."""
    texts = [text for row in tables.regions.itertuples() for text in (*row.priorities_sv, *row.earlier_priorities_sv)]
    assert tables.priority_themes["priority_sv"].tolist() == list(dict.fromkeys(texts))


def test_three_priorities_fit_no_theme(tables: Tables) -> None:
    none = tables.priority_themes[tables.priority_themes["themes"].map(len) == 0]
    assert none["priority_sv"].tolist() == ["Tjänstedesign", "Värdeskapande tjänster", "Hållbart och inkluderande arbetsliv"]


def test_every_theme_is_used_and_all_are_in_the_order_of_their_labels(tables: Tables) -> None:
    assert set(tables.priority_themes["themes"].explode().dropna()) == set(tables.themes["code"])
    assert tables.themes["label_sv"].tolist() == sorted(tables.themes["label_sv"], key=lambda label: sort_key(label, "sv"))
    order = tables.themes["code"].tolist()
    assert all(list(cell) == sorted(cell, key=order.index) for cell in tables.priority_themes["themes"])


# The citations


PRIORITY_COLUMNS = [f"{earlier}priorities_{part}" for earlier in ("", "earlier_") for part in ("sv", "en", "year")]


def citation_field(column: str) -> str:
    """Return the field of the citations for a column."""
    shared = {"members_year": "members", "focus_text_sv": "focus", "focus_text_en": "focus"}
    shared |= {"status_year": "status", "status_note_sv": "status", "status_note_en": "status"}
    return shared.get(column, column).removesuffix("_sv").removesuffix("_en")


def facts(tables: Tables) -> list[tuple[str, str, object]]:
    """Return every cell that holds a fact as (subject, field, cell)."""
    clusters = [
        (row["id"], citation_field(str(column)), cell)
        for row in tables.clusters.to_dict("records")
        for column, cell in row.items()
        if column not in {"id", "name", "lat", "lon", "inferred"}
    ]
    return clusters + [
        (row["code"], citation_field(column), row[column]) for row in tables.regions.to_dict("records") for column in PRIORITY_COLUMNS
    ]


def test_every_filled_fact_has_a_citation(tables: Tables) -> None:
    cited = set(zip(tables.citations["subject"], tables.citations["field"], strict=True))
    filled = {(subject, field) for subject, field, cell in facts(tables) if not is_empty(cell)}
    assert len(filled) > 200
    assert filled - cited == set()


def test_every_fact_marked_not_found_is_an_empty_cell(tables: Tables) -> None:
    missing = tables.citations[tables.citations["confidence"] == "not_found"]
    filled = {(subject, field) for subject, field, cell in facts(tables) if not is_empty(cell)}
    assert len(missing) == 38
    assert set(zip(missing["subject"], missing["field"], strict=True)) & filled == set()


def test_every_empty_main_fact_is_marked_not_found(tables: Tables) -> None:
    missing = tables.citations[tables.citations["confidence"] == "not_found"]
    main_facts = {"founded", "members", "municipality_code", "website", "eu_ecosystems", "label_date"}
    cells = tables.clusters.set_index("id")[sorted(main_facts)]
    empty = {(subject, field) for subject, row in cells.to_dict("index").items() for field, cell in row.items() if is_empty(cell)}
    assert len(empty) == 27
    assert empty - set(zip(missing["subject"], missing["field"], strict=True)) == set()


def test_every_citation_is_about_a_known_cluster_or_county(tables: Tables) -> None:
    assert set(tables.citations["subject"]) == {*tables.clusters["id"], *tables.regions["code"]}


def test_every_citation_is_about_a_known_column(tables: Tables) -> None:
    columns = {citation_field(str(column)) for column in tables.clusters.columns} | {"members_year", "status_year"}
    of_counties = tables.citations["subject"].isin(tables.regions["code"])
    assert set(tables.citations.loc[~of_counties, "field"]) - columns == set()
    assert set(tables.citations.loc[of_counties, "field"]) == set(map(citation_field, PRIORITY_COLUMNS))


def test_every_stated_or_inferred_fact_has_a_url(tables: Tables) -> None:
    stated = tables.citations[tables.citations["confidence"].isin(["stated", "inferred"])]
    assert len(stated) == 379
    assert stated["source_url"].notna().all()


# The files


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.csv")))
def test_shipped_file_has_no_bom_no_cr_and_no_email(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert len(content) > 100
    assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\n")
    assert b"\r" not in content and b"@" not in content
