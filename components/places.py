"""The places of the app: what each is called, what it says at its top, and where it is; `page.py` says what draws it."""

from __future__ import annotations

from dataclasses import dataclass

from components.catalogue import Catalogue
from components.listing import list_words
from components.texts import NAME, Texts
from data.lists import S3_PILOTEN
from data.selection import Selection

OWN_LIST = "own-list"


@dataclass(frozen=True)
class Place:
    """One place.

    Its path below the app's address ("" is where it opens), its name in the menu, its heading and what it is in a few words, and
    whether the filters stand beside it. Nothing of it depends on what is chosen.
    """

    path: str
    name: str
    heading: str
    lead: str
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
    """Return the places by path, in the order of the menu, in the visitor's language."""
    found: dict[str, Place] = catalogue.once(("places", texts.language), lambda: {place.path: place for place in _places(catalogue, texts)})
    return found


def _places(catalogue: Catalogue, texts: Texts) -> list[Place]:
    _ = texts.gettext
    own = catalogue.origin.own
    counties = _("Choose two to four counties among the filters to see them side by side.")
    if catalogue.known.focus:
        counties += " " + _("Below, all counties against all focus areas.")
    programme = _("The programme behind the 22 clusters, in short and with sources.")
    known = _("What is known of the clusters and what is not. It holds for the whole list, whatever you have chosen.")
    files = _("Everything on the page as files and addresses, for Excel, Power BI and programs of your own. Free to use, no key needed.")
    alone = _("See a list of your own on the map. It is shown to you alone, stored nowhere, and gone when the page is closed or reloaded.")
    usable = _("How well Klusterkartan can be used by everyone, and what falls short.")
    about = [Place("about", _("About S3-piloten"), _("About S3-piloten"), programme)]
    return [
        Place("", _("Map"), _heading_of_the_map(catalogue, texts), list_words(catalogue, texts).lead, has_filters=True),
        Place("compare", _("Compare counties"), _("Compare counties"), counties, has_filters=True),
        *(about if catalogue.origin.programme == S3_PILOTEN.code else []),
        Place("data", _("About the data"), _("About the data"), known),
        *([] if own else [Place("open-data", _("Open data"), _("Open data"), files)]),
        Place(OWN_LIST, _("Own list"), _("Your own list"), alone),
        Place("accessibility", _("Accessibility"), _("Accessibility statement"), usable),
    ]


def _heading_of_the_map(catalogue: Catalogue, texts: Texts) -> str:
    clusters = len(catalogue.clusters)
    heading = texts.ngettext(
        "%(clusters)s cluster in %(covered)d of Sweden's %(regions)d counties",
        "%(clusters)s clusters in %(covered)d of Sweden's %(regions)d counties",
        clusters,
    )
    covered = sum(1 for total in catalogue.region_totals.values() if total)
    return heading % {"clusters": texts.number(clusters), "covered": covered, "regions": len(catalogue.region_totals)}
