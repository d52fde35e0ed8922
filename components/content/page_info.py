"""The places of the app: what each is called, what it says at its top, and where it is; `page.py` says what draws it."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.attribution import attribution
from components.core.i18n import NAME, Texts
from components.dataset.dataset import Dataset
from components.dataset.view import View
from data.lists import S3_PILOTEN

UPLOAD_PATH = "own-list"


@dataclass(frozen=True)
class PageInfo:
    """One place.

    Its path below the app's address ("" is where it opens), its name in the menu, its heading and what it is in a few words, and
    whether the filters stand beside it. Nothing of it depends on what is chosen.
    """

    path: str
    name: str
    heading: str
    lead: str
    has_filters: bool = False


def document_title(info: PageInfo, view: View) -> str:
    """Return the page's `<title>`: on the map the name of the open profile, else that of the page."""
    name, dataset, selection = info.name, view.dataset, view.selection
    if not info.path and selection.cluster:
        name = dataset.clusters["name"].iloc[dataset.row_numbers[selection.cluster]]
    elif not info.path and len(selection.regions) == 1:
        name = view.wording.counties[selection.regions[0]]
    return f"{name} – {NAME}"


def page_infos(dataset: Dataset, texts: Texts) -> dict[str, PageInfo]:
    """Return the places by path, in the order of the menu, in the visitor's language."""
    found: dict[str, PageInfo] = dataset.cached(
        ("places", texts.language), lambda: {place.path: place for place in _places(dataset, texts)}
    )
    return found


def _places(dataset: Dataset, texts: Texts) -> list[PageInfo]:
    _ = texts.gettext
    own = dataset.origin.is_upload
    counties = _("Choose two to four counties among the filters to see them side by side.")
    if dataset.known.focus:
        counties += " " + _("Below, all counties against all focus areas.")
    programme = _("The programme behind the 22 clusters, in short and with sources.")
    known = _("What is known of the clusters and what is not. It holds for the whole list, whatever you have chosen.")
    files = _("Everything on the page as files and addresses, for Excel, Power BI and programs of your own. Free to use, no key needed.")
    alone = _("See a list of your own on the map. It is shown to you alone, stored nowhere, and gone when the page is closed or reloaded.")
    usable = _("How well Klusterkartan can be used by everyone, and what falls short.")
    about = [PageInfo("about", _("About S3-piloten"), _("About S3-piloten"), programme)]
    return [
        PageInfo("", _("Map"), _heading_of_the_map(dataset, texts), attribution(dataset, texts).lead, has_filters=True),
        PageInfo("compare", _("Compare counties"), _("Compare counties"), counties, has_filters=True),
        *(about if dataset.origin.programme == S3_PILOTEN.code else []),
        PageInfo("data", _("About the data"), _("About the data"), known),
        *([] if own else [PageInfo("open-data", _("Open data"), _("Open data"), files)]),
        PageInfo(UPLOAD_PATH, _("Own list"), _("Your own list"), alone),
        PageInfo("accessibility", _("Accessibility"), _("Accessibility statement"), usable),
    ]


def _heading_of_the_map(dataset: Dataset, texts: Texts) -> str:
    clusters = len(dataset.clusters)
    heading = texts.ngettext(
        "%(clusters)s cluster in %(covered)d of Sweden's %(regions)d counties",
        "%(clusters)s clusters in %(covered)d of Sweden's %(regions)d counties",
        clusters,
    )
    covered = sum(1 for total in dataset.region_totals.values() if total)
    return heading % {"clusters": texts.number(clusters), "covered": covered, "regions": len(dataset.region_totals)}
