"""Known headings: which cells of a row are headings of a list, in any of the usual spellings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from data.files.axis_headings import heading_of_axis
from data.text import fold

MAX_HEADING_LENGTH = 80  # characters
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PARTS = re.compile("[/,]")  # of "Län/region" and "Kommun, län"
SUFFIXES = (" namn", " name", " kod", " code")

# Questions of web forms, folded.
ASKS_NAME = re.compile(
    r"(?:vad heter|(?:ange )?namn(?:et)? pa|vad ar namnet pa|what is the name of|name of)(?: \w+)? "
    r"?(klust(?:er|ret)|cluster|organisation|organization|foretag|bolag|forening|association|company|natverk|network|verksamhet|projekt)\w*"
)
NAMES_IN_QUESTIONS = {"klustret": "kluster", "natverk": "organisation", "network": "organisation", "verksamhet": "organisation",
               "association": "forening", "projekt": "namn"}  # fmt: skip
QUESTION_NUMBER = re.compile(
    r"^\s*(?:(?:q|v|var|fråga|question)?\s*[0-9]{1,2}[a-z]?\s*[.):_-]+|(?:q|fråga|question)\s*[0-9]{1,2}\s)\s*", re.IGNORECASE
)
ASKS_PLACE = re.compile(
    r"(?:i |pa |in |var |ange )?(?:vilket|vilken|which|what|ert|er|your) (lan|kommun|ort|region|county|municipality|town)\b.*"
)

Known = Collection[str]  # headings as `data.text.fold` gives them


def count_known(cells: Sequence[str], known: Known) -> int:
    """Return how many different known headings a row holds."""
    return len({found for cell in cells if known and (found := known_heading(cell, known))})


def known_heading(cell: str, known: Known) -> str:
    """Return the known heading that a cell holds, also with a unit, a remark in brackets or two names: "Län/region (kod)". "" if none."""
    if not cell or len(cell) > MAX_HEADING_LENGTH:
        return ""
    return next((spelling for spelling in _spellings(cell) if spelling in known), "")


def heading_of_question(cell: str) -> str:
    """Return the heading, folded, that a question of a web form stands for: "I vilket län ligger ni?" is "lan". "" for any other text.

    A question for the name of an organisation is a heading of organisations, which goes before the "Namn" of the person who answers.
    """
    question = fold(without_number(cell))
    if name := ASKS_NAME.fullmatch(question):
        return NAMES_IN_QUESTIONS.get(name[1], name[1])
    place = ASKS_PLACE.fullmatch(question)
    return place[1] if place else ""


def without_number(cell: str) -> str:
    """Return a heading without the number of a question in front: "1. Kommun", "Q1_Kommun" and "v1_kommun" are "Kommun"."""
    return QUESTION_NUMBER.sub("", cell)


def _spellings(cell: str) -> Iterator[str]:
    """Yield the folded forms of a heading that may be known."""
    whole = fold(cell)
    yield whole
    if axis := heading_of_axis(cell):
        yield axis
    if (bare := without_number(cell)) != cell:
        yield from _spellings(bare)
    plain = IN_BRACKETS.sub(" ", cell)
    yield fold(plain)
    if len(parts := PARTS.split(plain)) > 1:
        yield from map(fold, parts)
    if heading := heading_of_question(cell):
        yield heading
    for suffix in SUFFIXES:
        if whole.endswith(suffix):
            yield whole.removesuffix(suffix)
