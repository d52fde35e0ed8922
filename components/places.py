"""The places of the app: what each is called, where it is, and what draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from components.articles import render_about, render_accessibility
from components.catalogue import Catalogue
from components.comparison import render_comparison
from components.open_data import render_open_data
from components.overview import render_overview
from components.own_list import PATH as OWN_LIST
from components.own_list import render_own_list
from components.quality import render_quality
from components.texts import NAME, Texts
from data.filters import Match
from data.lists import S3_PILOTEN
from data.selection import Selection

Render = Callable[[Catalogue, Match, Texts], None]


@dataclass(frozen=True)
class Place:
    """One place: its path below the app's address ("" is where it opens), its name, and whether the filters stand beside it."""

    path: str
    name: str
    render: Render
    has_filters: bool = False


def title_of(place: Place, catalogue: Catalogue, selection: Selection, texts: Texts) -> str:
    """Return what the browser calls the page: on the map the profile that is open, else the place."""
    name = place.name
    if not place.path and selection.cluster:
        name = catalogue.clusters["name"].iloc[catalogue.rows[selection.cluster]]
    elif not place.path and len(selection.regions) == 1:
        name = catalogue.wording[texts.language].counties[selection.regions[0]]
    return f"{name} – {NAME}"


def places_in(catalogue: Catalogue, texts: Texts) -> dict[str, Place]:
    """Return the places by path, in the order of the menu, named in the visitor's language."""
    _ = texts.gettext
    places = (
        Place("", _("Map"), render_overview, has_filters=True),
        Place("compare", _("Compare counties"), render_comparison, has_filters=True),
        *([Place("about", _("About S3-piloten"), render_about)] if catalogue.origin.programme == S3_PILOTEN.code else []),
        Place("data", _("About the data"), render_quality),
        *([] if catalogue.origin.own else [Place("open-data", _("Open data"), render_open_data)]),
        Place(OWN_LIST, _("Own list"), render_own_list),
        Place("accessibility", _("Accessibility"), render_accessibility),
    )
    return {place.path: place for place in places}
