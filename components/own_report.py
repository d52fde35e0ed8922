"""What a visitor reads of what became of their file."""

from __future__ import annotations

from collections.abc import Mapping

from components.own_reading import OwnList, short
from components.quality import column_names
from components.texts import Texts
from data.errors import Problem
from data.words import Said

MOST_NAMED = 5  # clusters


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
        "no_room": kept.no_room,
        "columns": [(heading, names.get(column, column)) for heading, column in kept.columns],
        "left_out": kept.left_out,
        "problems": [
            (problem.row, short(_column(problem, kept, names)), short(_found(problem, texts)), texts.told(problem.allowed))
            for problem in kept.problems
        ],
        "more": kept.more_problems,
    }


def _without_county(kept: OwnList, texts: Texts) -> str:
    """Return in words which clusters have no county: a row of totals, perhaps, that is no cluster."""
    if not kept.catalogue:
        return ""
    clusters = kept.catalogue.clusters
    names = [short(name) for name in clusters["name"][~clusters["region_codes"].map(bool)]]
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
