"""Units of numbers in own columns: which can be converted into each other, such as "mkr", "tkr" and "kr", and by which factor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from data.own.own_headings import names_amounts, names_counts

THOUSAND, MILLION, BILLION = 1e3, 1e6, 1e9  # a billion as in English: "miljard" in Swedish
FACTORS = {
    r"k|t|tusen": THOUSAND,
    r"m|mn|mio|mil?j|mil?jon(?:er)?|million": MILLION,
    r"mdr?|mil?jard(?:er)?|billion|bn": BILLION,
}
BARE_LETTERS = {"t", "m", "mn"}  # without a currency they are tonnes, metres or nothing
CURRENCIES = {
    "kr": "kr", "sek": "kr", "kronor": "kr", "eur": "eur", "euro": "eur", "€": "eur", "usd": "usd", "$": "usd", "gbp": "gbp", "£": "gbp",
    "nok": "nok", "dkk": "dkk",
}  # fmt: skip
CURRENCY = "|".join(map(re.escape, CURRENCIES))
MULTIPLE = re.compile(rf"(?P<word>{'|'.join(FACTORS)})(?: ?(?P<currency>{CURRENCY}))?")
MEASURES = {
    "m": ("m", 1.0), "km": ("m", THOUSAND), "mil": ("m", 1e4),
    "kg": ("kg", 1.0), "ton": ("kg", THOUSAND), "kw": ("kw", 1.0), "mw": ("kw", THOUSAND),
    "gw": ("kw", MILLION), "kwh": ("kwh", 1.0), "mwh": ("kwh", THOUSAND), "gwh": ("kwh", MILLION), "twh": ("kwh", BILLION),
    "m2": ("m2", 1.0), "m²": ("m2", 1.0), "kvm": ("m2", 1.0), "ha": ("m2", 1e4), "km2": ("m2", 1e6), "km²": ("m2", 1e6),
}  # fmt: skip
SIGNS = {"kw": "kW", "mw": "MW", "gw": "GW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "°c": "°C"}  # as they are written
CURRENCY_CODE = re.compile(r"(?P<multiple>m?)(?P<code>sek|eur|usd|gbp|nok|dkk)\b")
OTHERS = {"%", "‰", "st"}  # units that stand for themselves only
AMOUNT_IN_HEADING = re.compile(rf"(?<![^\W_])(?:(?:{'|'.join(FACTORS)}) ?)?(?:{CURRENCY})(?![^\W_])")
MEASURE_IN_HEADING = re.compile(rf"(?:[(\[,]|\bi\b|\s) ?(?P<unit>{'|'.join(sorted(MEASURES, key=len, reverse=True))}) ?(?:[)\]]|$)")
MIN_SHARE_WITHOUT_UNIT = 0.5  # of the numbers: then those without a unit set the tone


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        name: Name as it is written, in lower case; "" for none.
        base: Unit of which it is a multiple, its own name where it is none; "" for a bare word such as "milj".
        factor: How many of the base it is.
        multiplies: True for words such as "mkr": a number without them is not of the same kind.
    """

    name: str
    base: str
    factor: float = 1
    multiplies: bool = False


@dataclass(frozen=True)
class Conversion:
    """Conversion of a column's numbers into one unit.

    Attributes:
        unit: Name of that unit, "" for none.
        factors: Factor of each unit that can be converted into it, by its name.
        is_of_heading: True if the heading names it, so that numbers without a unit have it for certain.
    """

    unit: str
    factors: dict[str, float]
    is_of_heading: bool = False

    def converts(self, unit: str) -> bool:
        """Return True for the name of a unit whose numbers are read as those of another one, for which there is no certain word."""
        is_mixed = any(factor != 1 for factor in self.factors.values())
        return is_mixed and unit != self.unit and not (self.is_of_heading and not unit)


def read_unit(name: str) -> Unit:
    """Return the unit of this name."""
    match = MULTIPLE.fullmatch(name)
    if match and (match["currency"] or match["word"] not in BARE_LETTERS):
        factor = next(factor for words, factor in FACTORS.items() if re.fullmatch(words, match["word"]))
        return Unit(name, CURRENCIES.get(match["currency"] or "", ""), factor, multiplies=True)
    base, factor = MEASURES.get(name, (CURRENCIES.get(name, name), 1.0))
    return Unit(name, base, factor)


def written(name: str) -> str:
    """Return the name of a unit with its capitals, without which "MW" would be something else: "meur" is "MEUR"."""
    return SIGNS.get(name) or CURRENCY_CODE.sub(lambda match: match[0].upper(), name)


def is_known_unit(name: str) -> bool:
    """Return True for a unit that numbers have, in contrast to any other word behind a number."""
    return name in MEASURES or name in CURRENCIES or name in OTHERS or read_unit(name).multiplies


def unit_of_heading(heading: str) -> str:
    """Return the unit that a heading names, as in "Omsättning (tkr)" and "Yta, m²"; "" for none."""
    folded = heading.casefold()
    if amount := AMOUNT_IN_HEADING.search(folded):
        return amount[0]
    measure = MEASURE_IN_HEADING.search(folded)
    return measure["unit"] if measure else ""


def choose_conversion(counts: Counter[str], heading: str) -> Conversion:
    """Return the conversion for numbers with these units, "" for none.

    The unit is that of the heading where the cells name units of its kind, else the most frequent one. Numbers without a unit have that of
    the heading; without one they are of the column's unit, unless that or another unit of the column multiplies: then it is uncertain.
    """
    units = {name: _unit_below(heading, name) for name in counts if name}
    if not units:
        return Conversion("", {"": 1})
    named = read_unit(unit_of_heading(heading))
    most = units[max(units, key=lambda name: counts[name])]
    if named.name and any(unit.base in {named.base, ""} for unit in units.values()):
        return Conversion(named.name, {"": 1} | _factors(units, named, named.base), is_of_heading=True)
    multiples = sum(counts[name] for name, unit in units.items() if unit.multiplies)
    plain_rules = counts[""] >= MIN_SHARE_WITHOUT_UNIT * counts.total()
    if most.multiplies and multiples <= counts[""]:
        return Conversion("", {"": 1})
    bases = {unit.base for unit in units.values() if unit.multiplies and unit.base}
    base = most.base or (next(iter(bases)) if len(bases) == 1 else "")
    factors = _factors(units, most, base)
    is_plain_certain = not most.multiplies and (plain_rules or not any(units[name].multiplies for name in factors))
    return Conversion(most.name, factors | ({"": 1.0} if is_plain_certain else {}))


def _unit_below(heading: str, name: str) -> Unit:
    """Return the unit of this name below a heading: among amounts of money "1.5M" is a multiple, and no length."""
    if name in BARE_LETTERS and names_amounts(heading) and not names_counts(heading):
        factor = next(factor for words, factor in FACTORS.items() if re.fullmatch(words, name))
        return Unit(name, "", factor, multiplies=True)
    return read_unit(name)


def _factors(units: dict[str, Unit], target: Unit, base: str) -> dict[str, float]:
    """Return the factor of each unit that is a multiple of the base; a bare word such as "milj" is one of any base."""
    return {name: unit.factor / target.factor for name, unit in units.items() if unit.base == base or (unit.multiplies and not unit.base)}
