"""Texts of the filters, one entry for each dimension, for the page, the exports and the descriptions."""

from __future__ import annotations

from collections.abc import Mapping

from components.content.filters.dimension_texts import DimensionTexts
from components.content.filters.filter_options import (
    Names,
    all_municipalities,
    county_names,
    county_options,
    focus_names,
    focus_options,
    label_names,
    municipality_names,
    municipality_options,
    status_names,
    theme_names,
    theme_options,
)
from components.content.filters.filter_words import (
    chosen_ecosystems,
    chosen_focus_areas,
    chosen_labels,
    chosen_municipalities,
    chosen_statuses,
    chosen_themes,
    count_ecosystems,
    count_focus_areas,
    count_labels,
    count_municipalities,
    count_statuses,
    count_themes,
    without_ecosystems,
    without_focus_areas,
    without_labels,
    without_municipalities,
    without_statuses,
    without_themes,
)
from components.content.filters.own_filter_texts import own_filter_texts
from components.content.wording.county_words import chosen_counties, count_counties, without_counties
from components.content.wording.ecosystems import ecosystem_names
from components.content.wording.row_words import are_clusters
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.filters import DIMENSIONS, ECOSYSTEM, FOCUS, LABEL, MUNICIPALITY, OWN, REGION, STATUS, THEME, Dimension


def filter_texts(dimension: Dimension) -> DimensionTexts:
    """Return the texts of a dimension's filter."""
    return FILTER_TEXTS[dimension.name]


def filter_names(dataset: Dataset, texts: Texts) -> dict[str, Names]:
    """Return the names of all codes of each dimension, by the dimension's name."""
    return {dimension.name: filter_texts(dimension).names(dataset, texts) for dimension in DIMENSIONS}


def _themes_note(dataset: Dataset, texts: Texts) -> str:
    _ = texts.gettext
    return _("The county's, not the cluster's. Our own grouping.") if are_clusters(dataset) else _("The county's. Our own grouping.")


FILTER_TEXTS: Mapping[str, DimensionTexts] = {
    REGION.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("County"),
        names=county_names,
        options=county_options,
        count=count_counties,
        chosen=chosen_counties,
        without=without_counties,
        removal=lambda number, texts: texts.ngettext("Remove the county", "Remove the counties", number),
        parameter=lambda texts: texts.gettext("SCB's code of a county; can be repeated."),
        file_word=lambda code, dataset: dataset.regions[code],
    ),
    MUNICIPALITY.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("Municipality"),
        names=municipality_names,
        options=municipality_options,
        count=count_municipalities,
        chosen=chosen_municipalities,
        without=without_municipalities,
        removal=lambda number, texts: texts.ngettext("Remove the municipality", "Remove the municipalities", number),
        parameter=lambda texts: texts.gettext("SCB's code of a municipality; can be repeated."),
        file_word=lambda code, dataset: all_municipalities(dataset)[code],
    ),
    FOCUS.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("Industry focus"),
        names=focus_names,
        options=focus_options,
        count=count_focus_areas,
        chosen=chosen_focus_areas,
        without=without_focus_areas,
        removal=lambda number, texts: texts.ngettext("Remove the focus area", "Remove the focus areas", number),
        parameter=lambda texts: texts.gettext("Code of a focus area; can be repeated."),
    ),
    ECOSYSTEM.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("EU industrial ecosystem"),
        names=ecosystem_names,
        options=ecosystem_names,
        count=count_ecosystems,
        chosen=chosen_ecosystems,
        without=without_ecosystems,
        removal=lambda number, texts: texts.ngettext("Remove the ecosystem", "Remove the ecosystems", number),
        file_word=lambda code, _dataset: f"eu-{code}",
        parameter=lambda texts: texts.gettext("Code of one of the EU's industrial ecosystems; can be repeated."),
    ),
    THEME.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("County priority"),
        names=theme_names,
        options=theme_options,
        count=count_themes,
        chosen=chosen_themes,
        without=without_themes,
        removal=lambda number, texts: texts.ngettext("Remove the priority", "Remove the priorities", number),
        file_word=lambda code, _dataset: f"theme-{code}",
        note=_themes_note,
        parameter=lambda texts: texts.gettext("Code of a theme of the counties' priorities, by our own grouping; can be repeated."),
    ),
    LABEL.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("Latest known label"),
        names=label_names,
        options=label_names,
        count=count_labels,
        chosen=chosen_labels,
        without=without_labels,
        removal=lambda number, texts: texts.ngettext("Remove the label", "Remove the labels", number),
        parameter=lambda texts: texts.gettext("Level of the label; can be repeated."),
    ),
    STATUS.name: DimensionTexts(
        legend=lambda _dataset, texts: texts.gettext("Latest known status"),
        names=status_names,
        options=status_names,
        count=count_statuses,
        chosen=chosen_statuses,
        without=without_statuses,
        removal=lambda number, texts: texts.ngettext("Remove the status", "Remove the statuses", number),
        parameter=lambda texts: texts.gettext("Latest known status of a cluster; can be repeated."),
    ),
    **{dimension.name: own_filter_texts(number) for number, dimension in enumerate(OWN)},
}
