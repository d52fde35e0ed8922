"""Dataset: a prepared list of clusters, shared by all visitors and independent of their selections."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pandas as pd

from components.dataset.locations import Locations
from components.dataset.origin import Origin
from components.dataset.wording import Wording
from data.calendar_day import today
from data.cluster_index import ClusterIndex
from data.known_codes import KnownCodes
from data.languages import Language
from data.lists import Tables
from data.match import Match, match_selection
from data.places.area_index import Areas
from data.selection import Selection
from geo.distance import Distances

SHORT_VERSION_LENGTH = 6  # characters; enough to tell the versions of one list apart


@dataclass(frozen=True, eq=False)
class Dataset:
    """A list of clusters as it is shown, prepared once by `build_dataset`. Frames are read, never written: all visitors share them.

    Attributes:
        origin: Name, day and source of the list.
        tables: Validated tables of the list and the reference tables.
        clusters: Located clusters in list order, with the columns of `data/README.md` and, added here, `municipality` (name),
            `regions` (short names), `region_other_names`, `nuts3_codes`, `themes`, `own_texts` (of own columns, for the search) and the
            columns of `geo.join.locate`. In a shipped list `inferred` also names the columns that only inferred citations support.
        index: Index by which selections are matched.
        areas: Areas of Sweden, by their names.
        known: Codes that a selection may hold.
        regions: Short name by county code, in the order of the Swedish alphabet.
        region_totals: Number of clusters in the whole list by county code.
        wording: Names of the codes by language.
        region_rows: Counties by code, with the columns of `data/README.md` and `themes`, the themes of the current priorities.
        distances: Distances to every cluster, from a cluster or from the town of a municipality.
        residence_towns: Name of the residence town by county code.
        citations: Rows of citations.csv, in their order, by cluster id or county code.
        row_numbers: Position in `clusters` by cluster id.
        locations: Municipalities and counties in which the clusters lie.
        version: Fingerprint of the content, 16 hexadecimal digits.
        read_at: Moment at which the dataset was built, UTC.
    """

    origin: Origin
    tables: Tables
    clusters: pd.DataFrame
    index: ClusterIndex
    areas: Areas
    known: KnownCodes
    regions: Mapping[str, str]
    region_totals: Mapping[str, int]
    wording: Mapping[Language, Wording]
    region_rows: pd.DataFrame
    distances: Distances
    residence_towns: Mapping[str, str]
    citations: Mapping[str, Sequence[Any]]
    row_numbers: Mapping[str, int]
    locations: Locations
    version: str
    read_at: datetime
    _cache: dict[Hashable, Any] = field(default_factory=dict)
    _locks: dict[Hashable, threading.Lock] = field(default_factory=dict)

    def cached(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        """Return the value of `compute` for this key, computed once per dataset; concurrent callers wait.

        `compute` may ask for other keys, never for its own.
        """
        if key not in self._cache:
            with self._locks.setdefault(key, threading.Lock()):
                if key not in self._cache:
                    self._cache[key] = compute()
        return self._cache[key]

    def cached_today(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        """Return the value of `compute` for this key as `cached` does, computed again on each new day in place of the earlier value."""
        day = today()
        if self._cache.get(key, ("", None))[0] != day:
            with self._locks.setdefault(key, threading.Lock()):
                if self._cache.get(key, ("", None))[0] != day:
                    self._cache[key] = (day, compute())
        return self._cache[key][1]

    def match(self, selection: Selection) -> Match:
        """Return the clusters that a selection leaves."""
        return match_selection(self.index, selection)

    def with_origin(self, origin: Origin) -> Dataset:
        """Return the dataset with another origin: texts that depend on it are made anew."""
        version = hashlib.sha256(repr((self.version, origin)).encode()).hexdigest()[: len(self.version)]
        return replace(self, origin=origin, version=version, _cache={}, _locks={})

    @property
    def short_version(self) -> str:
        """The first characters of the version, by which the browser tells datasets apart."""
        return self.version[:SHORT_VERSION_LENGTH]

    @property
    def preview_version(self) -> str:
        """The version of the preview data that the page fetches; "" for an upload, which has none."""
        return "" if self.origin.is_upload else self.short_version

    @property
    def date(self) -> str:
        """The day of the content, such as 2026-11-23."""
        return self.origin.day
