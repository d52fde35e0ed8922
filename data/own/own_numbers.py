"""Numbers of own columns, with one unit for a whole column, and notes on the texts that are read otherwise or are no numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.messages import Message, message
from data.own.own_headings import names_amounts, names_codes, names_counts, names_rates
from data.own.own_number_forms import RANGE, Part, is_negative_otherwise, read_part, to_number
from data.own.own_units import Conversion, choose_conversion, is_known_unit, read_unit, written
from data.own.thousands_signs import is_thousands, thousands_sign

MIN_CODE_DIGITS = 5  # numbers of at least so many digits, all of one length, are codes, such as postcodes
MIN_NUMBERS, MAX_SHARE_OF_TEXTS = 5, 0.1  # of the cells of a column of numbers in which a few others stand
MAX_SHARE_OF_TOLD_TEXTS = 0.5  # of the cells of a column that is kept as text: its numbers would be expected to count
MAX_UNITS_SHOWN = 5
MAX_EXAMPLE_LENGTH = 30  # characters
MAX_DECIMALS = 3  # that languages write
NO_NUMBER = message("no number, so it is kept as text and counts for nothing in the sum")
OTHER_UNIT = message("a number in another unit, so it is kept as text and counts for nothing in the sum")
SHARES = {"%", "‰"}
MONTH = re.compile(
    "jan(uari|uary)?|feb(ruari|ruary)?|mars?|march|apr(il)?|maj|may|june?|juni|july?|juli|aug(usti|ust)?|sep(t(ember)?)?|o[kc]t(ober)?|"
    "nov(ember)?|dec(ember)?"
)  # behind a day, which is no amount


@dataclass(frozen=True)
class Numbers:
    """Numbers in the texts of a column.

    Attributes:
        by_text: Number of each text that is one.
        unit: What they have behind them, such as "kr"; "" for nothing.
        notes: Note on a text that was read in another way than written, or that is no number.
        reason: Why the column is kept as text though it has numbers, None where it is a column of numbers.
    """

    by_text: Mapping[str, float]
    unit: str = ""
    notes: Mapping[str, Message] = field(default_factory=dict)
    reason: Message | None = None


def read_numbers(texts: Sequence[str], heading: str = "", *, decimal_sign: str = "") -> Numbers | None:
    """Return the numbers in the filled cells of a column; None if it is none of numbers, or of codes.

    Numbers in different units are converted into one where that is certain; else the column has no numbers but a reason. Of many numbers a
    few cells may be something else, also a number in another unit. Codes have such a heading, zeros in front, or many digits and all the
    same length. `decimal_sign` is the usual one of the file, "" where it has none.
    """
    found = {text: part for text in dict.fromkeys(texts) if (part := read_part(text))}
    units = Counter(found[text].unit for text in texts if text in found)
    conversion = choose_conversion(units, heading)
    parts = {text: part for text, part in found.items() if part.unit in conversion.factors}
    if conversion.unit in SHARES and any(not part.unit and 0 < abs(to_number(part.number)) < 1 for part in parts.values()):
        parts = {text: part for text, part in parts.items() if part.unit}  # 0.12 beside 12 % may be the same
    if MONTH.fullmatch(conversion.unit) or _are_codes(list(parts.values() or found.values()), heading):
        return None
    others = [text for text in texts if text not in parts]
    if not parts or _are_too_many(others, texts):
        are_amounts = len(units) > 1 and any(map(is_known_unit, units)) and not _are_too_many([t for t in texts if t not in found], texts)
        is_certain = not conversion.unit or is_known_unit(conversion.unit)
        reason = _different_units(units) if are_amounts else _other_texts(others, texts) if is_certain else None
        return Numbers({}, reason=reason) if reason else None
    signs = _signs(parts, heading, decimal_sign)
    by_text = {text: _converted(part, signs[text], conversion) for text, part in parts.items()}
    notes = {text: OTHER_UNIT if text in found else NO_NUMBER for text in others}
    for text, part in parts.items():
        is_converted = conversion.converts(part.unit)
        if is_converted or _has_sign(part.number, signs[text]) or is_negative_otherwise(text):
            notes[text] = _read_as(by_text[text], written(conversion.unit) if is_converted else "")
    return Numbers(by_text, written(conversion.unit), notes)


def _has_sign(number: str, sign: str | None) -> bool:
    """Return True for a number with the sign that parts thousands in its column, or with one that elsewhere may do so."""
    if sign == "":
        return False
    return is_thousands([number]) or (sign is not None and sign in number)


def _read_as(number: float, unit: str) -> Message:
    """Return the note on a number; one in another unit has few decimals, so that a language can write it in its own way."""
    text = f"{number:.12g}"
    if not unit:
        return message("read as %(value)s", value=text)
    return message("read as %(value)s %(unit)s", value=number if number == round(number, MAX_DECIMALS) else text, unit=unit)


def _are_too_many(others: Sequence[str], texts: Sequence[str]) -> bool:
    """Return True if the cells without a number are too many for a column of numbers."""
    return bool(others) and (len(others) > MAX_SHARE_OF_TEXTS * len(texts) or len(texts) < MIN_NUMBERS)


def _other_texts(others: Sequence[str], texts: Sequence[str]) -> Message | None:
    """Return why a column with numbers is kept as text: ranges or other texts are among them; None for one that has few numbers."""
    ranges = [text for text in others if RANGE.fullmatch(text)]
    if ranges and len(others) < len(texts):
        return message("ranges such as “%(example)s” among the numbers, so the column is kept as text and has no sum", example=ranges[0])
    if not 0 < len(others) <= MAX_SHARE_OF_TOLD_TEXTS * len(texts):
        return None
    shown = others[0][:MAX_EXAMPLE_LENGTH] + ("…" if len(others[0]) > MAX_EXAMPLE_LENGTH else "")
    return message("texts such as “%(example)s” among the numbers, so the column is kept as text and has no sum", example=shown)


def _different_units(units: Counter[str]) -> Message:
    names = [written(name) for name, _ in units.most_common() if name]
    shown = ", ".join(names[:MAX_UNITS_SHOWN]) + (" …" if len(names) > MAX_UNITS_SHOWN else "")
    if units[""]:
        return message("numbers without a unit beside numbers in %(units)s, so the column is kept as text and has no sum", units=shown)
    return message("numbers in different units (%(units)s), so the column is kept as text and has no sum", units=shown)


def _signs(parts: Mapping[str, Part], heading: str, decimal_sign: str) -> dict[str, str | None]:
    """Return the sign that parts thousands in each text, "" for none, None for either; numbers of one size are judged together."""
    is_rate, are_whole = names_rates(heading), names_counts(heading)
    by_size: dict[float, list[str]] = {}
    for text, part in parts.items():
        by_size.setdefault(read_unit(part.unit).factor, []).append(text)
    signs = dict[str, str | None]()
    for texts in by_size.values():
        numbers = [parts[text].number for text in texts]
        sign = thousands_sign(numbers, decimal_sign=decimal_sign, is_rate=is_rate, are_whole=are_whole)
        signs |= dict.fromkeys(texts, sign)
    return signs


def _converted(part: Part, sign: str | None, conversion: Conversion) -> float:
    """Return a number in the unit of its column; a quotient like 0.1 times 3 is rounded to the digits that it has."""
    number, factor = to_number(part.number.replace(sign, "") if sign else part.number), conversion.factors[part.unit]
    return number if factor == 1 else float(f"{number * factor:.12g}")


def _are_codes(parts: Sequence[Part], heading: str) -> bool:
    numbers = [part.number for part in parts]
    if names_codes(heading) or any(len(number) > 1 and number[0] == "0" and number[1].isdigit() for number in numbers):
        return True
    lengths = {len(number) for number in numbers}
    has_one_length = len(parts) > 1 and len(lengths) == 1 and min(lengths) >= MIN_CODE_DIGITS
    return has_one_length and all(part.is_plain and part.number.isdigit() for part in parts) and not names_amounts(heading)
