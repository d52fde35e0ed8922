"""Parts of a page as HTML, the same for the first page and the live one. Each part is the content of the element with its name as id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.app_pages.about_list import about_list_html
from components.app_pages.articles import about_html, accessibility_html, cookies_html
from components.app_pages.comparison import comparison_html
from components.app_pages.data_quality import data_quality_html
from components.app_pages.map_page import map_results_html
from components.app_pages.open_data import open_data_html
from components.app_pages.upload import upload_html
from components.content.pages.page_info import PageInfo
from components.content.pages.page_title import page_title
from components.core.urls import UPLOAD_PATH
from components.dataset.upload_reader import UploadResult
from components.dataset.view import View
from components.widgets.embed_code import embed_code_html
from components.widgets.filters import filters_html
from components.widgets.footer import FooterPage, footer_html
from components.widgets.header import header_html, heading_html
from components.widgets.legend import legend_html, map_note_html
from components.widgets.sentence import sentence_html
from components.widgets.summary import summary_html
from data.known_codes import UnknownValue
from data.selection import Selection

Parts = Mapping[str, str]  # name -> HTML


@dataclass(frozen=True)
class PageState:
    """State of a page besides its view.

    Attributes:
        info: The page.
        ignored: Values of the URL that were ignored.
        upload: Result of the visitor's last upload, None where there is none.
        url: URL of the page, for the citation; "" on a live page without a public URL, where the script writes it.
        is_live: True on the live page. Its menu and footer have links without a query, which the script adds: so these parts stay equal
            and are not sent again.
    """

    info: PageInfo
    ignored: Sequence[UnknownValue] = ()
    upload: UploadResult | None = None
    url: str = ""
    is_live: bool = False

    @property
    def site(self) -> str:
        """URL of the dashboard with a slash at its end; "" where that of the page is."""
        return self.url.partition("?")[0].removesuffix(self.info.path)


RESULTS: dict[str, Callable[[View, PageState], str]] = {  # path of the page -> its content
    "": lambda view, _state: map_results_html(view),
    "compare": lambda view, _state: comparison_html(view),
    "about": lambda view, _state: about_html(view) if view.dataset.origin.shipped_code else about_list_html(view),
    "data": lambda view, _state: data_quality_html(view),
    "open-data": lambda view, state: open_data_html(view, state.site),
    UPLOAD_PATH: lambda view, state: upload_html(view, state.upload),
    "accessibility": lambda view, _state: accessibility_html(view),
    "cookies": lambda view, _state: cookies_html(view),
}


def page_parts(view: View, state: PageState) -> Parts:
    """Return the parts of a page in their order; a part that the page does not have is empty."""
    path = state.info.path
    linked = Selection() if state.is_live else view.selection
    return {
        "header": header_html(view, path, linked),
        "heading": heading_html(view, state.info, state.ignored),
        "filters": filters_html(view, path) if state.info.has_filters else "",
        "sentence": sentence_html(view, path) if state.info.shows_selection or view.selection.is_filtered else "",
        "legend": legend_html(view) if state.info.has_map else "",
        "map-note": map_note_html(view) if state.info.has_map else "",
        "summary": summary_html(view, state.url) if state.info.shows_selection else "",
        "embed": embed_code_html(view, state.url) if state.info.has_map else "",
        "results": RESULTS[path](view, state),
        "footer": footer_html(view, linked, FooterPage(page_title(state.info, view), "" if state.is_live else state.url)),
    }
