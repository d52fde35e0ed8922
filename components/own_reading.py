"""From a visitor's file to a list that can be shown, or to what is wrong in it, told in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from components.catalogue import Catalogue, Origin, to_catalogue
from components.quality import column_names
from components.texts import Texts
from data.cells import read_cells
from data.clusters import understood
from data.errors import LONGEST_VALUE_SHOWN, ClusterDataError, Problem
from data.lists import Tables, to_tables
from data.rows import OF_A_VISITOR
from data.words import Said

MOST_TOLD, MOST_NAMED = 100, 5


@dataclass(frozen=True)
class OwnList:
    """What became of a file: the list, or why it cannot be shown; which headings were taken for which columns, and which were not."""

    name: str
    catalogue: Catalogue | None
    problems: tuple[Problem, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    read_at: str = field(default_factory=lambda: datetime.now(tz=UTC).isoformat())


def read_own_list(name: str, content: bytes) -> OwnList:
    """Return what becomes of a file's content; nothing that it holds raises an error."""
    try:
        cells = read_cells(name, content, OF_A_VISITOR)
        columns, left_out = understood(cells)
    except ClusterDataError as error:
        return OwnList(name, None, error.problems)
    try:
        found = to_catalogue(Origin(name, own=True, day=datetime.now(tz=UTC).date().isoformat()), _without_sources(to_tables(cells)))
    except ClusterDataError as error:
        return OwnList(name, None, error.problems, columns, left_out)
    return OwnList(name, found, (), columns, left_out)


def _without_sources(tables: Tables) -> Tables:
    """Return the tables without what is said of clusters elsewhere: one of the same name is a stranger."""
    return replace(tables, sources=tables.sources[tables.sources["subject"].isin(tables.regions["code"])])


def report(kept: OwnList, texts: Texts) -> dict[str, object]:
    """Return what the template `own_list_report` shows."""
    _ = texts.gettext
    names = column_names(texts) | {
        "id": "id",
        "name": _("Cluster"),
        "municipality_code": _("Municipality"),
        "focus_text_sv": _("Focus in words"),
        "focus_text_en": _("Focus in words"),
        "description_sv": _("Description"),
        "description_en": _("Description"),
        "lat": _("Latitude (WGS 84)"),
        "lon": _("Longitude (WGS 84)"),
        "place": _("Place"),
    }
    return {
        "name": kept.name,
        "clusters": len(kept.catalogue.clusters) if kept.catalogue else 0,
        "without_county": _without_county(kept, texts),
        "columns": [(_short(heading), names.get(column, column)) for heading, column in kept.columns],
        "left_out": [_short(heading) for heading in kept.left_out],
        "problems": [
            (problem.row, _short(_column(problem, kept, names)), _short(_found(problem, texts)), texts.told(problem.allowed))
            for problem in kept.problems[:MOST_TOLD]
        ],
        "more": max(0, len(kept.problems) - MOST_TOLD),
    }


def _without_county(kept: OwnList, texts: Texts) -> str:
    """Return in words which clusters have no county: a row of totals, perhaps, that is no cluster."""
    if not kept.catalogue:
        return ""
    clusters = kept.catalogue.clusters
    names = [_short(name) for name in clusters["name"][~clusters["region_codes"].map(bool)]]
    told = texts.ngettext("%(count)s of them has no county: %(names)s", "%(count)s of them have no county: %(names)s", len(names))
    listed = names[:MOST_NAMED] + (["…"] if len(names) > MOST_NAMED else [])
    return told % {"count": texts.number(len(names)), "names": ", ".join(listed)} if names else ""


def _column(problem: Problem, kept: OwnList, names: Mapping[str, str]) -> str:
    """Return what the file calls the column of a problem, or what a visitor calls it where the file has none."""
    headings = {*(heading for heading, _ in kept.columns), *kept.left_out}
    return problem.column if problem.column in headings else names.get(problem.column, problem.column)


def _found(problem: Problem, texts: Texts) -> str:
    """Return what stands in the file; what a library said of the whole file is for operators."""
    of_file = problem.row is None and not problem.column and not isinstance(problem.value, Said)
    return "" if of_file else texts.told(problem.value) or texts.gettext("nothing")


def _short(value: str) -> str:
    return value[:LONGEST_VALUE_SHOWN] + ("…" if len(value) > LONGEST_VALUE_SHOWN else "")
