"""Numbers as visitors read them: grouped from 1,000 on, years and rows never."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from components.app_pages.unavailable import _explanation
from components.content.cluster_facts import Fact, cluster_facts
from components.content.region_facts import distance_text
from components.core.i18n import texts_in
from components.dataset.store import current_dataset
from components.exports.context import ExportContext
from components.exports.html_report import to_report
from data.errors import Problem
from data.messages import message
from data.selection import Language, Selection
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
    (fact,) = (fact for fact in cluster_facts(view, cluster) if fact.heading == view.texts.gettext("Members"))
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


@pytest.mark.parametrize(("language", "members"), LANGUAGES)
def test_the_report_groups_members(language: Language, members: str) -> None:
    dataset = replace(current_dataset(), clusters=current_dataset().clusters.assign(members=1200))
    context = ExportContext(view_of(Selection(language=language), dataset), base_url="")
    report = to_report(context, dict.fromkeys(("title", "selection", "source", "date", "licence"), ""))
    assert report.decode().count(f"{members} (") == 22 and b"1200 (" not in report


@pytest.mark.parametrize(("language", "expected"), [("sv", f"ca 1{NO_BREAK}204 km"), ("en", "about 1,204 km")])
def test_a_long_distance_is_grouped(language: Language, expected: str) -> None:
    assert distance_text(1203.6, {"seat"}, texts_in(language)) == expected


@pytest.mark.parametrize(("language", "expected"), LANGUAGES)
def test_a_number_of_problems_is_grouped(language: Language, expected: str) -> None:
    problems = [Problem("list.csv", row, "name", "", "a value") for row in range(1200)]
    assert expected in _explanation(problems, texts_in(language))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_limits_are_grouped_and_years_and_rows_are_not(language: Language) -> None:
    texts = texts_in(language)
    assert texts.number(10_000) in texts.translate(message("at most %(max)s rows", max=10_000))
    assert "1800" in texts.translate(message("a year from %(first)d to %(last)d", first=1800, last=2100))
    assert "10001" in texts.translate(message("a value of its own; row %(row)d has the same", row=10_001))
