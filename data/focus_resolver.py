"""Resolver of focus areas: the standard ones by code or label, any other text as a custom one."""

from __future__ import annotations

import hashlib
import re

import pandas as pd

from data.text import MAX_SLUG_LENGTH, fold, to_slug

SEPARATORS = re.compile(r"[;\n|]")
COMMA = re.compile(r",\s*")
WEAK_SEPARATORS = re.compile(r"\s*[/&+]\s*|\s+(?:och|and|samt)\s+", re.IGNORECASE)
MAX_AREA_LENGTH = 40  # characters of a focus area beside others; longer pieces between commas are parts of a sentence
HASH_LENGTH = 8  # characters that tell long texts with the same beginning apart


class FocusResolver:
    """Looks up a standard focus area by its code or its label in either language; any other text becomes a custom focus area.

    Attributes:
        custom: Text of each custom focus area as it occurred first, by the code made from it.
    """

    def __init__(self, focus_areas: pd.DataFrame) -> None:
        """`focus_areas` are the standard ones, with the columns code, label_sv and label_en."""
        self._standard = {fold(name): area.code for area in focus_areas.itertuples() for name in (area.code, area.label_sv, area.label_en)}
        self.custom: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return the code for `text`."""
        code = self._standard.get(fold(text))
        if code is None:
            code = to_slug(text)
            if len(code) == MAX_SLUG_LENGTH:
                digest = hashlib.sha256(fold(text).encode()).hexdigest()[:HASH_LENGTH]
                code = f"{code[: MAX_SLUG_LENGTH - HASH_LENGTH - 1].strip('-')}-{digest}"
            self.custom.setdefault(code, text)
        return code

    def split(self, text: str) -> list[str]:
        """Return the focus areas of a cell: parted by ; | or line breaks and by commas; by / & + "och" and "and" between standard ones.

        The label of a standard focus area may have all of these in it, and stays whole.
        """
        return [area for item in SEPARATORS.split(text) for area in self._split_item(item.strip())]

    def _split_item(self, item: str) -> list[str]:
        if self._is_standard(item):
            return [item]
        pieces = self._joined(COMMA.split(item))
        if any(len(piece) > MAX_AREA_LENGTH for piece in pieces):
            return [item]
        parted: list[str] = []
        for piece in pieces:
            parts = WEAK_SEPARATORS.split(piece)
            parted += parts if len(parts) > 1 and not self._is_standard(piece) and all(map(self._is_standard, parts)) else [piece]
        return parted

    def _joined(self, pieces: list[str]) -> list[str]:
        """Return the pieces, those joined again that are a standard label with a comma in it."""
        joined: list[str] = []
        while pieces:
            lengths = (length for length in range(len(pieces), 1, -1) if self._is_standard(", ".join(pieces[:length])))
            length = next(lengths, 1)
            joined.append(", ".join(pieces[:length]))
            pieces = pieces[length:]
        return joined

    def _is_standard(self, text: str) -> bool:
        return fold(text) in self._standard
