"""Numbers of own columns as people write them, with one unit for a whole column and words such as "ca": "ca 40 st", "1 200 kr"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.number_parsers import WORDS_BEFORE

MIN_CODE_DIGITS = 5  # numbers of at least so many digits, all of one length, are codes, such as postcodes
MAX_UNIT_LENGTH = 20  # characters
MAX_NUMBER_LENGTH = 30  # characters; longer ones are no amounts
NUMBER = r"-?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,][0-9]+)?"
LETTER = r"[^\W\d_]"
SIGNS = "%‰€$£°"
# Behind a space a unit is any word or two; close to the number only signs and the commonest units, since "12a" is no number of anything.
UNIT = rf"\s+(?:{LETTER}|[{SIGNS}])(?:{LETTER}|[./²³])*(?: {LETTER}+\.?)?"
CLOSE_UNIT = rf"[{SIGNS}]|st\.?|kr|tkr|mkr|mnkr|msek|sek|eur|km|m|m²|m³|ha|kg|ton|kwh|mwh|gwh|kw|mw|gw|år"
CELL = re.compile(rf"(?P<number>{NUMBER})(?P<more>\s*\+)?(?P<unit>{UNIT}|(?:{CLOSE_UNIT}))?", re.IGNORECASE)
MINUS = str.maketrans({"\u2212": "-"})
MONTH = re.compile(
    "jan(uari|uary)?|feb(ruari|ruary)?|mars?|march|apr(il)?|maj|may|june?|juni|july?|juli|aug(usti|ust)?|sep(tember)?|o[kc]t(ober)?|"
    "nov(ember)?|dec(ember)?"
)  # behind a day, which is no amount


@dataclass(frozen=True)
class Numbers:
    """Numbers in the texts of a column.

    Attributes:
        by_text: Number of each text.
        unit: What they have behind them, such as "kr"; "" for nothing.
    """

    by_text: Mapping[str, float]
    unit: str = ""


@dataclass(frozen=True)
class _Part:
    number: str
    unit: str
    is_plain: bool


def read_numbers(texts: Iterable[str]) -> Numbers | None:
    """Return the numbers in the texts of a column; None if one has none, if their units differ, or if they are codes.

    Codes have zeros in front, or many digits and all the same length.
    """
    parts = {text: part for text in set(texts) if (part := _part(text))}
    if len(parts) < len(set(texts)):
        return None
    units = {part.unit for part in parts.values() if part.unit}
    if len(units) > 1 or any(map(MONTH.fullmatch, units)) or _are_codes(list(parts.values())):
        return None
    return Numbers({text: to_number(part.number) for text, part in parts.items()}, "".join(units))


def to_number(text: str) -> float:
    """Return the number that a text of digits stands for, as "1 234,5"."""
    return float(re.sub(r"[ \u00a0\u202f]", "", text.translate(MINUS)).replace(",", "."))


def _part(text: str) -> _Part | None:
    plain = text.translate(MINUS)
    match = CELL.fullmatch(WORDS_BEFORE.sub("", plain))
    unit = (match["unit"] or "").strip().casefold().rstrip(".") if match else ""
    if not match or len(unit) > MAX_UNIT_LENGTH or len(match["number"]) > MAX_NUMBER_LENGTH:
        return None
    return _Part(match["number"], unit, is_plain=match["number"] == plain)


def _are_codes(parts: list[_Part]) -> bool:
    numbers = [part.number for part in parts]
    if any(len(number) > 1 and number[0] == "0" and number[1].isdigit() for number in numbers):
        return True
    lengths = {len(number) for number in numbers}
    has_one_length = len(parts) > 1 and len(lengths) == 1 and min(lengths) >= MIN_CODE_DIGITS
    return has_one_length and all(part.is_plain and part.number.isdigit() for part in parts)
