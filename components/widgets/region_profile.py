"""Profile of a county: its clusters, focus areas, priorities and codes."""

from __future__ import annotations

from dataclasses import replace

from components.content.profiles.cluster_links import NearestClusters
from components.content.profiles.region_facts import region_facts
from components.content.wording.row_words import row_words
from components.core.templating import to_html
from components.dataset.view import View


def region_profile_html(view: View) -> str:
    """Return the profile of the selection's county, or "" if the selection has none or several.

    Where no cluster matches, the empty state above it names the nearest ones.
    """
    if len(view.selection.regions) != 1:
        return ""
    (code,) = view.selection.regions
    region = region_facts(view, code)
    if not view.match.count:
        region = replace(region, nearest=NearestClusters("", [], []))
    content = to_html("region_profile", view.language, region=region, words=row_words(view.dataset, view.texts))
    return to_html("card", view.language, key="region-profile", title=region.county, content=content, close_url="")
