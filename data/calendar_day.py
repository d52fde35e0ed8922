"""Calendar days in Sweden: the only way in which a moment becomes a day that the app writes.

Days in UTC would be those of yesterday until 01:00 or 02:00 in Sweden. Timestamps, as in the log, stay in UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def day_of(moment: datetime) -> str:
    """Return the day of an aware `moment` in Sweden, as 2026-11-24. Raises OverflowError beyond the years 1 to 9999."""
    return moment.astimezone(SWEDEN).date().isoformat()


def today() -> str:
    """Return the current day in Sweden, as 2026-11-24."""
    return day_of(datetime.now(tz=UTC))
