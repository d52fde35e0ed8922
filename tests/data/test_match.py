from __future__ import annotations

import random

import pytest

from components.dataset.store import current_dataset
from data.filters import ECOSYSTEM, FOCUS, LABEL, REGION, STATUS
from data.match import TEXT
from data.selection import Selection
from data.text import to_slug

DATASET = current_dataset()
ROWS = DATASET.clusters.to_dict("records")
REGIONS, FOCUS_AREAS = DATASET.known.regions, DATASET.known.focus


def fits(row: dict[str, tuple[str, ...]], regions: tuple[str, ...], focus: tuple[str, ...]) -> bool:
    return (not regions or bool(set(regions) & set(row["region_codes"]))) and (not focus or bool(set(focus) & set(row["focus"])))


def some_selections() -> list[Selection]:
    dice = random.Random(18)
    singles = [Selection(regions=(code,)) for code in REGIONS] + [Selection(focus=(code,)) for code in FOCUS_AREAS]
    return [Selection(), *singles] + [
        Selection(tuple(dice.sample(REGIONS, dice.randint(0, 4))), tuple(dice.sample(FOCUS_AREAS, dice.randint(0, 3)))) for _ in range(100)
    ]


@pytest.mark.parametrize("selection", some_selections())
def test_mask_and_counts_are_those_of_plain_python(selection: Selection) -> None:
    match = DATASET.match(selection)
    matching = [row for row in ROWS if fits(row, selection.regions, selection.focus)]
    assert DATASET.clusters.loc[match.mask, "id"].tolist() == [row["id"] for row in matching]
    assert match.option_counts(REGION) == {code: sum(fits(row, (code,), selection.focus) for row in ROWS) for code in REGIONS}
    assert match.option_counts(FOCUS) == {code: sum(fits(row, selection.regions, (code,)) for row in ROWS) for code in FOCUS_AREAS}
    covered = {code for code in REGIONS if not selection.regions or code in selection.regions}
    assert match.shown_counts(REGION) == {
        code: sum(code in row["region_codes"] for row in matching) if code in covered else 0 for code in REGIONS
    }


def test_a_label_leaves_its_clusters() -> None:
    """The other labels keep the number of clusters that choosing them gives."""
    match = DATASET.match(Selection(labels=("silver", "gold")))
    assert DATASET.clusters.loc[match.mask, "id"].tolist() == ["smart-textiles", "agro-vast", "paper-province", "visit-dalarna"]
    assert match.option_counts(LABEL) == {"bronze": 18, "silver": 3, "gold": 1}
    assert {code: count for code, count in match.option_counts(REGION).items() if count} == {"14": 2, "17": 1, "20": 1}


def test_a_status_leaves_its_clusters() -> None:
    match = DATASET.match(Selection(statuses=("moved", "ended")))
    assert DATASET.clusters.loc[match.mask, "id"].tolist() == ["techtank", "triple-steelix", "datacenter"]
    assert match.option_counts(STATUS) == {"active": 11, "renamed": 2, "moved": 2, "ended": 1, "unknown": 6}
    assert {code: count for code, count in match.option_counts(LABEL).items() if count} == {"bronze": 3}


@pytest.mark.parametrize("code", DATASET.known.of(ECOSYSTEM))
def test_an_ecosystem_leaves_the_clusters_that_belong_to_it(code: str) -> None:
    match = DATASET.match(Selection(ecosystems=(code,)))
    ids = [row["id"] for row in ROWS if code in map(to_slug, row["eu_ecosystems"])]
    assert DATASET.clusters.loc[match.mask, "id"].tolist() == ids
    assert match.option_counts(ECOSYSTEM)[code] == match.shown_counts(ECOSYSTEM)[code] == len(ids) > 0
    assert match.index.mask_of(ECOSYSTEM, code).tolist() == match.mask.tolist()


def test_ecosystems_combine_with_the_other_filters() -> None:
    match = DATASET.match(Selection(regions=("14", "17"), ecosystems=("agri-food", "retail")))
    assert DATASET.clusters.loc[match.mask, "id"].tolist() == ["agro-vast"]
    counts = {code: count for code, count in match.option_counts(ECOSYSTEM).items() if count}
    in_regions = DATASET.clusters[DATASET.clusters["region_codes"].map({"14", "17"}.intersection).map(bool)]
    assert counts == in_regions["eu_ecosystems"].explode().dropna().map(to_slug).value_counts().to_dict()
    assert match.count_without(ECOSYSTEM) == len(in_regions)


def test_counts_of_two_dimensions_ignore_their_own_filters() -> None:
    match = DATASET.match(Selection(regions=("12",), focus=("tourism",), labels=("bronze",)))
    counts = match.cross_counts(REGION, FOCUS)
    assert counts.shape == (len(REGIONS), len(FOCUS_AREAS))
    assert (
        counts[REGIONS.index("12"), FOCUS_AREAS.index("digital")]
        == DATASET.match(Selection(regions=("12",), focus=("digital",), labels=("bronze",))).count
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("järnvägsklustret", {"jarnvagsklustret"}),
        ("JARNVAGSKLUSTRET", {"jarnvagsklustret"}),
        ("opentech", {"mobile-heights"}),  # an alias
        ("hudiksvall", {"fiber-optic-valley"}),  # a municipality
        ("turism", {"visit-dalarna"}),  # a focus area in Swedish
        ("pulp and paper", {"paper-province"}),  # a focus in English words
        ("karlstad digital", {"compare"}),  # all words, anywhere
        ("xyzzy", set()),
        ("%%%", set()),
    ],
)
def test_the_search_finds(text: str, ids: set[str]) -> None:
    match = DATASET.match(Selection(text=text))
    assert set(DATASET.clusters.loc[match.mask, "id"]) == ids


def test_the_count_without_a_filter() -> None:
    match = DATASET.match(Selection(regions=("12",), focus=("digital",), text="xyzzy"))
    assert [match.count_without(left_out) for left_out in (REGION, FOCUS, TEXT)] == [0, 0, 1]
