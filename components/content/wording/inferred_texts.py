"""Marks of inferred values: a value that no source states, but that follows from the sources, is shown as probable."""

from __future__ import annotations

from collections.abc import Collection

from components.core.i18n import Texts


def marked(text: str, column: str, inferred: Collection[str], texts: Texts) -> str:
    """Return a value as it stands by itself: "Skara (probably)" where its column is among the `inferred` ones."""
    return texts.gettext("%s (probably)") % text if text and column in inferred else text


def with_probably(text: str, column: str, inferred: Collection[str], texts: Texts) -> str:
    """Return a value as it stands within other text: "probably 2018" where its column is among the `inferred` ones."""
    return texts.gettext("probably %s") % text if column in inferred else text
