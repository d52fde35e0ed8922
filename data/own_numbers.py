"""Numbers of own columns as people write them, with one unit for a whole column and words such as "ca": "ca 40 st", "1 200 kr"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.messages import Message, message
from data.number_parsers import WORDS_BEFORE
from data.text import fold

MIN_CODE_DIGITS = 5  # numbers of at least so many digits, all of one length, are codes, such as postcodes
MAX_UNIT_LENGTH = 20  # characters
MAX_NUMBER_LENGTH = 30  # characters; longer ones are no amounts
MIN_NUMBERS, MAX_SHARE_OF_TEXTS = 5, 0.1  # of the cells of a column of numbers in which a few others stand
NUMBER = (
    r"-?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,][0-9]+)?|"
    r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+|(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})"
)
LETTER = r"[^\W\d_]"
SIGNS = "%‰€$£°"
# Behind a space a unit is any word or two; close to the number only signs and the commonest units, since "12a" is no number of anything.
UNIT = rf"\s+(?:{LETTER}|[{SIGNS}])(?:{LETTER}|[./²³])*(?: {LETTER}+\.?)?"
CLOSE_UNIT = rf"[{SIGNS}]|st\.?|kr|tkr|mkr|mnkr|msek|sek|eur|km|m|m²|m³|ha|kg|ton|kwh|mwh|gwh|kw|mw|gw|år"
CELL = re.compile(rf"(?P<number>{NUMBER})(?P<more>\s*\+)?(?P<unit>{UNIT}|(?:{CLOSE_UNIT}))?", re.IGNORECASE)
NEGATIVE = re.compile(rf"\((?P<in_brackets>{NUMBER})\)|(?P<before_sign>{NUMBER})-")  # as accounting programs write negative numbers
MINUS = str.maketrans({"\u2212": "-"})
MONTH = re.compile(
    "jan(uari|uary)?|feb(ruari|ruary)?|mars?|march|apr(il)?|maj|may|june?|juni|july?|juli|aug(usti|ust)?|sep(t(ember)?)?|o[kc]t(ober)?|"
    "nov(ember)?|dec(ember)?"
)  # behind a day, which is no amount
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.(?:[0-9]{3}\.)*[0-9]{3}|,(?:[0-9]{3},)*[0-9]{3})")
AMOUNT = re.compile(  # in a heading, folded: its numbers are no codes
    r"omsattning|intakt|resultat|belopp|summa|budget|anslag|bidrag|stod\b|kostnad|lon\b|lone|kapital|skuld|tillgang|investering|"
    r"finansiering|antal|anstallda|invanare|befolkning|folkmangd|kronor|\b(?:kr|tkr|mkr|sek|eur)\b|turnover|revenue|income|profit|amount|"
    r"sales|cost|grant|funding|capital|assets|employees|number of|population|inhabitants"
)


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


@dataclass(frozen=True)
class _Part:
    number: str
    unit: str
    is_plain: bool


def read_numbers(texts: Sequence[str], heading: str = "", *, is_exact: bool = False) -> Numbers | None:
    """Return the numbers in the filled cells of a column; None if it is none of numbers, if their units differ, or if they are codes.

    Of many numbers a few cells may be something else. Codes have zeros in front, or many digits and all the same length. `is_exact` is True
    for a file whose numbers are no texts, such as a workbook: there a point in a number is always a decimal point.
    """
    parts = {text: part for text in dict.fromkeys(texts) if (part := _part(text))}
    others = [text for text in texts if text not in parts]
    if not parts or (others and (len(others) > MAX_SHARE_OF_TEXTS * len(texts) or len(texts) < MIN_NUMBERS)):
        return None
    units = {part.unit for part in parts.values() if part.unit}
    if len(units) > 1 or any(map(MONTH.fullmatch, units)) or _are_codes(list(parts.values()), heading):
        return None
    written = {text: part.number for text, part in parts.items()}
    sign = _thousands_sign(list(written.values()), is_exact=is_exact)
    by_text = {text: to_number(number.replace(sign, "") if sign else number) for text, number in written.items()}
    notes = {text: message("no number, so it is kept as text and counts for nothing in the sum") for text in others}
    for text, number in by_text.items():
        if (sign and sign in written[text]) or NEGATIVE.fullmatch(text.translate(MINUS)):
            notes[text] = message("read as %(value)s", value=f"{number:.12g}")
    return Numbers(by_text, "".join(units), notes)


def to_number(text: str) -> float:
    """Return the number that a text of digits stands for, as "1 234,5", "1.234,5" and "1.234.567"."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text.translate(MINUS))
    decimal_sign = max(".,", key=plain.rfind)
    for sign in ".,":
        if sign != decimal_sign or plain.count(sign) > 1:
            plain = plain.replace(sign, "")
    return float(plain.replace(",", "."))


def _thousands_sign(numbers: Sequence[str], *, is_exact: bool) -> str:
    """Return the sign that parts thousands in a column, "" for none.

    It is the sign that a number has more than once or before the other one; else the only sign, if three digits stand behind each.
    """
    with_sign = [number for number in numbers if "." in number or "," in number]
    certain = {sign for number in with_sign for sign in _certain_signs(number)}
    if len(certain) == 1 and all(map(THOUSANDS.match, (number for number in with_sign if not certain.isdisjoint(number)))):
        return certain.pop()
    signs = {sign for number in with_sign for sign in ".," if sign in number}
    if len(signs) != 1 or not all(map(THOUSANDS.fullmatch, with_sign)):
        return ""
    (sign,) = signs
    is_written_by_program = is_exact and sign == "." and not any(number.endswith("0") for number in with_sign)
    return "" if is_written_by_program else sign


def _certain_signs(number: str) -> Iterator[str]:
    """Yield the sign that can only part thousands in a number: it is there more than once, or before the other one."""
    for sign, other in (".,", ",."):
        if number.count(sign) > 1 or -1 < number.find(sign) < number.find(other):
            yield sign


def _part(text: str) -> _Part | None:
    plain = text.translate(MINUS)
    if negative := NEGATIVE.fullmatch(plain):
        number = negative["in_brackets"] or negative["before_sign"]
        return None if number.startswith("-") or len(number) > MAX_NUMBER_LENGTH else _Part(f"-{number}", "", is_plain=False)
    match = CELL.fullmatch(WORDS_BEFORE.sub("", plain))
    unit = (match["unit"] or "").strip().casefold().rstrip(".") if match else ""
    if not match or len(unit) > MAX_UNIT_LENGTH or len(match["number"]) > MAX_NUMBER_LENGTH:
        return None
    return _Part(match["number"], unit, is_plain=match["number"] == plain)


def _are_codes(parts: Sequence[_Part], heading: str) -> bool:
    numbers = [part.number for part in parts]
    if any(len(number) > 1 and number[0] == "0" and number[1].isdigit() for number in numbers):
        return True
    lengths = {len(number) for number in numbers}
    has_one_length = len(parts) > 1 and len(lengths) == 1 and min(lengths) >= MIN_CODE_DIGITS
    return has_one_length and all(part.is_plain and part.number.isdigit() for part in parts) and not AMOUNT.search(fold(heading))
