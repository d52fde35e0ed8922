"""Builder of the facts about one cluster, for the columns that the list has: lines with inferred values marked, and citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.content.profiles.citations import cluster_citations, inferred_fields
from components.content.profiles.facts import Fact, FactLine
from components.content.table.filled_columns import filled_columns
from components.content.wording.inferred_texts import marked
from components.content.wording.localized_texts import localized_text
from components.content.wording.name_lists import within_sentence
from components.dataset.view import View


class FactBuilder:
    """Builds facts of one cluster.

    Attributes:
        view: View of the visitor.
        cluster: Row of `Dataset.clusters`, with its columns as keys.
        texts: Texts of the view.
        inferred: Columns whose values are only inferred.
    """

    def __init__(self, view: View, cluster: Mapping[str, Any]) -> None:
        self.view, self.cluster, self.texts = view, cluster, view.texts
        self.inferred = inferred_fields(view.dataset, cluster)
        self._filled = filled_columns(view.dataset)

    def fact(
        self, heading: str, lines: Sequence[FactLine | str], fields: Sequence[str], remark: str = "", name: str = ""
    ) -> dict[str, Fact]:
        """Return a fact by the first of its columns; nothing where the list has none of them. Empty lines are left out."""
        if self._filled.isdisjoint(fields):
            return {}
        non_empty = [line if isinstance(line, FactLine) else FactLine(line) for line in lines if line]
        sources = cluster_citations(self.view.dataset, self.cluster, fields, self.texts)
        return {fields[0]: Fact(heading, name or within_sentence(heading), non_empty, sources, remark)}

    def value(self, text: str, column: str) -> str:
        """Return the value of a column, marked where it is inferred."""
        return marked(text, column, self.inferred, self.texts)

    def localized(self, name: str) -> str:
        """Return the text `name` in the visitor's language, or ""."""
        return localized_text(self.cluster, name, self.texts) or ""
