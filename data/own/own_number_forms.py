"""Forms of a number in an own column, as people and programs write it: "ca 40 st", "SEK 1 200", "(123)", "1.2E+06"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.number_parsers import WORDS_BEFORE
from data.own.own_units import read_unit

MAX_UNIT_LENGTH = 20  # characters
MAX_NUMBER_LENGTH = 30  # characters; longer ones are no amounts
MAX_DIGITS_BEHIND_PLUS = 7  # longer ones are numbers of telephones
NUMBER = (
    r"[-+]?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+)(?:[.,][0-9]+)?|"
    r"[-+]?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+|(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})|"
    r"[-+]?[0-9](?:[.,][0-9]+)?e[-+][0-9]{2}|"
    r"[-+]?[.,][0-9]+"  # SPSS writes .98
)
LETTER = r"[^\W\d_]"
SIGNS = "%‰€$£°"
# Behind a space a unit is any word or two; close to the number only signs and the commonest units, since "12a" is no number of anything.
UNIT = rf"\s+(?:k?m[23]|(?:{LETTER}|[{SIGNS}])(?:{LETTER}|[./²³€$£])*(?: {LETTER}+\.?)?)"
CLOSE_UNIT = rf"[km]?€|[{SIGNS}]|st\.?|mnkr|[tmk]?(?:kr|sek|eur)|km|[mk]|m[23²³]|ha|kg|ton|[kmg]wh?|år|\s?[:,]\s?[-–]"  # also 900:-
CURRENCY = r"(?P<currency>mnkr|[tmk]?(?:kr|sek|eur)|usd|gbp|nok|dkk|[€$£])\.?\s*"  # in front
CELL = re.compile(rf"(?:{CURRENCY})?(?P<number>{NUMBER})(?P<more>\s*\+)?(?P<unit>{UNIT}|(?:{CLOSE_UNIT}))?", re.IGNORECASE)
NEGATIVE = re.compile(rf"\((?P<in_brackets>{NUMBER})\)|(?P<before_sign>{NUMBER})-", re.IGNORECASE)  # as accounting programs write them
RANGE = re.compile(r"(?!(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])$)[0-9]{1,6}\s?[-–]\s?[0-9]{1,6}")  # not 2024-05
MINUS = re.compile(r"^[-\u2212–]\s?(?=[0-9])|\u2212")  # a minus sign, or a dash for one, also with a space
UNITS = {"sek": "kr", "kronor": "kr", "pers": "personer", "person": "personer", "styck": "st", "stycken": "st"}  # by other names


@dataclass(frozen=True)
class Part:
    """A number in a cell: its digits with their signs, its unit, and whether it is all that the cell holds."""

    number: str
    unit: str
    is_plain: bool


def read_part(text: str) -> Part | None:
    """Return the number in a text, None where the text is something else."""
    plain = with_minus(text)
    if negative := NEGATIVE.fullmatch(plain):
        number = negative["in_brackets"] or negative["before_sign"]
        return None if number[0] in "-+" or len(number) > MAX_NUMBER_LENGTH else Part(f"-{number}", "", is_plain=False)
    match = CELL.fullmatch(plain) or CELL.fullmatch(WORDS_BEFORE.sub("", plain))
    if not match or len(match["number"]) > MAX_NUMBER_LENGTH:
        return None
    unit = _unit(match)
    digits = sum(map(str.isdigit, match["number"]))
    if len(unit) > MAX_UNIT_LENGTH or (plain.startswith("+") and digits > MAX_DIGITS_BEHIND_PLUS):
        return None
    return Part(match["number"], unit, is_plain=match["number"] == plain)


def is_negative_otherwise(text: str) -> bool:
    """Return True for a negative number that is written without a minus sign in front: "(123)" and "1 300-"."""
    return bool(NEGATIVE.fullmatch(with_minus(text)))


def to_number(text: str) -> float:
    """Return the number that a text of digits stands for, as "1 234,5", "1.234,5", "1.234.567" and "1,2E+06"."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", with_minus(text))
    decimal_sign = max(".,", key=plain.rfind)
    for sign in ".,":
        if sign != decimal_sign or plain.count(sign) > 1:
            plain = plain.replace(sign, "")
    return float(plain.replace(",", "."))


def with_minus(text: str) -> str:
    """Return a text with a hyphen as its minus sign."""
    return MINUS.sub("-", text)


def _unit(match: re.Match[str]) -> str:
    """Return the unit in front of a number or behind it, in lower case, by its usual name; a word such as "milj" may have both."""
    behind, front = ((match[name] or "").strip().casefold() for name in ("unit", "currency"))
    if front and behind and read_unit(f"{plain_unit(behind)} {front}").multiplies:
        return f"{plain_unit(behind)} {front}"
    return front if not behind else plain_unit("kr" if behind[0] in ":," else behind)


def plain_unit(unit: str) -> str:
    """Return a unit in lower case without points, by its usual name."""
    plain = unit.replace(".", "")
    return UNITS.get(plain, plain)
