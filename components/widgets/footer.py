"""Footer of every page: who answers for it, and the pages about its data and its accessibility."""

from __future__ import annotations

from components.content.page_info import page_infos
from components.core.i18n import NAME
from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.selection import Selection

LISTED_PAGES = ("data", "open-data", "accessibility")


def footer_html(view: View, selection: Selection) -> str:
    """Return the footer; its links keep `selection`."""
    infos = page_infos(view.dataset, view.texts)
    listed = [infos[path] for path in LISTED_PAGES if path in infos]  # an upload has no open data
    urls = {info.path: selection_url(selection, info.path) for info in listed}
    return to_html("footer", view.language, name=NAME, operator=settings().operator, pages=listed, urls=urls)
