"""Facts about one cluster: members are grouped from 1,000 on, years never."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from components.content.profiles.cluster_facts import cluster_facts
from components.content.profiles.facts import Fact
from components.dataset.store import current_dataset
from data.languages import Language
from data.selection import Selection
from tests.views import view_of

NO_BREAK = "\u00a0"
LANGUAGES: tuple[tuple[Language, str], ...] = (("sv", f"1{NO_BREAK}200"), ("en", "1,200"))


def members_fact(language: Language, value: str, year: int | None = 2018) -> Fact:
    """Return the fact of a cluster with 1,200 members, with a citation of a source that gives `value`."""
    row = SimpleNamespace(field="members", value=value, confidence="stated", source_url="https://a.example", note_sv="", note_en="")
    dataset = replace(current_dataset(), citations={"paper-province": [row]})
    cluster: Any = dataset.clusters.iloc[dataset.row_numbers["paper-province"]].copy()
    cluster["members"], cluster["members_year"] = 1200, year
    view = view_of(Selection(language=language), dataset)
    (fact,) = (fact for fact in cluster_facts(view, cluster).others if fact.heading == view.texts.gettext("Members"))
    return fact


@pytest.mark.parametrize(("language", "members"), LANGUAGES)
def test_members_are_grouped_and_their_year_is_not(language: Language, members: str) -> None:
    assert [line.text for line in members_fact(language, "").lines] == [f"{members} (2018)"]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("value", "year"), [("1200 (2018)", 2018), ("1200", 2018), ("1200", None)])
def test_a_source_with_the_same_value_is_not_quoted(value: str, year: int | None, language: Language) -> None:
    """Sources are compared as citations.csv writes them, before a number is grouped."""
    (source,) = members_fact(language, value, year).citations
    assert not source.other_value


@pytest.mark.parametrize(("language", "members"), LANGUAGES)
def test_a_source_with_another_value_is_quoted_grouped(language: Language, members: str) -> None:
    assert [source.other_value for source in members_fact(language, "1200 (2017)").citations] == [f"{members} (2017)"]
