"""Text of a JSON file: one document, or objects one after the other (JSON Lines), also with stray commas or broken objects among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from data.errors import unreadable
from data.files.reading import Reading
from data.messages import message

MAX_BROKEN = 20  # objects; with more the file is no JSON
BETWEEN = re.compile(r"[\s,]*")
START_OF_LIST = re.compile(r"[\s,]*\[")
END_OF_LIST = re.compile(r"[\s,]*\]")
NAMED_LIST = re.compile(r'"(?:features|data|items|results|records|rows|clusters|value|elements)"\s*:\s*\[')
NEXT_OBJECT = re.compile(r"[\r\n]+\s*(?=\{)")
STRAY_COMMA = re.compile(r",(?=\s*[\]}])")
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
DECODER = json.JSONDecoder()


def parse_json(text: str, reading: Reading) -> Any:
    """Return the document of a text, or the list of its objects; a broken one among them is its text, which is no object.

    Raises ValueError where it is no JSON, and ClusterDataError for a list without its end, since nobody knows what is missing.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reason = error
    repaired = _without_stray_commas(text)
    try:
        return json.loads(repaired)
    except json.JSONDecodeError:
        items = list(_objects(repaired, reading))
    if not any(isinstance(item, dict) for item in items):
        raise reason
    return items


def _without_stray_commas(text: str) -> str:
    """Return the text without commas before the end of a list or an object, outside its texts."""
    parts, last = list[str](), 0
    for quoted in TEXT.finditer(text):
        parts += [STRAY_COMMA.sub("", text[last : quoted.start()]), quoted[0]]
        last = quoted.end()
    return "".join([*parts, STRAY_COMMA.sub("", text[last:])])


def _objects(text: str, reading: Reading) -> Iterator[Any]:
    """Yield the objects that stand one after the other; of a broken one its text, up to the next line that begins with an object."""
    at, is_list = _start(text)
    broken = 0
    while (at := _next(text, at)) < len(text) and not (is_list and END_OF_LIST.match(text, at)):
        try:
            item, end = DECODER.raw_decode(text, at)
            yield item
        except json.JSONDecodeError:
            broken += 1
            following = NEXT_OBJECT.search(text, at)
            end = following.end() if following else len(text)
            if broken > MAX_BROKEN or (is_list and not following):
                break
            yield text[at:end].strip()
        at = end
    if is_list and not END_OF_LIST.match(text, at):
        needed = message("the whole file: fetch or save it again")
        raise unreadable(reading.name, message("the list in the file is cut off or broken: its end is missing"), needed)


def _start(text: str) -> tuple[int, bool]:
    """Return where the first object begins, and whether that is in a list."""
    if outer := START_OF_LIST.match(text):
        return outer.end(), True
    try:
        DECODER.raw_decode(text, _next(text, 0))
    except json.JSONDecodeError:
        if inner := NAMED_LIST.search(text):
            return inner.end(), True
    return 0, False


def _next(text: str, at: int) -> int:
    """Return where the next value begins, behind white space and commas."""
    found = BETWEEN.match(text, at)
    return found.end() if found else at
