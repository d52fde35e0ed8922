"""Numbers of workbooks as their formats show them: percentages, and amounts with a unit such as "mkr" or "€"."""

from __future__ import annotations

import math
import re

from data.files.cell_values import to_text
from data.own.own_number_forms import plain_unit
from data.own.own_units import CURRENCIES, read_unit

PADDING = re.compile(r"[_*].|\[(?!\$)[^\]]*\]")  # room for a sign, a sign that fills the cell, colours and conditions
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
SCALE = re.compile(r"[0#?](,+)(?![0#?,])")  # each comma behind the last digit divides what is shown by a thousand


def formatted_number(value: float, number_format: str) -> str:
    """Return a number as its format shows it where that changes its meaning: 0.125 in 0.0% is "12.5 %", 5 in 0 "mkr" is "5 mkr"."""
    if not math.isfinite(value):
        return to_text(value)
    section = PADDING.sub("", number_format.partition(";")[0])
    if section.rstrip(' )"').endswith("%"):
        return f"{value * 100:.10g} %"
    unit = _unit(section)
    if not unit:
        return to_text(value)
    scale = SCALE.search(LITERAL.sub("", section))
    return f"{to_text(float(f'{value / 1000 ** len(scale[1]):.15g}') if scale else value)} {unit}"


def _unit(section: str) -> str:
    """Return the multiple or the currency that a format writes beside a number, "" for none.

    A "$" in quotation marks is none: it stands in the formats that each Excel shows with the currency of its own country.
    """
    written = "".join("".join(groups) for groups in LITERAL.findall(section) if groups[0] != "$")
    unit = plain_unit(" ".join(written.split()).casefold())
    return unit if unit in CURRENCIES or read_unit(unit).multiplies else ""
