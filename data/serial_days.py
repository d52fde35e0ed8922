"""Serial numbers of days, as a spreadsheet shows a day without its format: 45000 is 2023-03-15."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from data.own_headings import names_amounts
from data.text import fold

DAY_ZERO = date(1899, 12, 30)  # of the numbers from 61 on; before, Excel counts a day that never was
FIRST, LAST = 20_000, 60_000  # October 1954 to April 2064: other numbers are no days that a list has
SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")  # decimals are the time of day
DAYS = re.compile(
    r".*datum\b.*|datum.*|(?:.* )?dates?(?: .*)?|(?:start|slut|fodelse|avtals)dag|(?:medlem|verksam|aktiv) sedan|member since|"
    r"start|slut|end"
)  # folded headings


def day_of_serial(text: str) -> str:
    """Return the day of a serial number, as 2023-03-15; "" for any other text."""
    found = SERIAL.fullmatch(text)
    return (DAY_ZERO + timedelta(days=int(found[1]))).isoformat() if found and FIRST <= int(found[1]) <= LAST else ""


def days_below(heading: str, texts: Collection[str | None]) -> Mapping[str, str]:
    """Return the day of each serial number below a heading of days; none if a number there is no serial number."""
    if not DAYS.fullmatch(fold(heading)) or names_amounts(heading):
        return {}
    numbers = {text for text in texts if text and text.replace(",", "").replace(".", "").isdecimal()}
    days = {text: day_of_serial(text) for text in numbers}
    return days if all(days.values()) else {}
