"""Days in Sweden, around midnight, in summer and in winter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Self

import pytest

from data import calendar_day
from data.calendar_day import day_of, today

MOMENTS = {  # in UTC, and the day in Sweden
    "2026-07-01T21:59:59+00:00": "2026-07-01",
    "2026-07-01T22:00:00+00:00": "2026-07-02",  # midnight, two hours ahead of UTC
    "2026-07-01T23:59:59+00:00": "2026-07-02",
    "2026-01-14T22:59:59+00:00": "2026-01-14",
    "2026-01-14T23:00:00+00:00": "2026-01-15",  # midnight, one hour ahead
    "2026-12-31T23:30:00+00:00": "2027-01-01",
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("hours", [-8, 0, 1, 14])
def test_a_moment_is_of_its_day_in_sweden(moment: str, hours: int) -> None:
    elsewhere = datetime.fromisoformat(moment).astimezone(timezone(timedelta(hours=hours)))
    assert day_of(elsewhere) == MOMENTS[moment]


@pytest.mark.parametrize("moment", MOMENTS)
def test_today_is_the_day_in_sweden(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            assert tz is UTC
            return cls.fromisoformat(moment)

    monkeypatch.setattr(calendar_day, "datetime", Clock)
    assert today() == MOMENTS[moment]
