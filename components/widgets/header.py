"""Header of every page: name of the app, menu and language link; and the heading below it with its notices."""

from __future__ import annotations

from collections.abc import Sequence

from components.content.pages.page_info import PageInfo, page_infos
from components.core.i18n import LANGUAGE_LINKS, NAME, NAME_IN_ENGLISH, Texts
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.known_codes import UnknownValue
from data.languages import Language
from data.selection import Selection
from data.selection_url import search_text

MAX_LISTED_IGNORED, MAX_IGNORED_LENGTH = 5, 40  # values in the notice, and characters of each


def header_html(view: View, path: str, selection: Selection) -> str:
    """Return the header of the page at `path`; its links keep `selection`."""
    infos = page_infos(view.dataset, view.texts)
    other: Language = "sv" if view.language == "en" else "en"
    return to_html(
        "header",
        view.language,
        name=NAME,
        meaning=NAME_IN_ENGLISH if view.language == "en" else "",
        path=path,
        pages=[info for info in infos.values() if info.in_menu],
        urls={each: selection_url(selection, each) for each in infos},
        other={"language": other, "name": LANGUAGE_LINKS[other], "url": selection_url(selection, path, language=other)},
    )


def heading_html(view: View, info: PageInfo, ignored: Sequence[UnknownValue]) -> str:
    """Return the heading of a page, with a notice that an upload is shown and one with the values of the URL that were ignored."""
    origin = view.dataset.origin
    return to_html(
        "heading",
        view.language,
        info=info,
        upload_name=origin.name if origin.is_upload else "",
        public_url=selection_url(Selection(language=view.selection.language), info.path),
        ignored_notice=ignored_values_notice(ignored, view.texts),
    )


def ignored_values_notice(ignored: Sequence[UnknownValue], texts: Texts) -> str:
    """Return the sentence that lists the ignored values, or "" if there are none."""
    if not ignored:
        return ""
    values = (search_text(unknown.value)[:MAX_IGNORED_LENGTH] for unknown in ignored[:MAX_LISTED_IGNORED])
    return texts.gettext("Part of the link was not recognised and has been ignored: %s") % ", ".join(
        texts.gettext("“%s”") % value for value in values
    )
