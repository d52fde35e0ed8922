"""Numbers of own columns, with one unit for a whole column: what a column holds, and what there is to tell of its texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.messages import Message, message
from data.own_headings import names_amounts, names_codes, names_rates
from data.own_number_forms import Part, is_multiple, is_negative_otherwise, read_part, to_number

MIN_CODE_DIGITS = 5  # numbers of at least so many digits, all of one length, are codes, such as postcodes
MIN_NUMBERS, MAX_SHARE_OF_TEXTS = 5, 0.1  # of the cells of a column of numbers in which a few others stand
MONTH = re.compile(
    "jan(uari|uary)?|feb(ruari|ruary)?|mars?|march|apr(il)?|maj|may|june?|juni|july?|juli|aug(usti|ust)?|sep(t(ember)?)?|o[kc]t(ober)?|"
    "nov(ember)?|dec(ember)?"
)  # behind a day, which is no amount
THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.(?:[0-9]{3}\.)*[0-9]{3}|,(?:[0-9]{3},)*[0-9]{3})")


@dataclass(frozen=True)
class Numbers:
    """Numbers in the texts of a column.

    Attributes:
        by_text: Number of each text that is one.
        unit: What they have behind them, such as "kr"; "" for nothing.
        notes: What there is to tell of a text: that it was read in another way than written, or that it is no number.
    """

    by_text: Mapping[str, float]
    unit: str = ""
    notes: Mapping[str, Message] = field(default_factory=dict)


def read_numbers(texts: Sequence[str], heading: str = "", *, has_decimal_points: bool = False) -> Numbers | None:
    """Return the numbers in the filled cells of a column; None if it is none of numbers, if their units differ, or if they are codes.

    Of many numbers a few cells may be something else, also a number with another unit. Codes have such a heading, zeros in front, or many
    digits and all the same length. With `has_decimal_points` a program has written the file, and a single point is a decimal point.
    """
    found = {text: part for text in dict.fromkeys(texts) if (part := read_part(text))}
    unit = _unit_of([found[text].unit for text in texts if text in found])
    units = {unit} if is_multiple(unit) else {unit, ""}
    parts = {text: part for text, part in found.items() if part.unit in units}
    others = [text for text in texts if text not in parts]
    if not parts or (others and (len(others) > MAX_SHARE_OF_TEXTS * len(texts) or len(texts) < MIN_NUMBERS)):
        return None
    if MONTH.fullmatch(unit) or _are_codes(list(parts.values()), heading):
        return None
    written = {text: part.number for text, part in parts.items()}
    sign = _thousands_sign(list(written.values()), has_decimal_points=has_decimal_points, is_rate=names_rates(heading))
    by_text = {text: to_number(number.replace(sign, "") if sign else number) for text, number in written.items()}
    notes = {text: message("no number, so it is kept as text and counts for nothing in the sum") for text in others}
    for text, number in by_text.items():
        if (sign and sign in written[text]) or is_negative_otherwise(text):
            notes[text] = message("read as %(value)s", value=f"{number:.12g}")
    return Numbers(by_text, unit, notes)


def _unit_of(units: Sequence[str]) -> str:
    """Return the unit that most cells of a column have; one that multiplies is that of the column only if most have it."""
    counts = Counter(units)
    unit = max(filter(None, counts), key=counts.__getitem__, default="")
    return "" if is_multiple(unit) and counts[unit] < counts[""] else unit


def _thousands_sign(numbers: Sequence[str], *, has_decimal_points: bool, is_rate: bool) -> str:
    """Return the sign that parts thousands in a column, "" for none.

    It is the sign that a number has more than once or before the other one; else the only sign, if three digits stand behind each and the
    numbers are no shares or means, which are seldom that large.
    """
    with_sign = [number for number in numbers if "." in number or "," in number]
    certain = {sign for number in with_sign for sign in _certain_signs(number)}
    if len(certain) == 1 and all(map(THOUSANDS.match, (number for number in with_sign if not certain.isdisjoint(number)))):
        return certain.pop()
    signs = {sign for number in with_sign for sign in ".," if sign in number}
    if is_rate or len(signs) != 1 or not all(map(THOUSANDS.fullmatch, with_sign)):
        return ""
    (sign,) = signs
    is_written_by_program = has_decimal_points and sign == "." and not any(number.endswith("0") for number in with_sign)
    return "" if is_written_by_program else sign


def _certain_signs(number: str) -> Iterator[str]:
    """Yield the sign that can only part thousands in a number: it is there more than once, or before the other one."""
    for sign, other in (".,", ",."):
        if number.count(sign) > 1 or -1 < number.find(sign) < number.find(other):
            yield sign


def _are_codes(parts: Sequence[Part], heading: str) -> bool:
    numbers = [part.number for part in parts]
    if names_codes(heading) or any(len(number) > 1 and number[0] == "0" and number[1].isdigit() for number in numbers):
        return True
    lengths = {len(number) for number in numbers}
    has_one_length = len(parts) > 1 and len(lengths) == 1 and min(lengths) >= MIN_CODE_DIGITS
    return has_one_length and all(part.is_plain and part.number.isdigit() for part in parts) and not names_amounts(heading)
