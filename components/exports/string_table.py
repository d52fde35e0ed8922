"""Table of strings: each text of a list once, and its number wherever it occurs, so that a file does not repeat names and headings."""

from __future__ import annotations


class StringTable:
    """Numbers of texts, in the order in which they were first asked for.

    Attributes:
        strings: The texts by their number; that of the empty text is 0.
    """

    def __init__(self) -> None:
        self.strings = [""]
        self._numbers = {"": 0}

    def number(self, text: str | None) -> int:
        """Return the number of a text; 0 for an empty one and for None."""
        known = self._numbers.setdefault(text or "", len(self.strings))
        if known == len(self.strings):
            self.strings.append(text or "")
        return known
