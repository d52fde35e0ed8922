from __future__ import annotations

import random

import pytest

from components.dataset.store import current_dataset
from data.selection import Selection

CATALOGUE = current_dataset()
ROWS = CATALOGUE.clusters.to_dict("records")
REGIONS, FOCUS = tuple(CATALOGUE.known.regions), tuple(CATALOGUE.known.focus)


def fits(row: dict[str, tuple[str, ...]], regions: tuple[str, ...], focus: tuple[str, ...]) -> bool:
    return (not regions or bool(set(regions) & set(row["region_codes"]))) and (not focus or bool(set(focus) & set(row["focus"])))


def some_selections() -> list[Selection]:
    dice = random.Random(18)
    singles = [Selection(regions=(code,)) for code in REGIONS] + [Selection(focus=(code,)) for code in FOCUS]
    return [Selection(), *singles] + [
        Selection(tuple(dice.sample(REGIONS, dice.randint(0, 4))), tuple(dice.sample(FOCUS, dice.randint(0, 3)))) for _ in range(100)
    ]


@pytest.mark.parametrize("selection", some_selections())
def test_shown_clusters_and_counts_are_those_of_a_plain_reckoning(selection: Selection) -> None:
    match = CATALOGUE.index.match(selection)
    shown = [row for row in ROWS if fits(row, selection.regions, selection.focus)]
    assert CATALOGUE.clusters.loc[match.shown, "id"].tolist() == [row["id"] for row in shown]
    assert match.region_choices() == {code: sum(fits(row, (code,), selection.focus) for row in ROWS) for code in REGIONS}
    assert match.focus_choices() == {code: sum(fits(row, selection.regions, (code,)) for row in ROWS) for code in FOCUS}
    covered = {code for code in REGIONS if not selection.regions or code in selection.regions}
    assert match.region_counts() == {code: sum(code in row["region_codes"] for row in shown) if code in covered else 0 for code in REGIONS}


def test_a_label_leaves_the_clusters_that_hold_it_and_the_others_keep_what_choosing_them_gives() -> None:
    match = CATALOGUE.index.match(Selection(labels=("silver", "gold")))
    assert CATALOGUE.clusters.loc[match.shown, "id"].tolist() == ["agro-vast", "paper-province"]
    assert match.label_choices() == {"bronze": 20, "silver": 1, "gold": 1}
    assert {code: count for code, count in match.region_choices().items() if count} == {"14": 1, "17": 1}


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
    match = CATALOGUE.index.match(Selection(text=text))
    assert set(CATALOGUE.clusters.loc[match.shown, "id"]) == ids


def test_without_a_filter_says_what_taking_it_away_gives() -> None:
    match = CATALOGUE.index.match(Selection(regions=("12",), focus=("digital",), text="xyzzy"))
    assert {name: int(match.without(name).sum()) for name in ("region", "focus", "text")} == {"region": 0, "focus": 0, "text": 1}
