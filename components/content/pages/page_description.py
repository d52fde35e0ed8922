"""Description of a page in a sentence or two, for search engines and links that are shared."""

from __future__ import annotations

import textwrap

from components.content.filters.selection_summary import selection_sentence
from components.content.pages.page_info import PageInfo
from components.content.wording.localized_texts import localized_text
from components.content.wording.row_words import are_clusters
from components.dataset.view import View

MAX_DESCRIPTION_LENGTH = 300  # characters; search engines and previews show less


def page_description(info: PageInfo, view: View) -> str:
    """Return the description: of the open cluster or the selection on the map, of the page elsewhere."""
    return textwrap.shorten(_map_description(info, view) if not info.path else info.tagline, MAX_DESCRIPTION_LENGTH, placeholder=" …")


def _map_description(info: PageInfo, view: View) -> str:
    _ = view.texts.gettext
    dataset, cluster_id = view.dataset, view.selection.cluster
    if cluster_id:
        cluster = dataset.clusters.iloc[dataset.row_numbers[cluster_id]]
        is_in_list = _("%(name)s is one of the clusters in %(list)s.") if are_clusters(dataset) else _("%(name)s is in the list %(list)s.")
        values = {"name": cluster["name"], "list": dataset.origin.name}
        return localized_text(cluster, "description", view.texts) or is_in_list % values
    if view.selection.is_filtered:
        return " ".join([selection_sentence(view), _("On a map and in a table, with open data.")])
    return " ".join([f"{info.heading}.", _("On a map and in a table, with open data."), info.tagline])
