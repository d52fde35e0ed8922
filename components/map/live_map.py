"""Live map: the only module that uses streamlit-folium."""

from __future__ import annotations

from dataclasses import astuple

from streamlit_folium import st_folium

from components.content.maps.county_titles import list_total
from components.content.maps.map_extent import selection_extent
from components.content.maps.map_groups import has_points
from components.content.maps.shown_clusters import shown_clusters
from components.content.maps.size_column import size_column
from components.content.wording.row_words import are_clusters, row_words
from components.core.assets import asset_url, leaflet_folder_url
from components.core.streamlit_internals import FRAME_TO_ROOT
from components.dataset.view import View
from components.map.layers import AssetUrls, BaseMap, LayerContext, RegionStyle, cluster_layer
from components.map.map_data import cluster_points, location_circles
from components.map.shape_files import SHAPES_URL
from data.filters import REGION
from geo.classes import classify

KEY = "map"
HEIGHT_PX = 580
ASSET_URLS = AssetUrls(
    leaflet=leaflet_folder_url(FRAME_TO_ROOT),
    palette=asset_url("palette.css", FRAME_TO_ROOT),
    assets=asset_url("map", FRAME_TO_ROOT),
    shapes=f"{FRAME_TO_ROOT}/{SHAPES_URL}",
)


def render_map(view: View) -> None:
    """Render the matching clusters, or their numbers by location if they are too many, and colour the counties.

    The colour of a county is by the number of clusters that selecting it would give.
    """
    dataset, match, selection = view.dataset, view.match, view.selection
    column = size_column(view)
    counts = match.option_counts(REGION)
    classes = classify(counts.values())
    regions = [RegionStyle(code, count, classes.class_index(count), code in selection.regions) for code, count in counts.items()]
    layer = cluster_layer(
        cluster_points(view) if has_points(view) else [],
        [] if has_points(view) else location_circles(view),
        regions,
        list_total(view, is_choice=True),
        LayerContext(
            selection.cluster,
            dataset.preview_version,
            astuple(selection_extent(view)),
            column.heading if column else "",
            are_nearest=shown_clusters(view).are_nearest,
        ),
    )
    st_folium(
        BaseMap(ASSET_URLS, view.language, None if are_clusters(dataset) else row_words(dataset, view.texts)),
        key=KEY,
        height=HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],  # the page sends the map's events with all others (live.js)
        feature_group_to_add=layer,
        render=False,  # the folium page around it, which nobody opens
    )
