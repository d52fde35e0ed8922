"""Texts of the filters, one entry for each dimension, for the page, the exports and the descriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.content.ecosystems import ecosystem_names
from components.content.name_lists import join_after_none, join_names, within_sentence
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.filters import DIMENSIONS, ECOSYSTEM, FOCUS, LABEL, REGION, STATUS, Dimension
from data.text import sort_key

GOTLAND = "Gotland"  # an island, for which Swedish has a preposition of its own
MAX_NAMES = 7  # of one filter in a sentence or title; more are counted

Names = Mapping[str, str]  # by code


@dataclass(frozen=True)
class FilterTexts:
    """Texts of one dimension's filter.

    Attributes:
        legend: heading of the filter.
        names: name of each code, as chips and descriptions have it.
        options: name of each code as its button has it, in the order of the buttons: alphabetical, labels by level.
        count: a number of codes, as "4 counties".
        chosen: the chosen codes in words, as sentences and titles begin with them; takes their names from `options`.
        without: chosen codes that no matching cluster has, as they follow "none"; takes their names from `options`.
        removal: "Remove the county", for the number of chosen codes.
        parameter: description of the query parameter.
        file_word: word for a code in file names.
    """

    legend: Callable[[Texts], str]
    names: Callable[[Dataset, Texts], Names]
    options: Callable[[Dataset, Texts], Names]
    count: Callable[[int, Texts], str]
    chosen: Callable[[Sequence[str], Texts], str]
    without: Callable[[Sequence[str], Texts], str]
    removal: Callable[[int, Texts], str]
    parameter: Callable[[Texts], str]
    file_word: Callable[[str, Dataset], str] = lambda code, _dataset: code


def filter_texts(dimension: Dimension) -> FilterTexts:
    """Return the texts of a dimension's filter."""
    return FILTER_TEXTS[dimension.name]


def filter_names(dataset: Dataset, texts: Texts) -> dict[str, Names]:
    """Return the names of all codes of each dimension, by the dimension's name."""
    return {dimension.name: filter_texts(dimension).names(dataset, texts) for dimension in DIMENSIONS}


def _county_names(dataset: Dataset, texts: Texts) -> Names:
    return dataset.wording[texts.language].counties


def _focus_names(dataset: Dataset, texts: Texts) -> Names:
    return dataset.wording[texts.language].focus


def _county_options(dataset: Dataset, texts: Texts) -> Names:
    options: Names = dataset.cached(("county options", texts.language), lambda: _sorted_by_name(dataset.regions, texts))
    return options


def _focus_options(dataset: Dataset, texts: Texts) -> Names:
    options: Names = dataset.cached(("focus options", texts.language), lambda: _sorted_by_name(_focus_names(dataset, texts), texts))
    return options


def _sorted_by_name(names: Names, texts: Texts) -> Names:
    """Return the names in alphabetical order."""
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1], texts.language)))


def _label_names(dataset: Dataset, texts: Texts) -> Names:
    return dataset.wording[texts.language].labels


def _status_names(dataset: Dataset, texts: Texts) -> Names:
    return dataset.wording[texts.language].statuses


def _count_counties(number: int, texts: Texts) -> str:
    return texts.ngettext("%d county", "%d counties", number) % number


def _count_focus_areas(number: int, texts: Texts) -> str:
    return texts.ngettext("%d focus area", "%d focus areas", number) % number


def _count_ecosystems(number: int, texts: Texts) -> str:
    return texts.ngettext("%d EU ecosystem", "%d EU ecosystems", number) % number


def _count_labels(number: int, texts: Texts) -> str:
    return texts.ngettext("%d label", "%d labels", number) % number


def _count_statuses(number: int, texts: Texts) -> str:
    return texts.ngettext("%d status", "%d statuses", number) % number


def _chosen_counties(names: Sequence[str], texts: Texts) -> str:
    return _count_counties(len(names), texts) if _are_many(names) else join_names(names, texts)


def in_counties(names: Sequence[str], texts: Texts) -> str:
    """Return counties as a place: "in Skåne and Halland"; in Swedish it is "på Gotland"."""
    return _place(names, texts, join_names)


def _without_counties(names: Sequence[str], texts: Texts) -> str:
    return _place(names, texts, join_after_none)


def _place(names: Sequence[str], texts: Texts, join: Callable[[Sequence[str], Texts], str]) -> str:
    if _are_many(names):
        return texts.gettext("in %s") % _count_counties(len(names), texts)
    if texts.language == "sv" and GOTLAND in names:
        others = [name for name in names if name != GOTLAND]
        return " samt ".join([*([texts.gettext("in %s") % join(others, texts)] if others else []), f"på {GOTLAND}"])
    return texts.gettext("in %s") % join(names, texts)


def _chosen_focus_areas(names: Sequence[str], texts: Texts) -> str:
    return _count_focus_areas(len(names), texts) if _are_many(names) else join_names(list(map(within_sentence, names)), texts)


def _within_focus_areas(names: Sequence[str], texts: Texts) -> str:
    if _are_many(names):
        return texts.gettext("in %s") % _count_focus_areas(len(names), texts)
    listed = join_after_none(list(map(within_sentence, names)), texts)
    return texts.ngettext("in the focus area %s", "in the focus areas %s", len(names)) % listed


def _chosen_ecosystems(names: Sequence[str], texts: Texts) -> str:
    if _are_many(names):
        return _count_ecosystems(len(names), texts)
    return texts.ngettext("EU ecosystem %s", "EU ecosystems %s", len(names)) % join_names(_quoted(names, texts), texts)


def _in_ecosystems(names: Sequence[str], texts: Texts) -> str:
    if _are_many(names):
        return texts.gettext("in %s") % _count_ecosystems(len(names), texts)
    listed = join_after_none(_quoted(names, texts), texts)
    return texts.ngettext("in the EU ecosystem %s", "in the EU ecosystems %s", len(names)) % listed


def _quoted(names: Sequence[str], texts: Texts) -> list[str]:
    """Return names that would not read as such inside a sentence, such as "Digital", in quotation marks."""
    return [texts.gettext("“%s”") % name for name in names]


def _chosen_labels(names: Sequence[str], texts: Texts) -> str:
    return texts.gettext("latest known label %s") % join_names(list(map(within_sentence, names)), texts, "or")


def _with_labels(names: Sequence[str], texts: Texts) -> str:
    return texts.gettext("with the %s label") % join_after_none(list(map(within_sentence, names)), texts)


def _chosen_statuses(names: Sequence[str], texts: Texts) -> str:
    return texts.gettext("latest known status %s") % join_names(list(map(within_sentence, names)), texts, "or")


def _with_statuses(names: Sequence[str], texts: Texts) -> str:
    return texts.gettext("with the status %s") % join_after_none(list(map(within_sentence, names)), texts)


def _are_many(names: Sequence[str]) -> bool:
    """Return True if these names would make the sentence too long."""
    return len(names) > MAX_NAMES


FILTER_TEXTS: Mapping[str, FilterTexts] = {
    REGION.name: FilterTexts(
        legend=lambda texts: texts.gettext("County"),
        names=_county_names,
        options=_county_options,
        count=_count_counties,
        chosen=_chosen_counties,
        without=_without_counties,
        removal=lambda number, texts: texts.ngettext("Remove the county", "Remove the counties", number),
        parameter=lambda texts: texts.gettext("SCB's code of a county; can be repeated."),
        file_word=lambda code, dataset: dataset.regions[code],
    ),
    FOCUS.name: FilterTexts(
        legend=lambda texts: texts.gettext("Industry focus"),
        names=_focus_names,
        options=_focus_options,
        count=_count_focus_areas,
        chosen=_chosen_focus_areas,
        without=_within_focus_areas,
        removal=lambda number, texts: texts.ngettext("Remove the focus area", "Remove the focus areas", number),
        parameter=lambda texts: texts.gettext("Code of a focus area; can be repeated."),
    ),
    ECOSYSTEM.name: FilterTexts(
        legend=lambda texts: texts.gettext("EU industrial ecosystem"),
        names=ecosystem_names,
        options=ecosystem_names,
        count=_count_ecosystems,
        chosen=_chosen_ecosystems,
        without=_in_ecosystems,
        removal=lambda number, texts: texts.ngettext("Remove the ecosystem", "Remove the ecosystems", number),
        file_word=lambda code, _dataset: f"eu-{code}",
        parameter=lambda texts: texts.gettext("Code of one of the EU's industrial ecosystems; can be repeated."),
    ),
    LABEL.name: FilterTexts(
        legend=lambda texts: texts.gettext("Latest known label"),
        names=_label_names,
        options=_label_names,
        count=_count_labels,
        chosen=_chosen_labels,
        without=_with_labels,
        removal=lambda number, texts: texts.ngettext("Remove the label", "Remove the labels", number),
        parameter=lambda texts: texts.gettext("Level of the label; can be repeated."),
    ),
    STATUS.name: FilterTexts(
        legend=lambda texts: texts.gettext("Latest known status"),
        names=_status_names,
        options=_status_names,
        count=_count_statuses,
        chosen=_chosen_statuses,
        without=_with_statuses,
        removal=lambda number, texts: texts.ngettext("Remove the status", "Remove the statuses", number),
        parameter=lambda texts: texts.gettext("Latest known status of a cluster; can be repeated."),
    ),
}
