"""The authority that supervises the act on accessibility, in the statement, by the day in Sweden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

import pytest

import data.calendar_day
from tests.page.app_driver import first_page, opened

LAST_SECOND = datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)
FIRST_SECOND = datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC)  # midnight in Sweden
SUPERVISES = {
    ("digg", "sv"): "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen.",
    ("digg", "en"): "The Agency for Digital Government (Digg) supervises the act.",
    ("pts", "sv"): "Post- och telestyrelsen (PTS) har tillsyn över lagen från den 1 januari 2027",
    ("pts", "en"): "The Swedish Post and Telecom Authority (PTS) supervises the act from 1 January 2027",
}


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Return a function that sets the moment from which the app takes the day."""

    def set_to(moment: datetime) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return moment.astimezone(tz)

        monkeypatch.setattr(data.calendar_day, "datetime", Clock)

    return set_to


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("moment", "authority"), [(LAST_SECOND, "digg"), (FIRST_SECOND, "pts")])
def test_the_authority_is_that_of_the_day(set_clock: Callable[[datetime], None], moment: datetime, authority: str, language: str) -> None:
    set_clock(moment)
    for page in (first_page({"lang": language}, "accessibility"), opened({"lang": language}, "accessibility")):
        statement = page["results"].text
        assert [name for name in ("digg", "pts") if SUPERVISES[name, language] in statement] == [authority]
        links = [each.attributes["href"] for each in page["results"].all("a")]
        assert ("https://www.digg.se/tdosanmalan" in links) == (authority == "digg")


def test_a_page_kept_from_before_midnight_is_not_shown_after(set_clock: Callable[[datetime], None]) -> None:
    for moment, authority in ((LAST_SECOND, "digg"), (FIRST_SECOND, "pts"), (LAST_SECOND, "digg")):
        set_clock(moment)
        assert SUPERVISES[authority, "sv"] in first_page({}, "accessibility")["results"].text
