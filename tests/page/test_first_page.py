"""The first page of a URL and the live page that takes its place."""

from __future__ import annotations

import pytest
import streamlit as st

from components.document.page_parts import RESULTS
from data.languages import LANGUAGES
from tests.page.app_driver import Query, first_page, opened
from tests.page.page_facts import outline

SELECTIONS: list[Query] = [
    {},
    {"region": "12"},
    {"region": ["12", "14"], "focus": "digital"},
    {"region": ["05", "14", "25"]},
    {"region": ["12", "14", "17", "18", "20"], "label": "bronze"},
    {"ecosystem": "electronics", "q": "uppkopplad"},
    {"cluster": "compare", "focus": "tourism"},
    {"region": "09", "focus": "digital"},
    {"q": "<b>xyzzy", "sort": "-name"},
    {"sort": "municipality", "page": "7", "region": ["99", "12"]},
    {"region": "99", "embed": ["poster", "true"]},
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", SELECTIONS, ids=str)
@pytest.mark.parametrize("path", RESULTS)
def test_first_page_and_live_page_are_the_same(path: str, query: Query, language: str) -> None:
    first, live = first_page({**query, "lang": language}, path), opened({**query, "lang": language}, path)
    assert (first.path, first.language, first.labels) == (live.path, live.language, live.labels)
    assert outline(live) == outline(first)


@pytest.mark.parametrize(("header", "language"), [("en-GB,sv;q=0.5", "en"), ("fi", "sv")])
def test_both_follow_the_language_of_the_browser(header: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(st.context), "headers", {"Accept-Language": header})
    live = opened({"region": "12"})
    assert live.language == language and outline(live) == outline(first_page({"region": "12"}, "", header))
    assert live.message["query"] == "?region=12"
