"""Cluster ids for lists without a column `id`: derived from the names, so that links stay valid when the list is read again."""

from __future__ import annotations

from data.errors import Problem
from data.files.cells import Cells
from data.messages import message
from data.text import MAX_SLUG_LENGTH, to_slug
from data.validation import Values

NO_COUNTY = "sverige"


def make_ids(cells: Cells, values: Values) -> tuple[list[str], list[Problem]]:
    """Return an id for each row, made from its name, and a problem for each row whose id is in use already.

    When a name occurs again, the code of the cluster's municipality or first county is added to its id.
    """
    first_rows: dict[str, int] = {}
    ids: list[str] = []
    problems: list[Problem] = []
    rows = zip(cells.row_numbers, values["name"], values["municipality_code"], values["region_codes"], strict=True)
    for number, name, municipality, regions in rows:
        area = municipality or (regions[0] if regions else NO_COUNTY)
        slug = to_slug(name)
        cluster_id = slug if slug not in first_rows else f"{slug[: MAX_SLUG_LENGTH - len(area) - 1]}-{area}"
        first_row = first_rows.setdefault(cluster_id, number)
        ids.append(cluster_id)
        if first_row != number:
            allowed = message(
                "a name that is unique in its municipality or county, or a column named id; row %(row)d has the same name", row=first_row
            )
            problems.append(Problem(cells.name, number, "", name, allowed))
    return ids, problems
