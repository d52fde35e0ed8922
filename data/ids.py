"""Ids for clusters whose list has none: made from the name, so that an address leads to the same cluster tomorrow."""

from __future__ import annotations

from data.errors import Problem
from data.files.cells import Cells
from data.messages import message
from data.text import MAX_SLUG_LENGTH, to_slug
from data.validation import Values


def make_ids(cells: Cells, values: Values) -> tuple[list[str], list[Problem]]:
    """Return an id for each row, made from its name; the second of a name has its municipality or county in it too.

    A further one of the same name and place is a problem.
    """
    first: dict[str, int] = {}
    ids: list[str] = []
    problems: list[Problem] = []
    rows = zip(cells.numbers, values["name"], values["municipality_code"], values["region_codes"], strict=True)
    for number, name, municipality, regions in rows:
        place = municipality or (regions[0] if regions else "sverige")
        slug = to_slug(name)
        own = slug if slug not in first else f"{slug[: MAX_SLUG_LENGTH - len(place) - 1]}-{place}"
        seen = first.setdefault(own, number)
        ids.append(own)
        if seen != number:
            problems.append(
                Problem(
                    cells.name,
                    number,
                    "",
                    name,
                    message("a name of its own in its place, or a column id; row %(row)d has the same", row=seen),
                )
            )
    return ids, problems
