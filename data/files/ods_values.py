"""Values of the cells of an ODS file as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from data.files.cell_values import to_text
from data.files.number_formats import formatted_number

NUMBERS = {"float", "percentage", "currency"}
TRUTHS = {"of:=TRUE()": "True", "of:=FALSE()": "False"}  # formulas by which LibreOffice keeps the truth values of workbooks


def ods_value(attributes: Mapping[str, str], texts: Sequence[str]) -> str:
    """Return the value of a cell with these attributes and texts, as it would stand in a CSV file. Raises ValueError."""
    kind = attributes.get("value-type", "")
    if truth := TRUTHS.get(attributes.get("formula", "")):
        return truth
    if kind in NUMBERS:
        currency = attributes.get("currency", "") if kind == "currency" else ""
        return formatted_number(float(attributes.get("value", "nan")), "%" if kind == "percentage" else f'0 "{currency}"')
    if kind == "date":
        return _day_or_moment(attributes.get("date-value", ""))
    if kind == "boolean":
        return str(attributes.get("boolean-value") == "true")
    return attributes.get("string-value") or "".join(texts)


def _day_or_moment(text: str) -> str:
    """Return the value of a cell of dates; the time of day only where it is not midnight."""
    try:
        return to_text(datetime.fromisoformat(text))
    except ValueError:
        return text[:10]
