from __future__ import annotations

from dataclasses import fields

import pandas as pd
import pytest

from components.content.filters.filter_texts import FILTER_TEXTS
from components.dataset.store import current_dataset
from data.cluster_index import ClusterIndex
from data.filters import DIMENSIONS, ECOSYSTEM, LABEL, MAX_CODES_IN_LIST, OWN, Dimension, cluster_codes, common_codes, only_codes
from data.match import match_selection
from data.search.text_search import Vocabulary
from data.selection import Selection


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.name)
def test_a_dimension_has_a_field_a_column_and_texts(dimension: Dimension) -> None:
    assert dimension.field in {field.name for field in fields(Selection)}
    assert dimension in OWN or dimension.column in current_dataset().clusters.columns
    assert dimension.name in FILTER_TEXTS
    assert dimension.name.isidentifier()


def test_no_texts_are_left_over() -> None:
    assert FILTER_TEXTS.keys() == {dimension.name for dimension in DIMENSIONS}


def test_cells_become_codes() -> None:
    cells = {"eu_ecosystems": [("Agri-food", "Agri food"), ("Energy-Renewables",), ()], "label": ["gold", None, "silver"]}
    clusters = pd.DataFrame(cells, dtype=object)
    assert cluster_codes(ECOSYSTEM, clusters) == [("agri-food",), ("energy-renewables",), ()]
    assert cluster_codes(LABEL, clusters) == [("gold",), (), ("silver",)]


def test_common_codes_are_the_most_common_in_alphabetical_order() -> None:
    cells = [("b", "a"), ("b",), *((f"rare-{number:03}",) for number in range(100))]
    codes = common_codes(cells)
    assert len(codes) == MAX_CODES_IN_LIST and codes[:2] == ("a", "b") and list(codes) == sorted(codes)
    assert only_codes([("b", "rare-099"), ("rare-099",)], codes) == [("b",), ()]


def test_free_text_in_the_ecosystems_makes_no_groups() -> None:
    """A list whose ecosystems are all different has few groups: the codes that no filter offers do not part them."""
    clusters = current_dataset().clusters.sample(2000, replace=True, random_state=1).reset_index(drop=True)
    texts = clusters.assign(eu_ecosystems=[(f"Text {number}",) for number in range(len(clusters))])
    codes = dict(current_dataset().known.by_dimension) | {"ecosystem": ()}
    names = {code: (code,) for code in codes["focus"]}
    index = ClusterIndex(texts, codes, names, Vocabulary(current_dataset().areas))
    assert len(index.codes["ecosystem"]) == MAX_CODES_IN_LIST
    assert len(index.group_codes) <= len(current_dataset().index.group_codes) + MAX_CODES_IN_LIST
    assert match_selection(index, Selection()).count == 2000
