"""Parts of a page as HTML, the same for the first page and the live one. Each part is the content of the element with its name as id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.app_pages.articles import about_html, accessibility_html
from components.app_pages.comparison import comparison_html
from components.app_pages.data_quality import data_quality_html
from components.app_pages.map_page import map_results_html
from components.app_pages.open_data import open_data_html
from components.app_pages.upload import upload_html
from components.content.page_info import UPLOAD_PATH, PageInfo
from components.dataset.upload import UploadResult
from components.dataset.view import View
from components.widgets.filters import filters_html
from components.widgets.footer import footer_html
from components.widgets.header import header_html, heading_html
from components.widgets.legend import legend_html, map_note_html
from components.widgets.summary import choices_html, summary_html
from data.selection import Selection, UnknownValue

Parts = Mapping[str, str]  # name -> HTML
Html = Callable[[View], str]

RESULTS: dict[str, Html] = {  # path of the page -> its content
    "": map_results_html,
    "compare": comparison_html,
    "about": about_html,
    "data": data_quality_html,
    "open-data": open_data_html,
    UPLOAD_PATH: upload_html,
    "accessibility": accessibility_html,
}


@dataclass(frozen=True)
class PageState:
    """State of a page besides its view.

    Attributes:
        info: The page.
        ignored: Values of the URL that were ignored.
        upload: Result of the visitor's last upload, None where there is none.
        url: URL of the page, "" if it is live: then the script knows it.
        is_live: True if the script writes the query of the links of menu and footer, so that they are not sent with each change.
    """

    info: PageInfo
    ignored: Sequence[UnknownValue] = ()
    upload: UploadResult | None = None
    url: str = ""
    is_live: bool = False


def page_parts(view: View, page: PageState) -> Parts:
    """Return the parts of a page in their order; a part that the page does not have is empty."""
    path = page.info.path
    linked = Selection() if page.is_live else view.selection
    return {
        "header": header_html(view, path, linked),
        "heading": heading_html(view, page.info, page.ignored),
        "filters": filters_html(view, path) if page.info.has_filters else "",
        "summary": (summary_html if page.info.shows_selection else choices_html)(view, path, page.url),
        "legend": legend_html(view) if page.info.has_map else "",
        "map-note": map_note_html(view) if page.info.has_map else "",
        "results": upload_html(view, page.upload) if path == UPLOAD_PATH else RESULTS[path](view),
        "footer": footer_html(view, linked),
    }
