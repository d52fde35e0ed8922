"""Pages of the app: path, name, heading and tagline of each. `RESULTS` in `document/page_parts.py` maps each path to its content."""

from __future__ import annotations

from dataclasses import dataclass

from components.content.pages.attribution import attribution
from components.content.wording.row_words import are_clusters, counted_rows
from components.core.i18n import Texts
from components.core.urls import COMPARISON_PATH, UPLOAD_PATH
from components.dataset.dataset import Dataset
from data.lists import S3_PILOTEN, VINNVAXT


@dataclass(frozen=True)
class PageInfo:
    """One page of the app, in the visitor's language; nothing of it depends on the selection.

    Attributes:
        path: Path below the app's URL; "" for the map, the page that opens first.
        name: Name in the menu.
        heading: Heading of the page.
        tagline: Text below the heading.
        has_filters: True if the filters stand beside the page.
        has_map: True if the page has the map.
        shows_selection: True if the content of the page follows the selection.
        in_menu: True for the pages of the main job, in the menu; False for pages about the site itself, in the footer.
    """

    path: str
    name: str
    heading: str
    tagline: str
    has_filters: bool = False
    has_map: bool = False
    shows_selection: bool = False
    in_menu: bool = True


def page_infos(dataset: Dataset, texts: Texts) -> dict[str, PageInfo]:
    """Return the pages by path, in the order of the menu and then of the footer, in the visitor's language."""
    infos: dict[str, PageInfo] = dataset.cached(
        ("page infos", texts.language), lambda: {info.path: info for info in _page_infos(dataset, texts)}
    )
    return infos


def _page_infos(dataset: Dataset, texts: Texts) -> list[PageInfo]:
    _ = texts.gettext
    heading, tagline = _map_heading(dataset, texts), attribution(dataset, texts).tagline
    comparison = _("Compare counties")
    upload_tagline = _(
        "See your own list on the map. Only you can see it: it is kept in your browser, and on the server only during your visit."
    )
    accessibility_tagline = _("How accessible Klusterkartan is, and which shortcomings we know of.")
    open_data = [PageInfo("open-data", _("Open data"), _("Open data"), _open_data_tagline(dataset, texts), shows_selection=True)]
    cookies = _("Cookies and personal data")
    return [
        PageInfo("", _("Map"), heading, tagline, has_filters=True, has_map=True, shows_selection=True),
        PageInfo(COMPARISON_PATH, comparison, comparison, _comparison_tagline(dataset, texts), has_filters=True, shows_selection=True),
        *([] if dataset.origin.is_upload else [_about(dataset, texts)]),
        PageInfo(UPLOAD_PATH, _("Your list"), _("Your list"), upload_tagline),
        *([] if dataset.origin.is_upload else open_data),
        PageInfo("accessibility", _("Accessibility"), _("Accessibility statement"), accessibility_tagline, in_menu=False),
        PageInfo("data", _("About the data"), _("About the data"), _data_tagline(dataset, texts), in_menu=False),
        PageInfo("cookies", cookies, cookies, _("What is stored in your browser, and what the server knows about you."), in_menu=False),
    ]


def _about(dataset: Dataset, texts: Texts) -> PageInfo:
    _ = texts.gettext
    if dataset.origin.shipped_code == S3_PILOTEN.code:
        name, tagline = _("About S3-piloten"), _("A brief account of the programme behind the 22 clusters, with sources.")
    elif dataset.origin.shipped_code == VINNVAXT.code:
        name, tagline = _("About Vinnväxt"), _("A brief account of the programme behind the winners, with sources.")
    else:
        name, tagline = _("About the list"), _("What is known about the list shown here, %s.") % dataset.origin.name
    return PageInfo("about", name, name, tagline)


def _comparison_tagline(dataset: Dataset, texts: Texts) -> str:
    _ = texts.gettext
    tagline = _("Choose two to seven counties in the filters to compare them.")
    return " ".join([tagline, _("The table shows all counties and focus areas.")]) if dataset.known.focus else tagline


def _data_tagline(dataset: Dataset, texts: Texts) -> str:
    if are_clusters(dataset):
        return texts.gettext("What is known about the clusters and what is not. These figures cover the whole list.")
    return texts.gettext("What the list says and what it does not. These figures cover all of it.")


def _open_data_tagline(dataset: Dataset, texts: Texts) -> str:
    """Return the text, which says that the files are free to use only where a licence is stated whose terms are known."""
    _, licence = texts.gettext, attribution(dataset, texts).licence
    content = _("Everything on the page as files and web addresses, for Excel, Power BI and your own programs.")
    terms = _("Free to use, with no key needed.") if licence and licence.code else _("No key is needed.")
    return f"{content} {terms}"


def _map_heading(dataset: Dataset, texts: Texts) -> str:
    clusters = len(dataset.clusters)
    if not are_clusters(dataset):
        return texts.gettext("%(rows)s in %(list)s") % {"rows": counted_rows(dataset, clusters, texts), "list": dataset.origin.name}
    heading = texts.ngettext("%(count)s cluster in %(list)s", "%(count)s clusters in %(list)s", clusters)
    return heading % {"count": texts.number(clusters), "list": dataset.origin.name}
