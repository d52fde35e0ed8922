"""Profile of a county: its clusters, focus areas, priorities and codes."""

from __future__ import annotations

from components.content.profiles.region_facts import region_facts
from components.content.wording.row_words import row_words
from components.core.templating import to_html
from components.dataset.view import View


def region_profile_html(view: View) -> str:
    """Return the profile of the selection's county, or "" if the selection has none or several."""
    if len(view.selection.regions) != 1:
        return ""
    (code,) = view.selection.regions
    region = region_facts(view, code)
    content = to_html("region_profile", view.language, region=region, words=row_words(view.dataset, view.texts))
    return to_html("card", view.language, key="region-profile", title=region.county, content=content, close_url="")
