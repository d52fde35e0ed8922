"""Sign that parts thousands in the numbers of a column, a point or a comma: decided by all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.(?:[0-9]{3}\.)*[0-9]{3}|,(?:[0-9]{3},)*[0-9]{3})")
SEVERAL_DIGITS = re.compile(r"[-+]?[1-9][0-9]{1,2}")


def thousands_sign(numbers: Sequence[str], *, decimal_sign: str, is_rate: bool, are_whole: bool = False) -> str | None:
    """Return the sign that parts thousands in a column, "" for none, None where a sign with three digits behind it may be either.

    It is the sign that a number has more than once or before the other one; else the only sign, if three digits stand behind each and the
    numbers are no shares or means, which are seldom that large. Beside "1,2" a comma is the decimal sign, so that "1.200" has thousands.

    `decimal_sign` is that of the file, "" where it has none, `are_whole` is True for numbers that have no decimals, such as of employees.
    """
    with_sign = [number for number in numbers if "." in number or "," in number]
    certain = {sign for number in with_sign for sign in _certain_signs(number)}
    if len(certain) == 1 and all(map(THOUSANDS.match, (number for number in with_sign if not certain.isdisjoint(number)))):
        return certain.pop()
    if is_rate:
        return ""
    signs = [sign for sign in ".," if _with(sign, with_sign) and _can_part(sign, with_sign)]
    if decimal_sign == "," and is_thousands(_with(",", with_sign)):
        return _beside_decimal_commas(numbers, are_whole=are_whole)
    if not signs and is_thousands(with_sign):
        return None  # "1.200" beside "3,500"
    if len(signs) != 1:
        return ""
    (sign,) = signs
    is_written_by_program = decimal_sign == sign == "." and not any(number.endswith("0") for number in _with(sign, with_sign))
    return "" if is_written_by_program else sign


def _beside_decimal_commas(numbers: Sequence[str], *, are_whole: bool) -> str | None:
    """Return the sign that parts thousands where the file has decimal commas, and each comma has three digits behind it: "4,500".

    It is the comma only where other numbers show it: "1.5", or "85" beside "4,500", which with three decimals would be "85,000".
    """
    commas, points = _with(",", numbers), _with(".", numbers)
    if points:
        return "." if is_thousands(points) else ","
    has_zeros = any(number.endswith("0") for number in commas)
    return "," if are_whole or (has_zeros and any(map(SEVERAL_DIGITS.fullmatch, numbers))) else None


def _with(sign: str, numbers: Sequence[str]) -> list[str]:
    return [number for number in numbers if sign in number]


def _can_part(sign: str, numbers: Sequence[str]) -> bool:
    """Return True if three digits stand behind each such sign and the other sign, where there is one, is certainly a decimal sign."""
    others = [number for number in numbers if sign not in number]
    return is_thousands(_with(sign, numbers)) and not (others and is_thousands(others))


def _certain_signs(number: str) -> Iterator[str]:
    """Yield the sign that can only part thousands in a number: it is there more than once, or before the other one."""
    for sign, other in (".,", ",."):
        if number.count(sign) > 1 or -1 < number.find(sign) < number.find(other):
            yield sign


def is_thousands(numbers: Sequence[str]) -> bool:
    """Return True if each number has three digits behind each of its signs, such as "1.200", and at least one is there."""
    return bool(numbers) and all(map(THOUSANDS.fullmatch, numbers))
