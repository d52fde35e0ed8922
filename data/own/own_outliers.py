"""Numbers of an own column with a unit that are far larger than the others: perhaps kronor in a column of millions."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from data.messages import Message, message
from data.own.own_numbers import Numbers
from data.own.own_units import is_known_unit, unit_of_heading, written

TIMES = 1000  # the step from one unit of money to the next
MIN_OTHERS = 2
MAX_SHARE = 0.25  # of the cells: more of them are no exceptions


def notes_on_outliers(texts: Sequence[str], numbers: Numbers, heading: str) -> dict[str, Message]:
    """Return a note on each text of a column whose number is at least TIMES as large as its median number.

    A column without a unit has no such notes, nor has a number that was converted from another unit: that one is certain.
    """
    by_text, unit = numbers.by_text, numbers.unit
    named = unit if is_known_unit(unit.casefold()) else unit_of_heading(heading)
    sizes = [abs(by_text[text]) for text in texts if by_text.get(text)]
    if not named or len(sizes) <= MIN_OTHERS:
        return {}
    middle = median(sizes)
    large = [text for text in texts if abs(by_text.get(text, 0)) >= TIMES * middle]
    if len(large) > MAX_SHARE * len(sizes) and len(large) > 1:
        return {}
    note = message(
        "at least %(times)d times as large as most numbers of the column; kept as it is and part of the sum, so look in your file whether "
        "it is in %(unit)s",
        times=TIMES,
        unit=written(named.casefold()),
    )
    return {text: note for text in large if not (text in numbers.notes and any(map(str.isalpha, text)))}
