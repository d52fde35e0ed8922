"""Texts of a cluster that its list has in both languages, such as the description, in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import Texts
from data.languages import LANGUAGES


def localized_text(cluster: Mapping[str, Any], name: str, texts: Texts) -> str | None:
    """Return the cluster's text `name` in the visitor's language, else in the other one; None where it has neither."""
    languages = sorted(LANGUAGES, key=lambda language: language != texts.language)
    localized: str | None = next((text for language in languages if (text := cluster[f"{name}_{language}"])), None)
    return localized
