"""What a visitor reads of what became of their file."""

from __future__ import annotations

from collections.abc import Mapping

from components.content.column_names import column_names
from components.core.i18n import Texts
from components.dataset.upload import UploadResult, shorten
from data.errors import Problem
from data.messages import Message

MAX_NAMED = 5  # clusters


def upload_report(kept: UploadResult, texts: Texts) -> dict[str, object]:
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
        "clusters": len(kept.dataset.clusters) if kept.dataset else 0,
        "without_county": _without_county(kept, texts),
        "no_room": kept.no_room,
        "columns": [(heading, names.get(column, column)) for heading, column in kept.columns],
        "left_out": kept.left_out,
        "problems": [
            (problem.row, shorten(_column(problem, kept, names)), shorten(_found(problem, texts)), texts.translate(problem.allowed))
            for problem in kept.problems
        ],
        "more": kept.more_problems,
    }


def _without_county(kept: UploadResult, texts: Texts) -> str:
    """Return in words which clusters have no county: a row of totals, perhaps, that is no cluster."""
    if not kept.dataset:
        return ""
    clusters = kept.dataset.clusters
    names = [shorten(name) for name in clusters["name"][~clusters["region_codes"].map(bool)]]
    told = texts.ngettext("%(count)s of them has no county: %(names)s", "%(count)s of them have no county: %(names)s", len(names))
    listed = names[:MAX_NAMED] + (["…"] if len(names) > MAX_NAMED else [])
    return told % {"count": texts.number(len(names)), "names": ", ".join(listed)} if names else ""


def _column(problem: Problem, kept: UploadResult, names: Mapping[str, str]) -> str:
    """Return what the file calls the column of a problem, or what a visitor calls it where the file has none."""
    headings = {*(heading for heading, _ in kept.columns), *kept.left_out}
    return problem.column if problem.column in headings else names.get(problem.column, problem.column)


def _found(problem: Problem, texts: Texts) -> str:
    """Return what stands in the file; what a library said of the whole file is for operators."""
    of_file = problem.row is None and not problem.column and not isinstance(problem.value, Message)
    return "" if of_file else texts.translate(problem.value) or texts.gettext("nothing")
