"""Page for a URL that is none of the app's pages, in the visitor's language and with ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from components.content.pages.page_info import page_infos
from components.core.i18n import LANGUAGE_LINKS, NAME, texts_in
from components.core.templating import to_html
from components.dataset.view import View
from components.widgets.footer import FooterPage, footer_html, sender_html
from data.languages import LANGUAGES, Language
from data.selection import Selection
from data.selection_url import to_query_string


@dataclass(frozen=True)
class UnknownUrl:
    """URL that is none of the app's pages.

    Attributes:
        path: Path that was opened, below `root` and not encoded; the link to the other language keeps it.
        root: Path of the app on its host, with a slash at its beginning and end. The links begin with it, since the page that was
            opened can be at any depth.
        base_url: Public URL of the app, with a slash at its end.
    """

    path: str
    root: str
    base_url: str


def not_found_html(language: Language, url: UnknownUrl, view: View | None, stylesheets: Sequence[str]) -> str:
    """Return the whole page.

    Args:
        language: Language of the page.
        url: URL that was opened.
        view: View whose pages are offered, in that language; None while there is no dataset.
        stylesheets: URLs of the style sheets.
    """
    root, here = url.root, quote(url.path.lstrip("/"), safe="/")  # a second slash would begin the name of another host
    texts = texts_in(language)
    page = FooterPage(texts.gettext("Page not found"), f"{url.base_url}{here}", root)
    return to_html(
        "not_found",
        language,
        name=NAME,
        root=root,
        query=to_query_string(Selection(language=language)),
        pages=list(page_infos(view.dataset, texts).values()) if view else [],
        footer=footer_html(view, Selection(language=language), page) if view else sender_html(texts, root),
        others=[
            {"language": other, "name": LANGUAGE_LINKS[other], "url": f"{root}{here}{to_query_string(Selection(language=other))}"}
            for other in LANGUAGES
            if other != language
        ],
        stylesheets=stylesheets,
    )
