"""Translation of the messages of this package, from the gettext catalogue of the pages, which Babel reads as a file."""

from __future__ import annotations

import functools
import io
from gettext import NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from data.languages import Language
from data.messages import Message

# A path and no import: the command of this package speaks Swedish with the texts that translators keep in one place.
CATALOGUES = Path(__file__).resolve().parent.parent / "components" / "locale"
DOMAIN = "klusterkartan"
LOCALES: dict[Language, str] = {"sv": "sv_SE", "en": "en_GB"}  # of lists, numbers and dates
MIN_GROUPED = 1000  # smallest number that is written in groups; Babel is slow, so smaller ones do without it


class Translator:
    """Texts of the catalogue in one language.

    Attributes:
        language: Language of the texts.
        locale: Locale of lists, numbers and dates in this language.
        gettext: Returns the translation of a text.
        ngettext: Returns the translation of a text in singular or plural.
    """

    def __init__(self, language: Language, catalogue: NullTranslations) -> None:
        self.language = language
        self.locale = LOCALES[language]
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext
        self._translate = catalogue.gettext  # another name, since the extractor of texts reads every call of `gettext`

    def number(self, count: int) -> str:
        """Return a number grouped as in the language: 10 000 or 10,000."""
        grouped: str = format_decimal(count, locale=self.locale) if abs(count) >= MIN_GROUPED else str(count)
        return grouped

    def translate(self, text: str) -> str:
        """Return a message of this package in the language; any other text, such as a value of a file, is returned unchanged."""
        if not isinstance(text, Message):
            return text
        translation = self._translate(text.text)
        # Only %(name)s is formatted: years and row numbers are %(name)d and never grouped.
        values = {name: self._format(value) if f"%({name})s" in text.text else value for name, value in text.values.items()}
        return translation % values if values else translation

    def _format(self, value: object) -> object:
        """Return a number as the language writes it; any other value is returned unchanged."""
        if isinstance(value, int):
            return self.number(value)
        return format_decimal(value, locale=self.locale) if isinstance(value, float) else value


@functools.cache
def read_catalogue(language: Language) -> NullTranslations:
    """Return the catalogue of this language, read once per process; English is in the code and has none."""
    if language == "en":
        return NullTranslations()
    compiled = io.BytesIO()
    with (CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, domain=DOMAIN, abort_invalid=True))
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)
