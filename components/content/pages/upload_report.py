"""Report on an upload: numbers of rows, recognised columns, interpreted values, and problems, in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping

from components.content.table.column_names import column_names
from components.content.wording.row_words import WORDS, counted_rows, row_words
from components.core.i18n import Texts
from components.dataset.upload_reader import UploadResult
from data.errors import Problem
from data.list_report import kind_sentence, notes_of_kind, personal_data, taken_sentence, without_county
from data.messages import Message
from data.notes import NoteKind
from data.reading_report import shorten


def upload_report(upload: UploadResult, texts: Texts) -> dict[str, object]:
    """Return the values of the template `upload_report`."""
    names = _column_names(upload, texts)
    return {
        "name": upload.name,
        "rows": counted_rows(upload.dataset, len(upload.dataset.clusters), texts) if upload.dataset else "",
        "names": upload.names,
        "row_kinds": [(kind, words(texts)[0]) for kind, words in WORDS.items()],
        "without_county": without_county(upload.dataset.clusters, texts) if upload.dataset else "",
        "personal_data": personal_data(upload.dataset.tables, texts) if upload.dataset else (),
        "columns": [(heading, names.get(column, column)) for heading, column in upload.columns],
        "unused": [(unused.heading, unused.nearest) for unused in upload.unused],
        "taken": taken_sentence(upload.report, texts),
        "kinds": {kind.name.lower(): notes_of_kind(upload.report, kind, texts) for kind in NoteKind},
        "sentences": {kind.name.lower(): kind_sentence(kind, upload.report.counts.get(kind, 0), texts) for kind in NoteKind},
        "problems": [
            (problem.row, shorten(_column(problem, upload, names)), shorten(_value(problem, texts)), texts.translate(problem.allowed))
            for problem in upload.problems
        ],
        "more": upload.more_problems,
        "marks_problems": bool(upload.report.of_kind(NoteKind.LEFT_OUT) or any(problem.row for problem in upload.problems)),
        "marks_interpretations": bool(upload.report.of_kind(NoteKind.UNDERSTOOD)),
    }


def _column_names(upload: UploadResult, texts: Texts) -> dict[str, str]:
    """Return the names of all columns that a list may have, also of those that the page about the data leaves out."""
    _ = texts.gettext
    return column_names(texts) | {
        "id": "id",
        "name": row_words(upload.dataset, texts).heading if upload.dataset else _("Cluster"),
        "municipality_code": _("Municipality"),
        "focus_text_sv": _("Focus in words"),
        "focus_text_en": _("Focus in words"),
        "description_sv": _("Description"),
        "description_en": _("Description"),
        "town": _("Town"),
        "coordinates": _("Coordinates"),
        "x": _("Coordinates"),
        "y": _("Coordinates"),
        "lat": _("Latitude (WGS 84)"),
        "lon": _("Longitude (WGS 84)"),
        "place": _("Place"),
        "status_note_sv": _("About the status"),
        "status_note_en": _("About the status"),
        "inferred": _("Inferred values"),
    }


def _column(problem: Problem, upload: UploadResult, names: Mapping[str, str]) -> str:
    """Return the heading of a problem's column in the file, or the column's name in the app where the file has no such heading."""
    headings = {*(heading for heading, _ in upload.columns), *(unused.heading for unused in upload.unused)}
    return problem.column if problem.column in headings else names.get(problem.column, problem.column)


def _value(problem: Problem, texts: Texts) -> str:
    """Return the wrong value, or "" for a problem of the whole file: its value is a library's message, meant for operators."""
    concerns_file = problem.row is None and not problem.column and not isinstance(problem.value, Message)
    return "" if concerns_file else texts.translate(problem.value) or texts.gettext("nothing")
