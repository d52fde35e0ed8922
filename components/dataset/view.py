"""View: a dataset, the match of a selection and a language, which every drawing function takes."""

from __future__ import annotations

from dataclasses import dataclass

from components.core.i18n import Texts
from components.dataset.dataset import Dataset, Wording
from data.filters import Match
from data.selection import Language, Selection


@dataclass(frozen=True, eq=False)
class View:
    """All that a page or an export shows.

    Attributes:
        dataset: the list that is shown, the same for all its visitors.
        match: the clusters that the visitor's selection leaves.
        texts: the texts in the visitor's language.
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
        """The names of counties, focus areas and labels in the visitor's language."""
        return self.dataset.wording[self.texts.language]
