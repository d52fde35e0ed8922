"""The places of the app: what each is called and where it is; `page.py` says what draws it."""

from __future__ import annotations

from dataclasses import dataclass

from components.catalogue import Catalogue
from components.texts import NAME, Texts
from data.lists import S3_PILOTEN
from data.selection import Selection

OWN_LIST = "own-list"


@dataclass(frozen=True)
class Place:
    """One place: its path below the app's address ("" is where it opens), its name, and whether the filters stand beside it."""

    path: str
    name: str
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
        Place("", _("Map"), has_filters=True),
        Place("compare", _("Compare counties"), has_filters=True),
        *([Place("about", _("About S3-piloten"))] if catalogue.origin.programme == S3_PILOTEN.code else []),
        Place("data", _("About the data")),
        *([] if catalogue.origin.own else [Place("open-data", _("Open data"))]),
        Place(OWN_LIST, _("Own list")),
        Place("accessibility", _("Accessibility")),
    )
    return {place.path: place for place in places}
