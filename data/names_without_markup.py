"""Names of a list without what is written around them: Markdown, HTML, quotation marks, bullets and running numbers."""

from __future__ import annotations

import re

from data.messages import message
from data.notes import NoteKind
from data.reading_report import CellNote
from data.validation import Validated

MAX_LENGTH = 500  # characters; a longer text is no name
RUNS_CODE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)  # a link that is no address
MARK = re.compile(r"""[<\[*_`~"“”„«»'‘’‚•▪◦●·]|^[–#-]""")  # most names have none
LINK = re.compile(r"\[(?P<name>[^\[\]]+)\]\([^()\s]*\)")  # of Markdown
ELEMENT = re.compile(r"<(a|b|i|u|p|em|strong|span)(?:\s[^<>]*)?>(?P<name>[^<>]+)</\1>", re.IGNORECASE)  # with a plain text in it
EMPHASIS = re.compile(r"(\*\*|__|\*|_|`|~~)(?=\S)(?P<name>.+)(?<=\S)\1")
QUOTED = re.compile(r"""["“”„«»](?P<name>[^"“”„«»]+)["“”«»]""")
QUOTED_ONCE = re.compile(r"['‘’‚](?P<name>[^'‘’‚]+)['‘’]")
FORMS = (LINK, ELEMENT, EMPHASIS, QUOTED, QUOTED_ONCE)
BULLET = re.compile(r"^(?:[•▪◦●·*–-]\s+|#{1,6}\s+)")
PLAIN = re.compile(r"\w[\w .,:&+'’/()!–-]*")  # what may be a name; formulas and code stay as they are written
NUMBER = re.compile(r"^\(?([0-9]{1,6})[.):]\s+(?=\S)")
MIN_NUMBERED = 2  # names with running numbers: of a single one the number may be part of it


def read_names_without_markup(validated: Validated) -> None:
    """Replace the names that have something around them, and note each; numbers in front only where each name has another one.

    A file in our own format has its names as they are.
    """
    if validated.headings.are_ours:
        return
    names, title = validated.by_column["name"], validated.headings.title("name")
    for row, written in enumerate(names):
        if written is not None and MARK.search(written) and (name := _bare(written)) != written:
            names[row] = name
            validated.notes.add(row, title, CellNote(NoteKind.UNDERSTOOD, written, message("read as %(value)s", value=name)))
    if _are_numbered(list(filter(None, names))):
        names[:] = [name and NUMBER.sub("", name) for name in names]
        validated.notes.add(
            None, title, CellNote(NoteKind.UNDERSTOOD, "", message("read without the running numbers in front of the names"))
        )


def _bare(written: str) -> str:
    """Return a name without markup; the text itself where no plain name is in it, or where it is a link that runs code."""
    name, before = written if len(written) <= MAX_LENGTH and not RUNS_CODE.search(written) else "", ""
    while name != before:
        before, name = name, BULLET.sub("", name)
        inner = next(filter(None, (form.fullmatch(name) for form in FORMS)), None)
        name = inner["name"].strip() if inner else name
    return name if PLAIN.fullmatch(name) else written


def _are_numbered(names: list[str]) -> bool:
    numbers = [found[1] for name in names if (found := NUMBER.match(name))]
    return len(numbers) == len(names) >= MIN_NUMBERED and len(set(numbers)) == len(numbers)
