"""Texts of the filters by the own columns of a visitor's list: their names are the headings and values of that list."""

from __future__ import annotations

from components.content.filters.dimension_texts import DimensionTexts
from components.content.filters.filter_options import Names, sorted_by_name
from components.content.filters.filter_words import chosen_values, count_values, without_values
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.own_filters import filter_columns, filter_values


def own_filter_texts(number: int) -> DimensionTexts:
    """Return the texts of the filter by an own column with this number, counted from 0."""

    def legend(dataset: Dataset, _texts: Texts) -> str:
        return filter_columns(dataset.tables.own_columns)[number].heading

    def names(dataset: Dataset, texts: Texts) -> Names:
        return {code: f"{legend(dataset, texts)}: {name}" for code, name in options(dataset, texts).items()}

    def options(dataset: Dataset, texts: Texts) -> Names:
        values: Names = dataset.cached(
            ("own options", number, texts.language),
            lambda: sorted_by_name(filter_values(dataset.tables.own_columns, number), texts),
        )
        return values

    return DimensionTexts(
        legend=legend,
        names=names,
        options=options,
        count=count_values,
        chosen=chosen_values,
        without=without_values,
        removal=lambda count, texts: texts.ngettext("Remove the value", "Remove the values", count),
        parameter=lambda texts: texts.gettext("Value of a column of the visitor's own list; can be repeated."),
    )
