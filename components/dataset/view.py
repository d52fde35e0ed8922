"""View: dataset, match of a selection and language; every function that renders a page or an export takes one."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.i18n import Texts
from components.dataset.dataset import Dataset, Wording
from data.match import Match
from data.selection import Language, Selection


@dataclass(frozen=True, eq=False)
class View:
    """Content of a page or an export.

    Attributes:
        dataset: Dataset that is shown.
        match: Clusters that the visitor's selection leaves.
        texts: Texts in the visitor's language.
    """

    dataset: Dataset
    match: Match
    texts: Texts

    @property
    def selection(self) -> Selection:
        """The visitor's selection."""
        return self.match.selection

    @property
    def language(self) -> Language:
        """The visitor's language."""
        return self.texts.language

    @property
    def wording(self) -> Wording:
        """Names of counties, focus areas and labels in the visitor's language."""
        return self.dataset.wording[self.texts.language]
