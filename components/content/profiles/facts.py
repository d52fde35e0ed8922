"""Facts as a profile shows them: a heading, lines of text, and the citations that they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.content.profiles.citations import Citation


@dataclass(frozen=True)
class FactLine:
    """One line of a fact.

    Attributes:
        text: Text of the line.
        url: Target of the line as a link; "" for plain text.
        is_external: True if the link leads to another site.
    """

    text: str
    url: str = ""
    is_external: bool = False


@dataclass(frozen=True)
class Fact:
    """One fact as the profile shows it.

    Attributes:
        heading: Name of the fact in the visitor's language.
        name: The same name within a sentence.
        lines: Value of the fact; empty where it is not known.
        citations: Sources of the fact.
        remark: Remark on the value, or "".
    """

    heading: str
    name: str
    lines: Sequence[FactLine]
    citations: Sequence[Citation]
    remark: str = ""
