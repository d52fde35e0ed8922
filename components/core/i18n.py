"""The texts in the visitor's language: English in the code, Swedish in a gettext catalogue read with Babel."""

from __future__ import annotations

import functools
import io
from gettext import NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from data.messages import Message
from data.selection import Language

FOLDER = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "klusterkartan"
NAME = "Klusterkartan"  # in either language
GROUPED = 1000  # the smallest number that is written in groups; Babel takes its time for any


class Texts:
    """Translates into one language: `gettext` for a text, `ngettext` for one that depends on a number."""

    def __init__(self, language: Language, catalogue: NullTranslations) -> None:
        self.language = language
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext
        self._found = catalogue.gettext

    def number(self, count: int) -> str:
        """Return a number as the language writes it: 10 000 or 10,000."""
        written: str = format_decimal(count, locale=self.language) if abs(count) >= GROUPED else str(count)
        return written

    def translate(self, said: str) -> str:
        """Return what `data` said of a file in this language; what stands in the file itself stays as it is."""
        if not isinstance(said, Message):
            return said
        words = self._found(said.text)
        parts = {name: self._part(part) if f"%({name})s" in said.text else part for name, part in said.parts.items()}
        return words % parts if parts else words

    def _part(self, part: object) -> object:
        """Return a value for `%(name)s`, where numbers are written as the language does. Years and rows are `%(name)d`: never grouped."""
        if isinstance(part, int):
            return self.number(part)
        return format_decimal(part, locale=self.language) if isinstance(part, float) else part


@functools.cache
def texts_in(language: Language) -> Texts:
    """Return the texts in `language`; the catalogue is read once per process."""
    if language == "en":
        return Texts(language, NullTranslations())
    catalogue = io.BytesIO()
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        write_mo(catalogue, read_po(file, locale=language, domain=DOMAIN, abort_invalid=True))
    catalogue.seek(0)
    return Texts(language, Translations(catalogue, domain=DOMAIN))
