"""Text of a cell as it is read: invisible characters removed, line breaks and white space tidied, placeholders as an empty cell."""

from __future__ import annotations

import re
from collections.abc import Collection

from data.messages import Message, message
from data.text import clean, is_hidden

LINE_BREAK = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]+")  # within a cell, as Excel's Alt+Enter inserts it
MAX_PLACEHOLDER_LENGTH = 20  # characters
IN_BRACKETS = re.compile(r"[(\[<](.*)[)\]>]")
ESCAPE = re.compile(r"^'(?=[=+\-@＝＋－＠])")  # before a text that a spreadsheet would run as a formula, as our own files have it
ONLY_LINES = re.compile(r"[-–—_=. ]{2,}")  # such as "- -"
PLACEHOLDERS = frozenset(  # in lower case
    {
        "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "?", "??", "???", "/", "*", "na", "n/a", "n.a.", "n.a", "nan", "nat",
        "<na>", "\\n", "null", "(null)", "none", "(none)", "nil", "blank", "(blank)", "tomt", "(tomt)", "tbd", "#n/a", "#na", "#saknas!",
        "#ref!", "#referens!", "#value!", "#värdefel!", "#name?", "#namn?", "#div/0!", "#division/0!", "#null!", "#num!", "#ogiltigt!",
        "#spill!", "saknas", "saknar", "okänt", "okänd", "okända", "unknown", "missing", "uppgift saknas", "uppgifter saknas",
        "uppg. saknas", "uppg saknas",
        "data saknas", "värde saknas", "information saknas", "ingen uppgift", "ej känt", "ej känd", "inte känt", "inte känd",
        "ej angivet", "ej angiven", "ej angivit", "ej tillämpligt", "ej aktuellt", "vet ej", "finns ej", "not known", "not available",
        "not applicable", "not found", "no data", "tom", "tba", "inga uppgifter", "uppgift okänd", "i.u.", "ej relevant", "inte relevant",
        "ej ifyllt", "undefined", "välj", "välj i listan", "välj i lista", "välj ett alternativ",
    }
)  # fmt: skip


def without_hidden(text: str, line_break: str = " ") -> tuple[str, Message | None]:
    """Return a cell's text, composed, without invisible characters and with `line_break` for line breaks; and the removed characters."""
    text = without_escape(text)
    if text.isprintable():
        return clean(text), None
    text = LINE_BREAK.sub(line_break, text)
    hidden = dict.fromkeys(filter(is_hidden, text.replace(line_break, " ")))
    if not hidden:
        return clean(text), None
    codes = ", ".join(f"U+{ord(char):04X}" for char in hidden)
    kept = "".join(char for char in text if char == line_break or not is_hidden(char))
    return clean(kept), message("read without invisible characters (%(codes)s)", codes=codes)


def without_escape(text: str) -> str:
    """Return a text without the apostrophe that keeps spreadsheets from running it as a formula."""
    return ESCAPE.sub("", text) if text.startswith("'") else text


def is_placeholder(text: str, meaningful: Collection[str] = ()) -> bool:
    """Return True for a word or sign that people and programs write for "not known", unless it is among the column's `meaningful` words."""
    word = text.casefold() if len(text) <= MAX_PLACEHOLDER_LENGTH else ""
    if word not in PLACEHOLDERS:
        if text[:1].isalnum():  # most cells
            return False
        word = IN_BRACKETS.sub(r"\1", word)
    return (word in PLACEHOLDERS and word not in meaningful) or bool(ONLY_LINES.fullmatch(text))
