"""Preparation of a dataset from validated tables: clusters joined to counties, located and indexed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pandas as pd

from components.dataset.county_shapes import points_of_areas
from components.dataset.dataset import Dataset
from components.dataset.locations import build_locations
from components.dataset.origin import Origin
from components.dataset.own_filters import filter_columns, own_codes, own_filter_codes, size_codes
from components.dataset.wording import build_wording
from data.cluster_index import ClusterIndex
from data.filters import FOCUS, MUNICIPALITY, REGION, THEME, Codes
from data.inferred import inferred_columns
from data.known_codes import KnownCodes
from data.languages import LANGUAGES
from data.lists import SHIPPED_LISTS, Tables
from data.own.own_columns import searched_texts
from data.places.area_index import Areas, shipped_areas
from data.priority_themes import county_themes, in_order
from data.search.text_search import Vocabulary
from data.text import fold_case, sort_key
from geo.boundaries import read_counties, read_municipalities
from geo.distance import Distances
from geo.join import join_regions, locate

VERSION_LENGTH = 16  # characters
PRIORITY_COLUMNS = tuple(f"{name}_{language}" for name in ("priorities", "earlier_priorities") for language in LANGUAGES)  # of a county


def build_dataset(origin: Origin, tables: Tables) -> Dataset:
    """Return the dataset of a list."""
    totals = join_regions(read_counties(), tables.clusters).set_index("code")["clusters"].to_dict()
    points, areas = points_of_areas(), shipped_areas()
    residence_towns = points.loc[tables.regions["residence_code"]].set_axis(tables.regions["code"])
    themes_of = county_themes(tables.regions, tables.themes, tables.priority_themes)
    clusters = _with_all_columns(origin, tables, points, themes_of)
    regions = _counties_in_order(tables.regions)
    index = _index(tables, clusters, tuple(regions), _vocabulary(origin, tables, areas))
    row_numbers = {cluster_id: row for row, cluster_id in enumerate(clusters["id"])}
    return Dataset(
        origin=origin,
        tables=tables,
        clusters=clusters,
        index=index,
        areas=areas,
        known=KnownCodes(index.codes, row_numbers, own_codes(tables.own_columns), size_codes(tables.own_columns), index.search.find_area),
        regions=regions,
        region_totals=totals,
        wording={language: build_wording(language, tables) for language in LANGUAGES},
        region_rows=tables.regions.assign(themes=tables.regions["code"].map(themes_of)).set_index("code"),
        distances=Distances(clusters, points),
        residence_towns=residence_towns["town"].to_dict(),
        citations=_citations(tables.citations),
        row_numbers=row_numbers,
        locations=build_locations(clusters, tables, points),
        version=_version(origin, tables),
        read_at=datetime.now(tz=UTC),
    )


def _with_all_columns(origin: Origin, tables: Tables, points: pd.DataFrame, themes_of: Mapping[str, Codes]) -> pd.DataFrame:
    """Return the clusters with all columns of `Dataset.clusters`, not only those of the list."""
    clusters = _with_themes(_with_names(locate(tables.clusters, points, read_municipalities()), tables), themes_of, tables)
    own_texts = searched_texts(tables.own_columns, len(clusters))
    clusters = clusters.assign(own_texts=own_texts, **own_filter_codes(filter_columns(tables.own_columns)))
    if origin.shipped_code:  # the citations are about the values of the shipped lists
        return clusters.assign(inferred=_inferred(clusters, tables))
    return clusters


def _counties_in_order(regions: pd.DataFrame) -> Mapping[str, str]:
    """Return the short names of the counties by code, in the order of the Swedish alphabet: the one order of counties on all pages."""
    names = zip(regions["code"], regions["name"], strict=True)
    return dict(sorted(names, key=lambda item: sort_key(item[1], "sv")))


def _index(tables: Tables, clusters: pd.DataFrame, regions: Codes, vocabulary: Vocabulary) -> ClusterIndex:
    """Return the index of the filters and the search; `regions` are the codes of the counties in their order."""
    focus_labels = {area.code: (area.label_sv, area.label_en) for area in tables.focus_areas.itertuples()}
    return ClusterIndex(clusters, _codes(tables, regions), focus_labels, vocabulary)


def _codes(tables: Tables, regions: Codes) -> dict[str, Codes]:
    """Return all codes of the dimensions whose codes come from reference tables, by name."""
    return {
        REGION.name: regions,
        MUNICIPALITY.name: tuple(tables.municipalities["code"]),
        FOCUS.name: tuple(tables.focus_areas["code"]),
        THEME.name: tuple(tables.themes["code"]),
    }


def _version(origin: Origin, tables: Tables) -> str:
    """Return a fingerprint of the list, its name and its day."""
    return hashlib.sha256(repr((origin.name, origin.day, tables.digest)).encode()).hexdigest()[:VERSION_LENGTH]


def _vocabulary(origin: Origin, tables: Tables, areas: Areas) -> Vocabulary:
    """Return what a search takes into account beside the list: areas, words of the counties' priorities, the words of the programme."""
    list_words = SHIPPED_LISTS[origin.shipped_code].words if origin.shipped_code else frozenset[str]()
    return Vocabulary(areas, _priority_words(tables.regions), list_words)


def _priority_words(regions: pd.DataFrame) -> Sequence[str]:
    """Return the words of the counties' priorities in both languages, in lower case with accents."""
    lists = (cell for name in PRIORITY_COLUMNS for cell in regions[name])
    return tuple(dict.fromkeys(word for cell in lists for priority in cell for word in fold_case(priority).split()))


def _citations(citations: pd.DataFrame) -> Mapping[str, Sequence[SimpleNamespace]]:
    """Return the rows of the citations by their subject, each with its columns as attributes; another process can take them over."""
    by_subject: dict[str, list[SimpleNamespace]] = {}
    for row in citations.itertuples(index=False, name=None):
        citation = SimpleNamespace(**dict(zip(citations.columns, row, strict=True)))
        by_subject.setdefault(citation.subject, []).append(citation)
    return by_subject


def _with_names(clusters: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return `clusters` with `municipality` (text), `regions`, `region_other_names` and `nuts3_codes` (tuples of text)."""
    regions = tables.regions.set_index("code")
    municipalities = tables.municipalities.set_index("code")["name"].to_dict()
    sources = {"regions": ["name"], "region_other_names": ["county_sv", "county_en", "body"], "nuts3_codes": ["nuts3_code"]}
    columns = {"municipality": [municipalities.get(code) for code in clusters["municipality_code"]]}
    for column, region_columns in sources.items():
        by_code = {code: tuple(row) for code, row in zip(regions.index, regions[region_columns].to_numpy(), strict=True)}
        # Equal cells share one tuple, which saves memory in long lists.
        by_codes = {codes: tuple(name for code in codes for name in by_code[code]) for codes in set(clusters["region_codes"])}
        columns[column] = [by_codes[codes] for codes in clusters["region_codes"]]
    return clusters.assign(**{column: pd.Series(cells, dtype=object) for column, cells in columns.items()})


def _with_themes(clusters: pd.DataFrame, themes_of: Mapping[str, Codes], tables: Tables) -> pd.DataFrame:
    """Return `clusters` with `themes` (tuples of codes), from the current priorities of each cluster's counties."""
    by_codes = {
        codes: in_order({theme for code in codes for theme in themes_of[code]}, tables.themes) for codes in set(clusters["region_codes"])
    }
    return clusters.assign(themes=pd.Series([by_codes[codes] for codes in clusters["region_codes"]], dtype=object))


def _inferred(clusters: pd.DataFrame, tables: Tables) -> pd.Series[Any]:
    """Return the inferred columns of each cluster of a shipped list (tuples of text)."""
    municipalities = tables.municipalities.set_index("code")["name"].to_dict()
    return pd.Series(inferred_columns(clusters, tables.citations, municipalities), dtype=object)
