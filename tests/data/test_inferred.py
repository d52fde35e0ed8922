"""Inferred values: which values of the shipped lists no source states."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from data.inferred import inferred_columns, inferred_items
from data.lists import SHIPPED_LISTS, read_shipped_list


class Row(NamedTuple):
    """A citation of one field."""

    value: str | None
    confidence: str


def inferred_of(code: str) -> dict[str, tuple[str, ...]]:
    tables = read_shipped_list(SHIPPED_LISTS[code])
    municipalities = tables.municipalities.set_index("code")["name"].to_dict()
    columns = inferred_columns(tables.clusters, tables.citations, municipalities)
    return {cluster: each for cluster, each in zip(tables.clusters["id"], columns, strict=True) if each}


def clusters_with(column: str, inferred: dict[str, tuple[str, ...]]) -> set[str]:
    return {cluster for cluster, columns in inferred.items() if column in columns}


def test_inferred_values_of_s3_piloten() -> None:
    inferred = inferred_of("s3-piloten")
    assert clusters_with("municipality_code", inferred) == {"agro-vast", "visit-dalarna", "datacenter"}
    assert clusters_with("founded", inferred) == {"agro-vast", "visit-dalarna", "datacenter"}
    assert clusters_with("members_year", inferred) == {"automation-smaland", "aerospace-cluster-sweden"}
    assert clusters_with("status", inferred) == {"compare", "datacenter"}
    assert clusters_with("status_year", inferred) == {"mobile-heights", "compare", "datacenter"}
    assert clusters_with("aliases", inferred) == {"iuc-syd", "datacenter"}
    assert len(clusters_with("label_date", inferred)) == 16
    assert not clusters_with("label", inferred) | clusters_with("region_codes", inferred)


def test_inferred_values_of_vinnvaxt() -> None:
    inferred = inferred_of("vinnvaxt")
    of_2008 = {"smart-textiles", "framtidens-bioraffinaderi", "printed-electronics-arena"}
    assert clusters_with("municipality_code", inferred) == of_2008 | {"klimatledande-processindustri"}
    assert clusters_with("region_codes", inferred) == of_2008 | {"visual-sweden", "urban-magma"}
    assert clusters_with("aliases", inferred) == {"skanes-livsmedelsakademi", "peak-of-tech-adventure"}


@pytest.mark.parametrize(
    ("rows", "inferred"),
    [
        ([Row("a", "inferred")], ["a"]),
        ([Row("a", "inferred"), Row("a", "stated")], []),
        ([Row("a", "inferred"), Row("c", "stated")], ["a"]),  # a source of another value supports nothing
        ([Row(None, "inferred")], ["a", "b"]),
        ([Row(None, "inferred"), Row("a;b", "classified")], []),
        ([Row("a (2017)", "inferred")], ["a"]),
        ([Row(None, "not_found")], []),
        ([], []),
    ],
)
def test_a_value_is_inferred_if_no_source_states_it(rows: list[Row], inferred: list[str]) -> None:
    assert inferred_items(rows, ["a", "b"]) == inferred
