"""Texts on the position of a cluster: in a town, somewhere in its county, or as given in the list."""

from __future__ import annotations

from collections.abc import Collection

from components.content.wording.inferred_texts import marked
from components.content.wording.name_lists import at_start
from components.core.i18n import Texts
from geo.join import COUNTY, GIVEN, SEAT


def position_text(place: str | None, town: str | None, inferred: Collection[str], texts: Texts) -> str:
    """Return the position of a cluster as a part of a sentence, such as "in the town of Lund"; "" where there is none.

    `place` is the kind of the position and `town` the name of the town, both as `geo.join.locate` has them; `inferred` are the cluster's
    inferred columns.
    """
    _ = texts.gettext
    if place == SEAT:
        return marked(_("in the town of %s") % town, "municipality_code", inferred, texts)
    return {COUNTY: _("somewhere in the county"), GIVEN: _("as given in the list")}.get(place or "", "")


def position_line(place: str | None, town: str | None, inferred: Collection[str], texts: Texts) -> str:
    """Return the position as a line of its own, such as "In the town of Lund"; "" where there is none."""
    return at_start(position_text(place, town, inferred, texts))
