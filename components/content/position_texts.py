"""Texts on the position of a cluster: in a town, somewhere in its county, or as given by the list."""

from __future__ import annotations

from components.core.i18n import Texts
from geo.join import COUNTY, GIVEN, SEAT


def position_text(place: str | None, town: str | None, texts: Texts) -> str:
    """Return the position of a cluster as a part of a sentence, such as "in the town of Lund"; "" where there is none.

    `place` is the kind of the position and `town` the name of the town, both as `geo.join.locate` has them.
    """
    _ = texts.gettext
    if place == SEAT:
        return _("in the town of %s") % town
    return {COUNTY: _("somewhere in the county"), GIVEN: _("as given by the list")}.get(place or "", "")


def position_line(place: str | None, town: str | None, texts: Texts) -> str:
    """Return the position as a line of its own, such as "In the town of Lund"; "" where there is none."""
    text = position_text(place, town, texts)
    return text[:1].upper() + text[1:]
