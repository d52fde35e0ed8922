"""The texts in the visitor's language: English in the code, Swedish in a gettext catalogue read with Babel."""

from __future__ import annotations

import functools
import io
from gettext import NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from data.selection import Language

FOLDER = Path(__file__).resolve().parent / "locale"
DOMAIN = "klusterkartan"
NAME = "Klusterkartan"  # in either language


class Texts:
    """Translates into one language: `gettext` for a text, `ngettext` for one that depends on a number."""

    def __init__(self, language: Language, catalogue: NullTranslations) -> None:
        self.language = language
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext


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
