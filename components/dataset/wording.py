"""Wording of a dataset: the names of its codes in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.core.i18n import texts_in
from data.languages import Language
from data.lists import Tables


@dataclass(frozen=True)
class Wording:
    """Names of the codes of a dataset, in one language.

    Attributes:
        counties: Name by county code, such as "Skåne län".
        focus: Name by focus code, such as "Digital teknik".
        themes: Name by theme of the counties' priorities, such as "Livsmedel".
        labels: Name by label, such as "Brons".
        statuses: Name by status, such as "Verksamt".
    """

    counties: Mapping[str, str]
    focus: Mapping[str, str]
    themes: Mapping[str, str]
    labels: Mapping[str, str]
    statuses: Mapping[str, str]


def build_wording(language: Language, tables: Tables) -> Wording:
    """Return the names of the codes in a language."""
    _ = texts_in(language).gettext
    return Wording(
        counties=tables.regions.set_index("code")[f"county_{language}"].to_dict(),
        focus=tables.focus_areas.set_index("code")[f"label_{language}"].to_dict(),
        themes=tables.themes.set_index("code")[f"label_{language}"].to_dict(),
        labels={"bronze": _("Bronze"), "silver": _("Silver"), "gold": _("Gold")},
        statuses={
            "active": _("Active"),
            "renamed": _("Renamed"),
            "moved": _("New host or owner"),
            "ended": _("Ended"),
            "unknown": _("Not known today"),
        },
    )
