"""View: dataset, match of a selection and language; every function that renders a page or an export takes one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.wording import Wording
from data.languages import Language
from data.match import Match
from data.selection import Selection
from data.selection_url import to_query_string


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
    _cache: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def cached(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        """Return the value of `compute` for this key, computed once per view. A view is used by one thread at a time."""
        if key not in self._cache:
            self._cache[key] = compute()
        return self._cache[key]

    @property
    def selection(self) -> Selection:
        """The visitor's selection."""
        return self.match.selection

    @property
    def language(self) -> Language:
        """The visitor's language."""
        return self.texts.language

    @property
    def open_cluster(self) -> str:
        """The name of the cluster whose profile is open; "" if none is."""
        opened = self.selection.cluster
        return self.dataset.clusters["name"].iat[self.dataset.row_numbers[opened]] if opened else ""

    def without_filters(self) -> View:
        """Return the view of the whole list."""
        return replace(self, match=self.dataset.match(self.selection.without_filters()))

    def file_url(self, path: str) -> str:
        """Return the URL, relative to every page, of the file of this view at `path` below `api/`, or of the upload's own."""
        selection = replace(self.selection.for_files(), language="en" if self.language == "en" else "")  # files are Swedish by default
        folder = f"api/uploads/{self.dataset.origin.upload_token}" if self.dataset.origin.is_upload else "api"
        return f"{folder}/{path}{to_query_string(selection)}"

    @property
    def wording(self) -> Wording:
        """Names of counties, focus areas and labels in the visitor's language."""
        return self.dataset.wording[self.texts.language]
