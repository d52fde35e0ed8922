"""Words for the rows of a list: clusters, or the visitor's own words for the rows of an upload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.list_names import OTHER


class RowWords(NamedTuple):
    """Words for one row and for several, as within a sentence.

    A Swedish text can take them in any place that fits all genders: "Inga %(rows)s i länet", not "Ingen %(row)s".
    """

    one: str
    many: str

    @property
    def heading(self) -> str:
        """The word for one row as a text begins with it, such as "Cluster"."""
        return _capitalised(self.one)

    @property
    def headings(self) -> str:
        """The word for several rows as a text begins with it, such as "Clusters"."""
        return _capitalised(self.many)


WORDS: Mapping[str, Callable[[Texts], RowWords]] = {
    "cluster": lambda texts: RowWords(texts.ngettext("cluster", "clusters", 1), texts.ngettext("cluster", "clusters", 2)),
    "company": lambda texts: RowWords(texts.ngettext("company", "companies", 1), texts.ngettext("company", "companies", 2)),
    "member": lambda texts: RowWords(texts.ngettext("member", "members", 1), texts.ngettext("member", "members", 2)),
    "organisation": lambda texts: RowWords(
        texts.ngettext("organisation", "organisations", 1), texts.ngettext("organisation", "organisations", 2)
    ),
    "project": lambda texts: RowWords(texts.ngettext("project", "projects", 1), texts.ngettext("project", "projects", 2)),
}


def row_words(dataset: Dataset, texts: Texts) -> RowWords:
    """Return the words for one row and for several, such as "member" and "members"."""
    names = dataset.origin.names
    return RowWords(names.one, names.many) if names.kind == OTHER else WORDS[names.kind](texts)


def are_clusters(dataset: Dataset) -> bool:
    """Return whether the rows are clusters: then texts can use words that other kinds have not."""
    return dataset.origin.names.kind == "cluster"


def counted_rows(dataset: Dataset, count: int, texts: Texts) -> str:
    """Return a number of rows, such as "3 clusters" or "1 member"."""
    return f"{texts.number(count)} {row_words(dataset, texts)[count != 1]}"


def titled_row(dataset: Dataset, name: str, texts: Texts) -> str:
    """Return a sentence with the word for a row and its name: "The cluster Paper Province." or "Member: Ljungby Maskin."."""
    if are_clusters(dataset):
        return texts.gettext("The cluster %s.") % name
    return f"{row_words(dataset, texts).heading}: {name}."


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
