"""Report of the command `python -m data.check`, line by line, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.errors import MAX_PROBLEMS_REPORTED, ClusterDataError, Problem
from data.headings.heading_report import UnusedHeading
from data.list_report import NoteLine, kind_sentence, more_sentence, notes_of_kind, personal_data, taken_sentence, without_county
from data.lists import Tables
from data.notes import NoteKind
from data.reading_report import shorten
from data.translation import Translator

KINDS = (NoteKind.LEFT_OUT, NoteKind.UNDERSTOOD)  # in the order of the report


def refusal_lines(name: str, error: ClusterDataError, texts: Translator) -> Iterator[str]:
    """Yield why a list cannot be used at all."""
    count = len(error.problems) + error.more
    yield f"{name}: " + texts.ngettext("%(count)s problem", "%(count)s problems", count) % {"count": texts.number(count)}
    for problem in error.problems[:MAX_PROBLEMS_REPORTED]:
        yield _problem_line(problem, texts)
    yield from filter(None, [more_sentence(count - min(len(error.problems), MAX_PROBLEMS_REPORTED), texts)])


def list_lines(name: str, tables: Tables, texts: Translator) -> Iterator[str]:
    """Yield what the list holds, what was taken as it is, left out and interpreted, and which rows have no county."""
    report, clusters = tables.report, len(tables.clusters)
    counties = len({code for codes in tables.clusters["region_codes"] for code in codes})
    holds = texts.ngettext(
        "%(count)s cluster in %(counties)d of %(all)d counties", "%(count)s clusters in %(counties)d of %(all)d counties", clusters
    ) % {"count": texts.number(clusters), "counties": counties, "all": len(tables.regions)}
    yield f"{name}: {holds}" + ("" if report.counts else texts.gettext(", no problems"))
    yield from filter(None, [without_county(tables.clusters, texts), *personal_data(tables, texts), taken_sentence(report, texts)])
    for kind in KINDS:
        notes = notes_of_kind(report, kind, texts)
        if notes.count:
            yield kind_sentence(kind, notes.count, texts)
            yield from (f"  {_note_line(note, kind, texts)}" for note in notes.rows)
            yield from filter(None, [more_sentence(notes.more, texts)])


def heading_lines(recognised: Sequence[tuple[str, str]], unused: Sequence[UnusedHeading], texts: Translator) -> Iterator[str]:
    """Yield each heading that is not the name of a column: the column that it means, or that it is kept as it is."""
    _ = texts.gettext
    renamed = [(heading, column) for heading, column in recognised if heading != column]
    if renamed or unused:
        yield _("Recognised headings")
    for heading, column in renamed:
        yield f"  {shorten(heading)}: {column}"
    for other in unused:
        meant = f". {_('Did you mean %(value)s?') % {'value': other.nearest}}" if other.nearest else ""
        yield f"  {shorten(other.heading)}: {_('kept as it is')}{meant}"


def _note_line(note: NoteLine, kind: NoteKind, texts: Translator) -> str:
    _, parts = texts.gettext, []
    if note.row is not None:
        parts.append(" ".join(filter(None, [_("row %(row)s") % {"row": note.row}, more_sentence(note.others, texts)])))
    if note.column:
        parts.append(_("column %(column)s") % {"column": note.column})
    place, value = ", ".join(parts) or _("the whole list"), f"{note.value!r}: " if note.value else ""
    outcome = _("needed: %(allowed)s") % {"allowed": note.text} if kind is NoteKind.LEFT_OUT else note.text
    line = f"{place}: {value}{outcome}"
    return f"{line}. {_('Did you mean %(value)s?') % {'value': note.suggestion}}" if note.suggestion else line


def _problem_line(problem: Problem, texts: Translator) -> str:
    """Return a problem as `str(problem)` in English, and the same in Swedish."""
    _, allowed, value = texts.gettext, texts.translate(problem.allowed), shorten(texts.translate(problem.value))
    if problem.row is None and not problem.column:
        reason = f" ({value!r})" if value else ""
        return _("%(file)s: cannot be used%(reason)s; needed: %(allowed)s") % {
            "file": problem.file,
            "reason": reason,
            "allowed": allowed,
        }
    parts = [problem.file]
    if problem.row is not None:
        parts.append(_("row %(row)s") % {"row": problem.row})
    if problem.column:
        parts.append(_("column %(column)s") % {"column": problem.column})
    if value:
        return f"{', '.join(parts)}: " + _("%(value)s is not allowed; allowed: %(allowed)s") % {"value": repr(value), "allowed": allowed}
    return f"{', '.join(parts)}: " + _("missing; needed: %(allowed)s") % {"allowed": allowed}
