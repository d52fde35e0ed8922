"""Texts on the latest known status of a cluster, with the year of its latest trace, and on its present name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from components.content.wording.inferred_texts import with_probably
from components.content.wording.name_lists import within_sentence
from components.core.i18n import Texts
from components.dataset.dataset import Dataset

RENAMED = "renamed"
YEAR_OF_TRACE = {RENAMED, "moved", "unknown"}  # statuses with which a year alone would be read as that of the change


def has_status_years(dataset: Dataset) -> bool:
    """Return True if the list has a year of any status."""
    has_years: bool = dataset.cached("status years", lambda: bool(dataset.clusters["status_year"].notna().any()))
    return has_years


def status_text(status: tuple[str | None, Any, Collection[str]], names: Mapping[str, str], texts: Texts, *, has_years: bool) -> str | None:
    """Return a status with the year of the latest trace, such as "Active (2023)"; None for a cluster without one.

    `status` is its code, its year or a missing value, and the cluster's inferred columns; `names` has the names of the statuses. Without
    `has_years` the list has no years of statuses.
    """
    _ = texts.gettext
    code, year, inferred = status
    if not code:
        return None
    is_sure = "status" not in inferred
    shown_year = "" if pd.isna(year) else with_probably(f"{year:.0f}", "status_year", inferred if is_sure else (), texts)
    name = names[code] if is_sure else _("Probably %s") % within_sentence(names[code])
    if not has_years:
        return name
    if code in YEAR_OF_TRACE:
        return _("%(status)s, last seen %(year)s") % {"status": name, "year": shown_year} if shown_year else name
    undated = _("undated source")
    return f"{name} ({shown_year or undated})"


def status_with_present_name(cells: tuple[Any, ...], names: Mapping[str, str], texts: Texts, *, has_years: bool) -> str | None:
    """Return the status as `status_text` does, with the present name of a renamed cluster, such as "Now OpenTech, last seen 2024".

    `cells` as for `status_text`, then the present name or None.
    """
    present_name = cells[-1]
    if not present_name:
        return status_text(cells[:-1], names, texts, has_years=has_years)
    present = texts.gettext("Now %(name)s") % {"name": present_name}
    status = status_text(cells[:-1], {**names, RENAMED: present}, texts, has_years=has_years)
    return status if cells[0] == RENAMED else ". ".join(filter(None, (present, status)))


def status_facts_text(cluster: Mapping[str, Any], names: Mapping[str, str], inferred: Collection[str], texts: Texts) -> str:
    """Return a status and its year as a sentence each, or "" for a cluster without one."""
    _ = texts.gettext
    status, year = cluster["status"], cluster["status_year"]
    if not status:
        return ""
    is_sure = "status" not in inferred
    name = names[status] if is_sure else _("Probably %s") % within_sentence(names[status])
    if pd.isna(year):
        return _("%(status)s. The source is undated.") % {"status": name}
    return _("%(status)s. Latest trace: %(year)s.") % {
        "status": name,
        "year": with_probably(f"{year:.0f}", "status_year", inferred if is_sure else (), texts),
    }


def name_with_present(names: tuple[str, str | None], texts: Texts) -> str:
    """Return the name of a cluster, followed by its present name where it has been renamed: "Mobile Heights, now OpenTech"."""
    name, present_name = names
    return texts.gettext("%(name)s, now %(present)s") % {"name": name, "present": present_name} if present_name else name
