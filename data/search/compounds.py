"""Compounds, as Swedish has them: words that consist of others. One is divided only where a word stands that is known by itself."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from data.search.word_parts import ENDINGS, LINKS

MIN_PART_LENGTH = 4  # letters of a searched part of a compound
MIN_HEAD_LENGTH = 2  # letters of a compound before the part


class Compounds:
    """Division of compounds at known words. All words are folded: in lower case, without accents."""

    def __init__(self, place_names: AbstractSet[str], known_words: AbstractSet[str]) -> None:
        """`place_names` may be parts, and are never divided: Karlskoga is no forest."""
        self._places = place_names
        self._parts = place_names | known_words

    def is_part(self, word: str) -> bool:
        """Return whether a compound may be divided at a word: it is known, or part of the name of a place."""
        return word in self._parts

    def has_part(self, compound: str, part: str) -> bool:
        """Return whether a compound can be divided before a part: one side of the division is a known word, the right one also in a form.

        "environment" has no "iron": neither "env" nor "ironment" is known.
        """
        if compound in self._places:
            return False
        start = compound.find(part, MIN_HEAD_LENGTH)
        while start > 0:
            head, tail = compound[:start], compound[start:]
            if self._is_known_tail(tail, part) or self._is_known_head(head):
                return True
            start = compound.find(part, start + 1)
        return False

    def later_parts(self, compound: str) -> tuple[list[str], list[str]]:
        """Return all parts for which `has_part` is true: parts whose beginnings count too, and parts that count only as they are."""
        open_parts: list[str] = []
        whole_parts: dict[str, None] = {}
        for start in range(MIN_HEAD_LENGTH, 0 if compound in self._places else len(compound) - MIN_PART_LENGTH + 1):
            head, tail = compound[:start], compound[start:]
            if tail in self._parts or self._is_known_head(head):
                open_parts.append(tail)
                continue
            parts = (tail[:end] for end in range(MIN_PART_LENGTH, len(tail)))
            whole_parts |= {part: None for part in parts if self._is_known_tail(tail, part)}
        return open_parts, list(whole_parts)

    def _is_known_tail(self, tail: str, part: str) -> bool:
        rest = tail.removeprefix(part)
        return tail in self._parts or (part in self._parts and (rest in ENDINGS or rest in self._parts))

    def _is_known_head(self, head: str) -> bool:
        heads = [head, *([head[:-1]] if head.endswith(LINKS) else [])]
        return any(len(each) >= MIN_PART_LENGTH and each in self._parts for each in heads)
