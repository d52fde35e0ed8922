"""Encoding of text files: UTF-8, UTF-16 and UTF-32 with or without a mark, and by its letters Windows-1252, MacRoman or DOS."""

from __future__ import annotations

import codecs
import re

from data.errors import unreadable
from data.files.note_list import NoteList
from data.files.reading import Reading
from data.messages import message

MARKS = (  # the longest first: that of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
SINGLE_BYTE = {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp850": "MS-DOS (850)"}  # the likeliest first
SAMPLE_BYTES = 4096
MAX_SAMPLE_LETTERS = 5000
MIN_SHARE_OF_ZEROS = 0.3  # of every second byte, in UTF-16
MAX_SHARE_OF_CONTROLS, MIN_CONTROLS = 0.05, 5  # of a text's characters
UNKNOWN = "\ufffd"
END_OF_FILE = "\x1a\x00 \t\r\n\ufeff"  # what DOS programs and copies of disk blocks leave at the end of a text
CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
UTF_8_LETTER = re.compile(rb"[\xc3\xc4\xc5\xe2][\x80-\xbf]")
WEIGHTS = {**dict.fromkeys("åäöÅÄÖ", 2), **dict.fromkeys("éÉüÜ", 1), **dict.fromkeys("èàáíóôëçñß", 0)}  # of letters
PUNCTUATION = "–—’‘“”„»«…·§°½¼€©®™´•²³×\xa0\xad"


def decode(reading: Reading, content: bytes) -> str:
    """Return the text of a file, without marks and what stands behind its end. Raises ClusterDataError for what is no text."""
    encoding = _unicode_encoding(content)
    text = content.decode(encoding, errors="replace") if encoding else _decode_single_bytes(content, reading.notes)
    body = text.lstrip("\ufeff").rstrip(END_OF_FILE)
    end = text[len(text.rstrip(END_OF_FILE)) :]
    text = body + "\n" if "\n" in end or "\r" in end else body  # a text that is cut off has no line end
    sample = text[:SAMPLE_BYTES]
    if len(CONTROL.findall(sample)) > max(MIN_CONTROLS, MAX_SHARE_OF_CONTROLS * len(sample)):
        raise unreadable(reading.name, "", message("a text file (CSV) or a workbook (.xlsx); the content of this file is neither"))
    if lost := text.count(UNKNOWN):
        reading.notes.understood(
            message("characters that no encoding explains were read as “%(mark)s” (%(count)d)", mark=UNKNOWN, count=lost)
        )
    return text


def _unicode_encoding(content: bytes) -> str:
    """Return the Unicode encoding of a file, "" if it has none."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:SAMPLE_BYTES]
    zeros = [sample[start::4].count(0) / max(1, len(sample[start::4])) for start in range(4)]
    is_zero = [share > MIN_SHARE_OF_ZEROS for share in zeros]
    by_zeros = {
        (False, True, True, True): "utf-32-le", (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le", (True, False, True, False): "utf-16-be",
    }  # fmt: skip
    if encoding := by_zeros.get((is_zero[0], is_zero[1], is_zero[2], is_zero[3]), ""):
        return encoding
    try:
        codecs.decode(content, "utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _decode_single_bytes(content: bytes, notes: NoteList) -> str:
    """Return text whose letters are single bytes, in some of its lines perhaps UTF-8."""
    encoding = max(SINGLE_BYTE, key=lambda candidate: _plausibility(content, candidate))  # of equals the first
    if encoding != "cp1252":
        notes.understood(message("the text was read as %(encoding)s", encoding=SINGLE_BYTE[encoding]))
    elif UTF_8_LETTER.search(content):
        return _decode_lines(content, notes)
    return content.decode(encoding, errors="replace")


def _decode_lines(content: bytes, notes: NoteList) -> str:
    """Return text that is UTF-8 in some lines and Windows-1252 in others, as two programs have written it."""
    lines = []
    for number, line in enumerate(re.split(rb"(?<=\n)|(?<=\r)(?!\n)", content), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
            notes.understood(message("this line was read as Windows-1252, others as UTF-8"), number)
    return "".join(lines)


def _plausibility(content: bytes, encoding: str) -> int:
    """Return how well the letters beyond ASCII suit Swedish text if the content is read in `encoding`."""
    text = content.decode(encoding, errors="replace")
    found = re.finditer(r"[^\x00-\x7f]", text)
    return sum(_weight(text, match.start()) for _, match in zip(range(MAX_SAMPLE_LETTERS), found, strict=False))


def _weight(text: str, at: int) -> int:
    """Return the plausibility of one character in its word."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in PUNCTUATION:
        return 0
    if char not in WEIGHTS:
        return -2
    beside = before + after
    if (char.isupper() and before.islower()) or (char.islower() and after.isupper()):
        return -3
    is_alone = not any(map(str.isalpha, beside)) or any(map(str.isdigit, beside))
    return -1 if is_alone else WEIGHTS[char]
