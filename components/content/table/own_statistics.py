"""Sums and medians of the own columns of a visitor's list, as sentences."""

from __future__ import annotations

import numpy as np
from babel.numbers import format_decimal

from components.content.table.own_cells import own_columns
from components.content.table.shown_columns import shown_columns
from components.core.i18n import Texts
from components.dataset.view import View
from data.own.own_columns import Kind, OwnColumn, statistics


def statistics_texts(view: View) -> list[str]:
    """Return sum and median of each shown column of numbers among the matching rows, as "Employees: sum 310, median 12 (58 rows)"."""
    texts, rows = view.texts, np.flatnonzero(view.match.mask).tolist()
    sentences = []
    for code in shown_columns(view):
        column = own_columns(view.dataset)[code]
        found = statistics(column, rows) if column.kind is Kind.NUMBER else None
        if found is None:
            continue
        median = number_text(found.middle, texts, is_year=column.are_years)
        values = {"sum": number_text(found.total, texts), "median": median, "count": texts.number(found.count)}
        sentences.append(statistics_template(column, texts) % {**values, "column": column.heading_with_unit})
    return sentences


def statistics_template(column: OwnColumn, texts: Texts) -> str:
    """Return the sentence with the statistics of a column of numbers, with placeholders: column, sum, median and count."""
    if column.has_sum:
        return texts.gettext("%(column)s: sum %(sum)s, median %(median)s (of %(count)s values)")
    return texts.gettext("%(column)s: median %(median)s (of %(count)s values)")


def number_text(number: float, texts: Texts, *, is_year: bool = False) -> str:
    """Return a number with at most two decimals, as the language writes it; a year without a space or comma among its digits."""
    return format_decimal(round(number, 2), locale=texts.locale, group_separator=not is_year)
