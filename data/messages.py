"""Words that tell what is wrong: English here, with the values in them kept apart so that a page can say them in another language."""

from __future__ import annotations

from collections.abc import Mapping


class Message(str):  # noqa: SLOT000 - it carries what it was made of
    """A text in English, and what it was made of: `text` with places for `parts`."""

    text: str
    parts: Mapping[str, object]


def message(text: str, **values: object) -> Message:
    """Return `text` with the values put in."""
    said = Message(text % values if values else text)
    said.text, said.parts = text, values
    return said
