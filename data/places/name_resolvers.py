"""Resolvers from names to codes: any usual writing of a county, a municipality or a town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from data.column_parsers import Understood
from data.messages import Message, message
from data.nearest import nearest
from data.text import fold, fold_case

WHOLE_NUMBER = re.compile(r"([0-9]{1,4})(?:[.,]0+)?")
IN_PARENTHESES = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
MAX_NAME_LENGTH = 200  # characters of a text that may be a name
MAX_WORDS = 8  # of a text that may be a code and a name


class CodeResolver:
    """Looks up the code for a spelling; case, punctuation and accents make no difference.

    Accents count only where they alone distinguish two names: Habo and Håbo. A code may have lost its zeros or stand beside its name,
    and words such as "kommun" may stand around a name.
    """

    def __init__(
        self, spellings: Iterable[tuple[str, str]], names: Mapping[str, str], words: Iterable[str], allowed: Message, *, digits: int
    ) -> None:
        """Build the lookup tables.

        `spellings` are pairs of (spelling, code) that are taken as they are; `names` has the name of each code. `words`, folded, may
        stand around a name. `allowed` says in errors what is accepted. `digits` is the length of a code.
        """
        self._exact: dict[str, str] = {}
        self._folded: dict[str, set[str]] = {}
        for spelling, code in spellings:
            self._exact[fold_case(spelling)] = code
            if not spelling.isupper():  # the letter of a county: "Ö" is not "O"
                self._folded.setdefault(fold(spelling), set()).add(code)
        self._names = names
        self._by_name = {fold(name): name for name in names.values()}
        self._words = frozenset(words)
        self._digits = digits
        self.allowed = allowed

    def __call__(self, text: str) -> object:
        """Return the code for `text`, as Understood where it is written otherwise. Raises ValueError where it fits no code, or several."""
        if code := self.code(text):
            return code
        if code := self._by_number(text):
            return Understood(code, message("read as %(value)s", value=f"{code} {self._names[code]}"))
        if code := self.code_within(text):
            return Understood(code, self.read_as(code))
        raise ValueError(self.allowed)

    def code(self, text: str) -> str | None:
        """Return the code of a spelling that is taken as it is: a code, a name, or both together; None for any other text."""
        return self._find(text) or self._code_and_name(text)

    def code_within(self, text: str) -> str | None:
        """Return the code of a name with other words around it, in the genitive, or before a remark in parentheses."""
        if len(text) > MAX_NAME_LENGTH:
            return None
        bare = IN_PARENTHESES.sub(" ", text).strip()
        words = fold_case(bare[:MAX_NAME_LENGTH]).split()
        for candidate in (bare, " ".join(words), self._without_words(words)):
            code = self._find(candidate) or self._find(candidate.removesuffix("s"))
            if code and candidate != text:
                return code
        return None

    def read_as(self, code: str) -> Message:
        """Return the text that a cell was read as the name of `code`."""
        return message("read as %(value)s", value=self._names[code])

    def suggest(self, text: str) -> str:
        """Return the nearest name, or ""."""
        return nearest(self._without_words(fold_case(text[:MAX_NAME_LENGTH]).split()), self._by_name)

    def _find(self, text: str) -> str | None:
        if len(text) > MAX_NAME_LENGTH:
            return None
        if exact := self._exact.get(fold_case(text)):
            return exact
        codes = self._folded.get(fold(text), set())
        return next(iter(codes)) if len(codes) == 1 and fold(text) else None

    def _by_number(self, text: str) -> str | None:
        """Return the code that a number stands for: without its first zeros, as spreadsheets write it, or with a decimal."""
        number = WHOLE_NUMBER.fullmatch(text)
        return self._find(number[1].zfill(self._digits)) if number else None

    def _code_and_name(self, text: str) -> str | None:
        """Return the code of "0180 Stockholm" or "Skåne län (12)", where both mean the same."""
        words = fold_case(text[:MAX_NAME_LENGTH]).split()
        if len(words) > MAX_WORDS:
            return None
        for index in range(1, len(words)):
            first, second = " ".join(words[:index]), " ".join(words[index:])
            code = self._find(first) or self._by_number(first)
            if code and code == (self._find(second) or self._by_number(second)):
                return code
        return None

    def _without_words(self, words: list[str]) -> str:
        """Return a text without the usual words at its beginning and its end."""
        start, end = 0, len(words)
        while start < end and fold(words[start]) in self._words:
            start += 1
        while end > start and fold(words[end - 1]) in self._words:
            end -= 1
        return " ".join(words[start:end])
