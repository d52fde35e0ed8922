"""Everything that does not depend on what a visitor chose, prepared once per process: read, checked, joined, located."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import geopandas as gpd
import pandas as pd

from components.settings import clusters_file
from components.state import FOCUS, LABELS, REGIONS
from components.texts import texts_in
from data.export import to_csv
from data.filters import ClusterIndex
from data.selection import LANGUAGES, Known, Language
from data.tables import LABELS as LEVELS
from data.tables import Tables, list_date, read_tables
from geo import boundaries
from geo.distance import Distances
from geo.export import to_geojson
from geo.join import join_regions, locate
from geo.layers import to_points, to_preview


@dataclass(frozen=True)
class Wording:
    """The catalogue's names in one language, and the clusters as the map and the table take them."""

    counties: Mapping[str, str]  # region code -> "Skåne län"
    focus: Mapping[str, str]  # focus code -> "Digital teknik"
    labels: Mapping[str, str]  # label -> "Brons"
    points: tuple[str, ...]  # per cluster, for the map's layer
    preview: bytes  # all clusters with their codes, fetched once by the map
    rows: tuple[str, ...]  # per cluster, JSON for the table


@dataclass(frozen=True)
class Catalogue:
    """The list as it is shown. Frames are read, never written: every visitor shares them.

    `clusters` holds the located clusters in list order with the columns of `data/README.md` and, added here,
    `municipality` (name), `regions` (names), `region_forms` (their further names), `nuts3_codes`, `lat`, `lon`, `place`,
    `dx` and `dy`.
    """

    tables: Tables
    clusters: pd.DataFrame
    index: ClusterIndex
    known: Known
    regions: Mapping[str, str]  # code -> short name, those with clusters first
    region_totals: Mapping[str, int]  # code -> clusters in the whole list
    wording: Mapping[Language, Wording]
    region_rows: pd.DataFrame  # the counties by code, with the columns of `data/README.md`
    distances: Distances
    sources: Mapping[str, Sequence[Any]]  # cluster id or region code -> its rows of sources.csv, in their order
    rows: Mapping[str, int]  # cluster id -> position in `clusters`
    date: str  # of the list, as 2026-11-23
    version: str  # a fingerprint of the list's content
    read_at: datetime  # in UTC


@functools.cache
def catalogue() -> Catalogue:
    """Read, check, join and prepare the list. Raises ClusterDataError; a failure is not kept, the next call tries again."""
    file = clusters_file()
    tables = read_tables(file)
    counties, municipalities = boundaries.read_counties(), boundaries.read_municipalities()
    totals = join_regions(counties, tables.clusters).set_index("code")["clusters"].to_dict()
    clusters = _with_names(locate(tables.clusters, municipalities, counties), tables)
    areas = tables.focus_areas
    by_name = tables.regions.sort_values("name")
    order = sorted(by_name["code"], key=lambda code: not totals[code])  # stable: by name within each half
    short_names = tables.regions.set_index("code")["name"]
    labels = {area.code: (area.label_sv, area.label_en) for area in areas.itertuples()}
    return Catalogue(
        tables=tables,
        clusters=clusters,
        index=ClusterIndex(clusters, order, labels),
        known=Known(regions=tuple(order), focus=tuple(areas["code"]), labels=LEVELS, clusters=tuple(clusters["id"])),
        regions={code: short_names[code] for code in order},
        region_totals=totals,
        wording={language: _wording(language, clusters, tables) for language in LANGUAGES},
        region_rows=tables.regions.set_index("code"),
        distances=Distances(clusters, counties),
        sources={subject: list(rows.itertuples(index=False)) for subject, rows in tables.sources.groupby("subject", sort=False)},
        rows={cluster_id: row for row, cluster_id in enumerate(clusters["id"])},
        date=list_date(file),
        version=hashlib.sha256(list_date(file).encode() + to_csv(tables.clusters)).hexdigest()[:16],
        read_at=datetime.now(tz=UTC),
    )


@functools.cache
def boundaries_geojson() -> bytes:
    """Return the simplified counties as GeoJSON, the file that the map fetches once."""
    counties = simplified_counties()
    return to_geojson(counties, counties["code"], [{}] * len(counties))


@functools.cache
def simplified_counties() -> gpd.GeoDataFrame:
    """Return the counties (`code`, `geometry`, EPSG:4326) as they are drawn and given away; read, never written."""
    return boundaries.on_grid(boundaries.simplify(boundaries.read_counties()))


def _with_names(clusters: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    regions = tables.regions.set_index("code")
    names, nuts3, forms = regions["name"], regions["nuts3_code"], regions[["county_sv", "county_en", "body"]]
    municipalities = tables.municipalities.set_index("code")["name"]
    return clusters.assign(
        municipality=clusters["municipality_code"].map(municipalities).astype(object).where(clusters["municipality_code"].notna(), None),
        regions=clusters["region_codes"].map(lambda codes: tuple(names[code] for code in codes)),
        region_forms=clusters["region_codes"].map(lambda codes: tuple(form for code in codes for form in forms.loc[code])),
        nuts3_codes=clusters["region_codes"].map(lambda codes: tuple(nuts3[code] for code in codes)),
    )


def _wording(language: Language, clusters: pd.DataFrame, tables: Tables) -> Wording:
    _ = texts_in(language).gettext
    focus = tables.focus_areas.set_index("code")[f"label_{language}"].to_dict()
    labels = {"bronze": _("Bronze"), "silver": _("Silver"), "gold": _("Gold")}
    focus_texts = [", ".join(focus[code] for code in codes) for codes in clusters["focus"]]
    places = [cluster.municipality or ", ".join(cluster.regions) for cluster in clusters.itertuples()]
    lines = [f"{text} · {place}" for text, place in zip(focus_texts, places, strict=True)]
    points = to_points(clusters, lines, _("Approximate place"))
    codes = [
        {REGIONS: cluster.region_codes, FOCUS: cluster.focus, LABELS: (cluster.label,) if cluster.label else ()}
        for cluster in clusters.itertuples()
    ]
    return Wording(
        counties=tables.regions.set_index("code")[f"county_{language}"].to_dict(),
        focus=focus,
        labels=labels,
        points=tuple(points),
        preview=to_preview(points, codes, tuple(focus)),
        rows=tuple(
            json.dumps(
                [row.id, row.name, ", ".join(row.regions), row.municipality, text, labels.get(row.label), row.website],
                ensure_ascii=False,
                separators=(",", ":"),
            )
            for row, text in zip(clusters.itertuples(), focus_texts, strict=True)
        ),
    )
