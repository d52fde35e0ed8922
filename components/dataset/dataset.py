"""Everything that does not depend on what a visitor chose, prepared once per list: checked, joined, located."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from components.core.i18n import Texts, texts_in
from data.dimensions import FOCUS, REGION
from data.filters import ClusterIndex
from data.lists import Tables
from data.selection import LANGUAGES, KnownCodes, Language
from geo import boundaries, palette
from geo.distance import Distances
from geo.join import Location, join_regions, locate, representative_points


@dataclass(frozen=True)
class Origin:
    """Where a list is from: its name as visitors read it, the code of the programme if it is a shipped one, and its day."""

    name: str
    programme: str = ""
    day: str = ""  # 2026-11-23
    revision: str = ""  # by which the source knows its content again
    is_upload: bool = False  # a visitor's own, shown to nobody else
    is_snapshot: bool = False  # as it was kept, since the source cannot be read


@dataclass(frozen=True)
class Locations:
    """The municipalities in which clusters lie, and the counties of those whose municipality is not known."""

    all: Sequence[Location]
    names: Mapping[str, str]  # SCB code -> "Lund" or "Skåne"
    of: NDArray[np.intp]  # each cluster's, as its number in `all`; -1 where it is not known


@dataclass(frozen=True)
class Wording:
    """The catalogue's names in one language."""

    counties: Mapping[str, str]  # region code -> "Skåne län"
    focus: Mapping[str, str]  # focus code -> "Digital teknik"
    labels: Mapping[str, str]  # label -> "Brons"


@dataclass(frozen=True, eq=False)
class Dataset:
    """A list as it is shown. Frames are read, never written: every visitor shares them.

    `clusters` holds the located clusters in list order with the columns of `data/README.md` and, added here,
    `municipality` (name), `regions` (names), `region_forms` (their further names), `nuts3_codes`, `location_code`, `dx` and `dy`.
    """

    origin: Origin
    tables: Tables
    clusters: pd.DataFrame
    index: ClusterIndex
    known: KnownCodes
    regions: Mapping[str, str]  # code -> short name, those with clusters first
    region_totals: Mapping[str, int]  # code -> clusters in the whole list
    classes: palette.ChoroplethBins  # of the counties' colours
    wording: Mapping[Language, Wording]
    region_rows: pd.DataFrame  # the counties by code, with the columns of `data/README.md`
    distances: Distances
    citations: Mapping[str, Sequence[Any]]  # cluster id or region code -> its rows of citations.csv, in their order
    row_numbers: Mapping[str, int]  # cluster id -> position in `clusters`
    locations: Locations
    version: str  # a fingerprint of the list's content
    read_at: datetime  # in UTC
    _kept: dict[Hashable, Any] = field(default_factory=dict)
    _making: dict[Hashable, threading.Lock] = field(default_factory=dict)

    def cached(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` returned when this key was first asked for: what holds as long as the list does is made once.

        Who asks meanwhile waits. `make` may ask for other keys.
        """
        if key not in self._kept:
            with self._making.setdefault(key, threading.Lock()):
                if key not in self._kept:
                    self._kept[key] = make()
        return self._kept[key]

    @property
    def short_version(self) -> str:
        """As much of the version as the page is sent to tell lists apart."""
        return self.version[:6]

    def used_classes(self, texts: Texts) -> list[tuple[int, str]]:
        """The classes of the counties that the list reaches, each with the numbers that it holds."""
        most = self.classes.class_index(max(self.region_totals.values()))
        return [(number, self.classes.label(number, texts.number)) for number in range(most + 1)]

    @property
    def date(self) -> str:
        """The day of the list, as 2026-11-23."""
        return self.origin.day


def build_dataset(origin: Origin, tables: Tables) -> Dataset:
    """Join and prepare a list."""
    counties, municipalities = boundaries.read_counties(), boundaries.read_municipalities()
    totals = join_regions(counties, tables.clusters).set_index("code")["clusters"].to_dict()
    clusters = _with_names(locate(tables.clusters, municipalities, counties), tables)
    areas = tables.focus_areas
    by_name = tables.regions.sort_values("name")
    order = sorted(by_name["code"], key=lambda code: not totals[code])  # stable: by name within each half
    short_names = tables.regions.set_index("code")["name"]
    rows = {cluster_id: row for row, cluster_id in enumerate(clusters["id"])}
    focus_names = {area.code: (area.label_sv, area.label_en) for area in areas.itertuples()}
    index = ClusterIndex(clusters, {REGION.name: tuple(order), FOCUS.name: tuple(areas["code"])}, focus_names, _place_codes(tables))
    return Dataset(
        origin=origin,
        tables=tables,
        clusters=clusters,
        index=index,
        known=KnownCodes(index.codes, rows.keys()),
        regions={code: short_names[code] for code in order},
        region_totals=totals,
        classes=palette.ChoroplethBins.from_totals(totals.values()),
        wording={language: _wording(language, tables) for language in LANGUAGES},
        region_rows=tables.regions.set_index("code"),
        distances=Distances(clusters, counties),
        citations={subject: list(rows.itertuples(index=False)) for subject, rows in tables.citations.groupby("subject", sort=False)},
        row_numbers=rows,
        locations=_places(clusters, tables, representative_points(pd.concat([municipalities, counties]))),
        version=hashlib.sha256(repr((origin.name, origin.day, tables.digest)).encode()).hexdigest()[:16],
        read_at=datetime.now(tz=UTC),
    )


def _with_names(clusters: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    regions = tables.regions.set_index("code")
    municipalities = tables.municipalities.set_index("code")["name"].to_dict()
    columns = {"regions": ["name"], "region_forms": ["county_sv", "county_en", "body"], "nuts3_codes": ["nuts3_code"]}
    named = {"municipality": [municipalities.get(code) for code in clusters["municipality_code"]]}
    for name, forms in columns.items():
        words = {code: tuple(row) for code, row in zip(regions.index, regions[forms].to_numpy(), strict=True)}
        of_codes = {codes: tuple(word for code in codes for word in words[code]) for codes in set(clusters["region_codes"])}
        named[name] = [of_codes[codes] for codes in clusters["region_codes"]]  # equal cells share what they hold
    return clusters.assign(**{name: pd.Series(cells, dtype=object) for name, cells in named.items()})


def _place_codes(tables: Tables) -> dict[str, str]:
    """Return what a search calls the municipalities, and the counties of clusters whose municipality is not known, with their codes."""
    counties = {name: region.code for region in tables.regions.itertuples() for name in (region.county_sv, region.county_en)}
    return counties | dict(zip(tables.municipalities["name"], tables.municipalities["code"], strict=True))


def _places(clusters: pd.DataFrame, tables: Tables, points: pd.DataFrame) -> Locations:
    numbers, codes = pd.factorize(clusters["location_code"])
    names = {**tables.municipalities.set_index("code")["name"], **tables.regions.set_index("code")["name"]}
    return Locations(
        all=[Location(code, *points.loc[code, ["lat", "lon"]]) for code in codes], names={code: names[code] for code in codes}, of=numbers
    )


def _wording(language: Language, tables: Tables) -> Wording:
    _ = texts_in(language).gettext
    return Wording(
        counties=tables.regions.set_index("code")[f"county_{language}"].to_dict(),
        focus=tables.focus_areas.set_index("code")[f"label_{language}"].to_dict(),
        labels={"bronze": _("Bronze"), "silver": _("Silver"), "gold": _("Gold")},
    )
