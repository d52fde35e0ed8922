"""Values of cells as text: numbers, dates and lists as a CSV file would have them."""

from __future__ import annotations

import math
from datetime import datetime, time, timedelta
from decimal import Decimal


def to_text(value: object) -> str:
    """Return a cell's value as it would stand in a CSV file."""
    if isinstance(value, list | tuple):
        return ";".join(map(to_text, value))
    if isinstance(value, float | Decimal):
        return _number_to_text(value)
    if isinstance(value, datetime):
        has_time = value.time() != time.min
        return value.isoformat(" ", "seconds" if value.second else "minutes") if has_time else value.date().isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if value is None or isinstance(value, bytes) else str(value)


def _number_to_text(number: float | Decimal) -> str:
    if math.isnan(number):
        return ""
    return str(int(number)) if math.isfinite(number) and number == int(number) else str(number)
