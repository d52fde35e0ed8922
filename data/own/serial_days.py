"""Numbers that stand for days: 45000 as a spreadsheet shows 2023-03-15 without its format, and Unix time as map programs write it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta

from data.calendar_day import day_of
from data.own.own_headings import names_amounts
from data.text import fold

DAY_ZERO = date(1899, 12, 30)  # of the numbers from 61 on; before, Excel counts a day that never was
FIRST, LAST = 20_000, 60_000  # October 1954 to April 2064: other numbers are no days that a list has
SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")  # decimals are the time of day
UNIX_TIME = re.compile(r"([0-9]{9,10})(?:[0-9]{3})?(?:\.0+)?")  # seconds or milliseconds
FIRST_SECOND = 500_000_000  # in November 1985
DAYS = re.compile(
    r".*datum\b.*|datum.*|(?:.* )?dates?(?: .*)?|(?:start|slut|fodelse|avtals)dag|(?:medlem|verksam|aktiv) sedan|member since|"
    r"start|slut|end"
)  # folded headings
MOMENTS = re.compile(r"\w+date|(?:skapad|andrad|uppdaterad|created|updated|modified|edited)(?: at| on| datum)?")  # of programs


def day_of_serial(text: str) -> str:
    """Return the day of a serial number, as 2023-03-15; "" for any other text."""
    found = SERIAL.fullmatch(text)
    return (DAY_ZERO + timedelta(days=int(found[1]))).isoformat() if found and FIRST <= int(found[1]) <= LAST else ""


def day_of_unix_time(text: str) -> str:
    """Return the day in Sweden of a number of seconds or milliseconds since 1970, as 2023-03-15; "" for any other text."""
    found = UNIX_TIME.fullmatch(text)
    return day_of(datetime.fromtimestamp(int(found[1]), tz=UTC)) if found and int(found[1]) >= FIRST_SECOND else ""


def days_below(heading: str, texts: Collection[str | None]) -> Mapping[str, str]:
    """Return the day of each number that stands for one below a heading of days; none if a number there does not."""
    folded = fold(heading)
    has_days = bool(DAYS.fullmatch(folded))
    if not (has_days or MOMENTS.fullmatch(folded)) or names_amounts(heading):
        return {}
    numbers = {text for text in texts if text and text.replace(",", "").replace(".", "").isdecimal()}
    days = {text: (has_days and day_of_serial(text)) or day_of_unix_time(text) for text in numbers}
    return days if all(days.values()) else {}
