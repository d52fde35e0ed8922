"""Report of the command `python -m data.check`, line by line, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.errors import MAX_PROBLEMS_REPORTED, ClusterDataError, Problem
from data.lists import Tables
from data.notes import NoteKind
from data.reading_report import NoteGroup, shorten
from data.recognised import UnusedHeading
from data.translation import Translator


def refusal_lines(name: str, error: ClusterDataError, texts: Translator) -> Iterator[str]:
    """Yield why a list cannot be used at all."""
    count = len(error.problems)
    yield f"{name}: " + texts.ngettext("%(count)s problem", "%(count)s problems", count) % {"count": texts.number(count)}
    for problem in error.problems[:MAX_PROBLEMS_REPORTED]:
        yield _problem_line(problem, texts)
    yield from _more(count - MAX_PROBLEMS_REPORTED, texts)


def list_lines(name: str, tables: Tables, unused: Sequence[UnusedHeading], texts: Translator) -> Iterator[str]:
    """Yield what the list holds, what was left out and understood, and the headings that are not used."""
    _, report = texts.gettext, tables.report
    clusters, counties = len(tables.clusters), len({code for codes in tables.clusters["region_codes"] for code in codes})
    holds = texts.ngettext(
        "%(count)s cluster in %(counties)d of %(all)d counties", "%(count)s clusters in %(counties)d of %(all)d counties", clusters
    ) % {"count": texts.number(clusters), "counties": counties, "all": len(tables.regions)}
    yield f"{name}: {holds}" + ("" if report.counts else _(", no problems"))
    if report.counts:
        yield _("%(rows)s of %(all)s rows are taken exactly as they are.") % {
            "rows": texts.number(report.rows_as_written),
            "all": texts.number(report.rows),
        }
    headings = {NoteKind.LEFT_OUT: _("Left out: %(count)s"), NoteKind.UNDERSTOOD: _("Interpreted: %(count)s")}
    for kind, heading in headings.items():
        if count := report.counts.get(kind, 0):
            yield heading % {"count": texts.number(count)}
            for group in report.of_kind(kind):
                yield f"  {_note_line(group, texts)}"
            yield from _more(report.more(kind), texts)
    if without_place := int((~tables.clusters["region_codes"].map(bool) & tables.clusters["lat"].isna()).sum()):
        line = texts.ngettext("%(count)s cluster has no place on the map.", "%(count)s clusters have no place on the map.", without_place)
        yield line % {"count": texts.number(without_place)}
    for other in unused:
        line = _("Column not used: %(heading)s") % {"heading": shorten(other.heading)}
        yield line + (f" ({_('Did you mean %(value)s?') % {'value': other.nearest}})" if other.nearest else "")


def _note_line(group: NoteGroup, texts: Translator) -> str:
    _, note, parts = texts.gettext, group.note, []
    if note.row is not None:
        parts.append(_("row %(row)s") % {"row": note.row} + _others(group.count - 1, texts))
    if note.column:
        parts.append(_("column %(column)s") % {"column": shorten(note.column)})
    place, value, text = ", ".join(parts) or _("the whole list"), repr(note.value) if note.value else "", texts.translate(note.text)
    outcome = _("needed: %(allowed)s") % {"allowed": text} if note.kind is NoteKind.LEFT_OUT else text
    line = f"{place}: {value}{': ' if value else ''}{outcome}"
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


def _others(count: int, texts: Translator) -> str:
    more = texts.ngettext("and %(count)s more", "and %(count)s more", count) % {"count": texts.number(count)}
    return f" {more}" if count else ""


def _more(count: int, texts: Translator) -> Iterator[str]:
    if count > 0:
        yield _others(count, texts).strip()
