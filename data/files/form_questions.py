"""Questions of web forms as headings: "Vad heter organisationen?" and "Var finns ni?" ask for a name and a place."""

from __future__ import annotations

import re

from data.text import fold

QUESTION_NUMBER = re.compile(
    r"^\s*(?:(?:q|v|var|fråga|question)?\s*[0-9]{1,2}[a-z]?\s*[.):_-]+|(?:q|fråga|question)\s*[0-9]{1,2}\s)\s*", re.IGNORECASE
)
# Patterns of folded text.
NOUN = (
    r"(klust(?:er|ret)|cluster|organisation|organization|foretag|bolag|forening|association|company|natverk|network|verksamhet|projekt)\w*"
)
OWN = r"(?:er|ert|din|ditt|din egen|your) "
WHICH = r"(?:vilket|vilken|which|what)"
ASKS_NAME = tuple(
    re.compile(form)
    for form in (
        rf"(?:vad heter|(?:ange )?namn(?:et)? pa|vad ar namnet pa|what is the name of|name of)(?: \w+)? ?{NOUN}",
        rf"(?:vad heter |what is )?{OWN}{NOUN}(?: s)?(?: namn| name| called)?",
        rf"(?:i |pa |for |in |at )?{WHICH} {NOUN} (?:representerar|foretrader|arbetar|jobbar|tillhor|kommer|do you|are you)\b.*",
    )
)
ASKS_NAME_OF_ALL = re.compile(r"vad heter ni|vilka ar ni|who are you")
NAMES_IN_QUESTIONS = {"klustret": "kluster", "natverk": "organisation", "network": "organisation", "verksamhet": "organisation",
               "association": "forening", "projekt": "namn"}  # fmt: skip
KINDS_OF_PLACES = "(lan|kommun|ort|region|county|municipality|town|city)"
ASKS_KIND_OF_PLACE = re.compile(
    rf"(?:i |pa |in |var |ange )?(?:{WHICH}|ert|er|your) {KINDS_OF_PLACES}\b.*|(?P<where>lan|kommun|ort|county|municipality|town|city) "
    r"(?:dar|i vilken|i vilket|where|in which)\b.*"
)
ASKS_WHERE = re.compile(r"(?:var|vart) (?:finns|ligger|ar|hor|har|sitter|verkar)\b.*|where (?:is|are|do you have)\b.*")
ANY_PLACE = "plats"  # a heading whose cells show whether they are places


def heading_of_question(cell: str) -> str:
    """Return the heading, folded, that a question of a web form stands for: "I vilket län ligger ni?" is "lan". "" for any other text.

    A question for the name of an organisation is a heading of organisations, which goes before the "Namn" of the person who answers.
    """
    question = fold(without_number(cell))
    if name := next(filter(None, (form.fullmatch(question) for form in ASKS_NAME)), None):
        return NAMES_IN_QUESTIONS.get(name[1], name[1])
    if ASKS_NAME_OF_ALL.fullmatch(question):
        return "organisation"
    if place := ASKS_KIND_OF_PLACE.fullmatch(question):
        return place[1] or place["where"]
    return ANY_PLACE if ASKS_WHERE.fullmatch(question) else ""


def without_number(cell: str) -> str:
    """Return a heading without the number of a question in front: "1. Kommun", "Q1_Kommun" and "v1_kommun" are "Kommun"."""
    return QUESTION_NUMBER.sub("", cell)
