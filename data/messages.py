"""Translatable messages of validation: an English template and its values, which a page formats in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping


class Message(str):  # noqa: SLOT000 - it carries its template and values
    """An English text, with the template and the values that it was formatted from.

    Attributes:
        text: Template with %-placeholders; the msgid of the translation.
        values: Values of the placeholders, by name.
    """

    text: str
    values: Mapping[str, object]


def message(text: str, **values: object) -> Message:
    """Return the template `text` formatted with `values`."""
    formatted = Message(text % values if values else text)
    formatted.text, formatted.values = text, values
    return formatted
