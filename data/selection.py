"""What the visitor chose, and its one form as an address: used by the page, the exports and the routes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from data.text import clean, is_hidden

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
MAX_SEARCH_LENGTH = 100
PARAMETERS = ("region", "focus", "label", "q", "cluster", "lang")


@dataclass(frozen=True)
class KnownCodes:
    """The codes that an address may name."""

    regions: Collection[str]
    focus: Collection[str]
    labels: Collection[str]
    clusters: Collection[str]


class UnknownValue(NamedTuple):
    """A value of an address that is not known: in which parameter it stands, and what may stand there."""

    parameter: str
    value: str
    allowed: Collection[str]


@dataclass(frozen=True)
class Selection:
    """The filters, the opened cluster and the language. An empty filter is no constraint.

    `regions` are SCB county codes, `focus` focus codes and `labels` levels of the label, each in the order of the known
    ones; `text` is what is searched for; `cluster` the id of the cluster whose profile is open, or "".
    """

    regions: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    text: str = ""
    cluster: str = ""
    language: Language = "sv"

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]], known: KnownCodes) -> tuple[Selection, tuple[UnknownValue, ...]]:
        """Read an address's query; values that are not known are left out and returned beside the selection."""
        ignored: list[UnknownValue] = []

        def pick(parameter: str, allowed: Collection[str]) -> tuple[str, ...]:
            asked = dict.fromkeys(clean(value) for value in query.get(parameter, ()))
            ignored.extend(UnknownValue(parameter, value, allowed) for value in asked if value and value not in allowed)
            return tuple(code for code in (allowed if len(asked) > 1 else asked) if code in asked and code in allowed)

        pick("lang", LANGUAGES)
        clusters = pick("cluster", known.clusters)
        selection = cls(
            regions=pick("region", known.regions),
            focus=pick("focus", known.focus),
            labels=pick("label", known.labels),
            text=search_text(" ".join(query.get("q", ()))),
            cluster=clusters[0] if clusters else "",
            language=read_language(query.get("lang", ())),
        )
        return selection, tuple(ignored)

    def to_query(self) -> dict[str, list[str]]:
        """Return the query that opens to this selection, without what is empty or the default."""
        query: dict[str, list[str]] = {
            "region": list(self.regions),
            "focus": list(self.focus),
            "label": list(self.labels),
            "q": [self.text] if self.text else [],
            "cluster": [self.cluster] if self.cluster else [],
            "lang": [self.language] if self.language != "sv" else [],
        }
        return {parameter: values for parameter, values in query.items() if values}

    def to_address(self) -> str:
        """Return the query as it stands in an address, beginning with `?`."""
        return "?" + urlencode(self.to_query(), doseq=True)

    def to_query_string(self) -> str:
        """Return the query to put behind a path: as `to_address`, but empty when there is nothing to say."""
        return self.to_address() if self.to_query() else ""

    def to_filters(self) -> tuple[object, ...]:
        """Return what decides which clusters are shown."""
        return self.regions, self.focus, self.labels, self.text

    @property
    def is_filtered(self) -> bool:
        """Whether any filter leaves clusters out."""
        return any(self.to_filters())


def read_language(values: Sequence[str]) -> Language:
    """Return the language that an address's `lang` asks for: English when it asks for that alone, else Swedish."""
    return "en" if {clean(value) for value in values} & set(LANGUAGES) == {"en"} else "sv"


def search_text(value: str) -> str:
    """Return what a visitor typed as it is searched for: without hidden characters, at most 100 characters."""
    return clean("".join(" " if is_hidden(char) else char for char in value))[:MAX_SEARCH_LENGTH].strip()
