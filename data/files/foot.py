"""Rows that are no data: totals, source notes below the table, and headings repeated on each printed page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from data.files.header import Header
from data.files.note_list import NoteList
from data.files.rows import NumberedRow, filled_count
from data.messages import message
from data.text import fold

# Patterns of folded text: without accents, case and punctuation.
TOTAL_WORDS = (
    r"(?:(?:del|slut)?summa|totalt?|totaler|totalsumma|total summa|sub ?total|grand total|sum|antal|medelvarde|genomsnitt|average)"
)
COUNTED = (
    r"(?: (?:antal|kluster|klusterorganisationer|organisationer|medlemmar|rader|poster|foretag|st|clusters|members|rows|organisations|"
    r"of|i|for|totalt?|sammanlagt|lan|landet|sverige|hela|listan|alla|all|number))*"
)
TOTAL = re.compile(rf"{TOTAL_WORDS}{COUNTED}(?: \d+)*(?: st)?")
TOTAL_OF = re.compile(r"(?:(?:del|slut)?summa|sub ?total|totalt? (?:i|for)) .+")
PAGE = re.compile(r"(?:sida|sidan|page) \d+(?: (?:av|of|\d+))*")
NUMBER = re.compile(r"[-+−]?\d[\d\s.,]*(?:%| ?st| ?kr)?")
# Patterns of text in lower case.
NOTE = re.compile(
    r"(?:källa|källor|källhänvisning|sources?|kontakt(?:person|uppgifter)?|contact|(?:senast )?uppdatera[dt]|(?:last )?updated|not|noter|"
    r"fotnot|anm|anmärkning|notes?|obs|observera|licen[sc]e?|copyright|framtage[nt](?: av)?|framställd(?: av)?|sammanställd(?: av)?|"
    r"utskrive[nt]|printed|skapad|created|datum|date|utdrag|uttag|version|ansvarig|kommentar|förklaring|hämtad|retrieved)\s*:"
)
NOTE_ALONE = re.compile(
    r"(?:källa|källor|(?:senast )?uppdatera[dt]|last updated|updated|framtage[nt] av|sammanställd av|utskrive[nt]) \S|©|copyright\b|"
    r"\*+ ?\S|[¹²³]|\(?\d\) \S|#"
)
MIN_WORDS_OF_A_SENTENCE = 5
MAX_LABEL_LENGTH = 60  # characters


def without_repeated_headings(rows: Iterable[NumberedRow], header: Header, notes: NoteList) -> Iterator[NumberedRow]:
    """Yield the rows below the header without those that repeat it or a title above it, as on each page of a printed list."""
    headings = [cell.strip() for cell in header.cells]
    titles = {tuple(cells) for cells in header.titles if filled_count(cells) == 1}
    repeated = message("repeats the headings, or a title above them")
    for number, cells in rows:
        if (cells[0].strip() == headings[0] and [cell.strip() for cell in cells] == headings) or tuple(cells) in titles:
            notes.left_out(repeated, number, value=_shown(cells))
        else:
            yield number, cells


def without_totals(rows: Sequence[NumberedRow], notes: NoteList) -> list[NumberedRow]:
    """Return the rows without totals, and without notes and totals at the foot of the table."""
    foot = _foot_start(rows)
    kept = []
    for index, (number, cells) in enumerate(rows):
        if _is_total(cells):
            notes.left_out(message("a total, and no row of the list"), number, value=_shown(cells))
        elif index >= foot:
            notes.left_out(message("a note, and no row of the list"), number, value=_shown(cells))
        else:
            kept.append((number, cells))
    return kept


def _foot_start(rows: Sequence[NumberedRow]) -> int:
    """Return the index of the first row of the foot: a note, below which no row has several cells but notes and totals."""
    start = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        number, cells = rows[index]
        follows_a_gap = index > 0 and number > rows[index - 1][0] + 1
        if _is_note(cells, follows_a_gap=follows_a_gap) or (index == len(rows) - 1 and _is_bare_sum(cells)):
            start = index
        elif not _is_total(cells) and filled_count(cells) > 1:
            break
    return start


def _is_total(cells: Sequence[str]) -> bool:
    """Return True for a row of a label such as "Totalt" or "Antal: 22" and of nothing but numbers beside it."""
    first, *others = [cell.strip() for cell in cells if cell.strip()]
    if len(first) > MAX_LABEL_LENGTH or not all(map(NUMBER.fullmatch, others)):
        return False
    label = fold(first)
    return bool(TOTAL.fullmatch(label) or (others and TOTAL_OF.fullmatch(label)) or (not others and PAGE.fullmatch(label)))


def _is_bare_sum(cells: Sequence[str]) -> bool:
    """Return True for a row of numbers alone, below columns that begin with the name."""
    return not cells[0].strip() and all(NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip())


def _is_note(cells: Sequence[str], *, follows_a_gap: bool) -> bool:
    """Return True for a row that names a source, a contact, a day or the like, or is a sentence below a blank row."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    first = texts[0].casefold()
    if len(texts) > 1:  # "Källa:" with the source beside it, or with commas in a file that commas part
        return bool(NOTE.match(first))
    is_sentence = follows_a_gap and first.endswith((".", "!", ")")) and len(first.split()) >= MIN_WORDS_OF_A_SENTENCE
    return is_sentence or bool(NOTE.match(first) or NOTE_ALONE.match(first))


def _shown(cells: Sequence[str]) -> str:
    return " · ".join(cell.strip() for cell in cells if cell.strip())
