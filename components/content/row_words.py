"""Words for the rows of a list: clusters, or what the visitor says that the rows of an own list are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components.core.i18n import Texts
from components.dataset.dataset import Dataset
from components.dataset.list_names import OTHER

Words = tuple[str, str]  # for one row and for several

WORDS: Mapping[str, Callable[[Texts], Words]] = {
    "cluster": lambda texts: (texts.ngettext("cluster", "clusters", 1), texts.ngettext("cluster", "clusters", 2)),
    "company": lambda texts: (texts.ngettext("company", "companies", 1), texts.ngettext("company", "companies", 2)),
    "member": lambda texts: (texts.ngettext("member", "members", 1), texts.ngettext("member", "members", 2)),
    "organisation": lambda texts: (texts.ngettext("organisation", "organisations", 1), texts.ngettext("organisation", "organisations", 2)),
    "project": lambda texts: (texts.ngettext("project", "projects", 1), texts.ngettext("project", "projects", 2)),
}


def row_words(dataset: Dataset, texts: Texts) -> Words:
    """Return the words for one row and for several, such as "member" and "members"."""
    names = dataset.origin.names
    return (names.one, names.many) if names.kind == OTHER else WORDS[names.kind](texts)


def are_clusters(dataset: Dataset) -> bool:
    """Return whether the rows are clusters: then texts can use words that other kinds have not."""
    return dataset.origin.names.kind == "cluster"


def counted_rows(dataset: Dataset, count: int, texts: Texts) -> str:
    """Return a number of rows, such as "3 clusters" or "1 member"."""
    return f"{texts.number(count)} {row_words(dataset, texts)[count != 1]}"


def row_heading(dataset: Dataset, texts: Texts) -> str:
    """Return the heading of a column with the names of rows, such as "Cluster"."""
    return _capitalised(row_words(dataset, texts)[0])


def rows_heading(dataset: Dataset, texts: Texts) -> str:
    """Return the heading of the rows, such as "Clusters"."""
    return _capitalised(row_words(dataset, texts)[1])


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
