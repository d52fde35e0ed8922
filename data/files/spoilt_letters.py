"""Letters that another program has spoilt: text in UTF-8 that was read as Windows-1252 or Latin-1 and saved again, and entities of HTML."""

from __future__ import annotations

import html
import re

from data.files.note_list import NoteList
from data.messages import message

SECOND_BYTES = "".join(bytes([byte]).decode("cp1252", errors="ignore") for byte in range(0x80, 0xC0)) + "".join(map(chr, range(0x80, 0xA0)))
SPOILT_SWEDISH = re.compile("Ã[¥¤¶…„–©\x85\x84\x96]")  # å, ä, ö, Å, Ä, Ö and é
SPOILT = re.compile(f"[ÂÃ][{re.escape(SECOND_BYTES)}]|â[{re.escape(SECOND_BYTES)}]{{2}}")
ENTITY_OF_A_LETTER = re.compile(r"&(?:[aA]ring|[aAoOuU]uml|[eE]acute|#(?:229|228|246|197|196|214|233));")
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,5});")
MARKUP = frozenset({"&quot;", "&lt;", "&gt;", "&#34;", "&#60;", "&#62;", "&#10;", "&#13;"})  # what they stand for may part cells


def repair_letters(text: str, notes: NoteList) -> str:
    """Return a text with its spoilt letters put right, and note that."""
    for is_spoilt, spoilt, repaired in ((SPOILT_SWEDISH, SPOILT, _from_windows), (ENTITY_OF_A_LETTER, ENTITY, _from_entity)):
        if example := is_spoilt.search(text):
            text = spoilt.sub(repaired, text)
            values = {"wrong": example[0], "right": repaired(example)}
            notes.understood(message("letters that another program has spoilt were put right: “%(wrong)s” to “%(right)s”", **values))
    return text


def _from_windows(found: re.Match[str]) -> str:
    try:
        return b"".join(letter.encode("latin-1" if letter <= "\xff" else "cp1252") for letter in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _from_entity(found: re.Match[str]) -> str:
    return found[0] if found[0] in MARKUP else html.unescape(found[0])
