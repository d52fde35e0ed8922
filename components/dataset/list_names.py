"""Names that a visitor gives to a list: one for the list, and the word for its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from data.selection_url import search_text

KINDS = ("cluster", "company", "member", "organisation", "project")  # kinds of rows that the texts know in both languages
OTHER = "other"  # the visitor's own words, the same in both languages
MAX_TITLE_LENGTH, MAX_WORD_LENGTH = 60, 30  # characters


@dataclass(frozen=True)
class ListNames:
    """Names of a list and its rows.

    Attributes:
        title: Name of the list; "" for that of its file.
        kind: Kind of its rows: one of KINDS, or OTHER.
        one: The visitor's word for one row, where the kind is OTHER.
        many: The visitor's word for several rows, where the kind is OTHER.
    """

    title: str = ""
    kind: str = KINDS[0]
    one: str = ""
    many: str = ""

    @classmethod
    def read(cls, values: object) -> ListNames:
        """Return the names in a value that the browser has sent or kept, without values that are no names."""
        given: Mapping[str, Any] = values if isinstance(values, dict) else {}
        texts = {name: search_text(value) if isinstance(value := given.get(name), str) else "" for name in ("title", "kind", "one", "many")}
        one, many = texts["one"][:MAX_WORD_LENGTH].strip(), texts["many"][:MAX_WORD_LENGTH].strip()
        kind = texts["kind"] if texts["kind"] in KINDS else KINDS[0]
        if texts["kind"] == OTHER and (one or many):
            return cls(texts["title"][:MAX_TITLE_LENGTH].strip(), OTHER, one or many, many or one)
        return cls(texts["title"][:MAX_TITLE_LENGTH].strip(), kind)

    def to_json(self) -> dict[str, str]:
        """Return the names for the browser, which keeps them beside the file."""
        return asdict(self)


NO_NAMES = ListNames()
