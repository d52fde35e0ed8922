"""Texts on the label of a cluster: its level, its year, and how long it is valid."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from components.content.wording.inferred_texts import marked, with_probably
from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from data.calendar_day import today

PILOT_YEAR = 2018


def has_label_dates(dataset: Dataset) -> bool:
    """Return True if the list has a date of any label."""
    has_dates: bool = dataset.cached("label dates", lambda: bool(dataset.clusters[["label_date", "label_expires"]].notna().any(axis=None)))
    return has_dates


def label_text(label: tuple[str | None, str | None, str | None], names: Mapping[str, str], texts: Texts, *, has_dates: bool) -> str | None:
    """Return a label with its year, such as "Bronze (2018)" or "Bronze, expired 2020"; None for a cluster without one.

    `label` is its level, the date of its award and its last day; `names` has the names of the levels. Without `has_dates` the list has no
    dates of labels, and the text is the name alone.
    """
    _ = texts.gettext
    level, awarded, expires = label
    if not level:
        return None
    if expires and _is_past(expires):
        return _("%(label)s, expired %(year)s") % {"label": names[level], "year": expires[:4]}
    if not has_dates:
        return names[level]
    year = awarded[:4] if awarded else _("year not known")
    return f"{names[level]} ({year})"


def label_facts_text(cluster: Mapping[str, Any], names: Mapping[str, str], inferred: Collection[str], texts: Texts) -> str:
    """Return a label with its dates and its validity, or "" for a cluster without one; `inferred` are the cluster's inferred columns."""
    _ = texts.gettext
    if not cluster["label"]:
        return ""
    awarded = _("year not known")
    if cluster["label_date"]:
        awarded = with_probably(cluster["label_date"], "label_date", inferred, texts)
    validity = _("not known whether it is still valid")
    if expires := cluster["label_expires"]:
        last_day = with_probably(expires, "label_expires", inferred, texts)
        validity = (_("expired %s") if _is_past(expires) else _("valid until %s")) % last_day
    name = names[cluster["label"]]
    return f"{marked(name, 'label', inferred, texts)} ({awarded}; {validity})"


def pilot_label_text(level: str | None, names: Mapping[str, str]) -> str:
    """Return the label that a cluster received in S3-piloten, such as "Bronze (2018)", or "" for a cluster without one."""
    return f"{names[level]} ({PILOT_YEAR})" if level else ""


def _is_past(expires: str) -> bool:
    """Return True if a last day, month or year (2026-11-23, 2026-11 or 2026) is over."""
    return today()[: len(expires)] > expires
