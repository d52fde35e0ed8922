"""Words of the filters other than that by county: the number of codes, the chosen ones, and those without clusters, after "none"."""

from __future__ import annotations

from collections.abc import Sequence

from components.content.wording.name_lists import are_many, join_after_none, join_names, within_sentence
from components.core.i18n import Texts


def count_municipalities(number: int, texts: Texts) -> str:
    """Return a number of municipalities."""
    return texts.ngettext("%d municipality", "%d municipalities", number) % number


def count_focus_areas(number: int, texts: Texts) -> str:
    """Return a number of focus areas."""
    return texts.ngettext("%d focus area", "%d focus areas", number) % number


def count_ecosystems(number: int, texts: Texts) -> str:
    """Return a number of EU ecosystems."""
    return texts.ngettext("%d EU ecosystem", "%d EU ecosystems", number) % number


def count_themes(number: int, texts: Texts) -> str:
    """Return a number of themes of the counties' priorities."""
    return texts.ngettext("%d county priority", "%d county priorities", number) % number


def count_labels(number: int, texts: Texts) -> str:
    """Return a number of labels."""
    return texts.ngettext("%d label", "%d labels", number) % number


def count_statuses(number: int, texts: Texts) -> str:
    """Return a number of statuses."""
    return texts.ngettext("%d status", "%d statuses", number) % number


def count_values(number: int, texts: Texts) -> str:
    """Return a number of values of an own column."""
    return texts.ngettext("%d value", "%d values", number) % number


def chosen_municipalities(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen municipalities: "the municipality of Lund". Some have the name of their county."""
    if are_many(names):
        return count_municipalities(len(names), texts)
    return texts.ngettext("the municipality of %s", "the municipalities of %s", len(names)) % join_names(names, texts)


def without_municipalities(names: Sequence[str], texts: Texts) -> str:
    """Return municipalities as they follow "none": "in the municipality of Lund"."""
    if are_many(names):
        return texts.gettext("in %s") % count_municipalities(len(names), texts)
    listed = texts.ngettext("the municipality of %s", "the municipalities of %s", len(names)) % join_after_none(names, texts)
    return texts.gettext("in %s") % listed


def chosen_focus_areas(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen focus areas: "digital technology and tourism"."""
    return count_focus_areas(len(names), texts) if are_many(names) else join_names(list(map(within_sentence, names)), texts)


def without_focus_areas(names: Sequence[str], texts: Texts) -> str:
    """Return focus areas as they follow "none"."""
    if are_many(names):
        return texts.gettext("in %s") % count_focus_areas(len(names), texts)
    listed = join_after_none(list(map(within_sentence, names)), texts)
    return texts.ngettext("in the focus area %s", "in the focus areas %s", len(names)) % listed


def chosen_ecosystems(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen ecosystems."""
    if are_many(names):
        return count_ecosystems(len(names), texts)
    return texts.ngettext("EU ecosystem %s", "EU ecosystems %s", len(names)) % join_names(_quoted(names, texts), texts)


def without_ecosystems(names: Sequence[str], texts: Texts) -> str:
    """Return ecosystems as they follow "none"."""
    if are_many(names):
        return texts.gettext("in %s") % count_ecosystems(len(names), texts)
    listed = join_after_none(_quoted(names, texts), texts)
    return texts.ngettext("in the EU ecosystem %s", "in the EU ecosystems %s", len(names)) % listed


def chosen_themes(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen themes of the counties' priorities."""
    if are_many(names):
        return count_themes(len(names), texts)
    return texts.gettext("county priority %s") % join_names(_quoted(names, texts), texts, "or")


def without_themes(names: Sequence[str], texts: Texts) -> str:
    """Return themes as they follow "none": "in counties with the priority “Food”"."""
    if are_many(names):
        return texts.gettext("with any of %s") % count_themes(len(names), texts)
    return texts.gettext("in counties with the priority %s") % join_names(_quoted(names, texts), texts, "or")


def _quoted(names: Sequence[str], texts: Texts) -> list[str]:
    """Return names that would not read as such inside a sentence, such as "Digital", in quotation marks."""
    return [texts.gettext("“%s”") % name for name in names]


def chosen_labels(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen levels of the label."""
    return texts.gettext("latest known label %s") % join_names(list(map(within_sentence, names)), texts, "or")


def without_labels(names: Sequence[str], texts: Texts) -> str:
    """Return levels of the label as they follow "none"."""
    return texts.gettext("with the %s label") % join_after_none(list(map(within_sentence, names)), texts)


def chosen_statuses(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen statuses."""
    return texts.gettext("latest known status %s") % join_names(_quoted(names, texts), texts, "or")


def without_statuses(names: Sequence[str], texts: Texts) -> str:
    """Return statuses as they follow "none"."""
    return texts.gettext("with the status %s") % join_after_none(_quoted(names, texts), texts)


def chosen_values(names: Sequence[str], texts: Texts) -> str:
    """Return the chosen values of an own column, as they are written: "A or B"."""
    return count_values(len(names), texts) if are_many(names) else join_names(names, texts, "or")


def without_values(names: Sequence[str], texts: Texts) -> str:
    """Return values of an own column as they follow "none"."""
    return texts.gettext("with %s") % join_after_none(names, texts)
