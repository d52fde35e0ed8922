"""Head of a whole page: title, description, languages, previews of shared links, colours, icons and JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from components.api.jsonld import cluster_json_ld, json_ld
from components.content.pages.page_description import page_description
from components.content.pages.page_info import PageInfo
from components.content.pages.page_title import page_subject, page_title
from components.core.assets import asset_url
from components.core.i18n import NAME
from components.core.templating import to_html
from components.core.urls import ANY_LANGUAGE, alternate_urls
from components.dataset.view import View
from components.document.canonical import canonical_selection, is_indexed
from components.exports.formats import CARD_FORMAT
from components.exports.picture_compositions import CARD
from components.exports.picture_content import picture_title
from data.languages import LANGUAGES, Language
from data.selection import Selection
from data.selection_url import to_query_string
from geo.palette import PAGE_COLOURS

LOCALES: Mapping[Language, str] = {"sv": "sv_SE", "en": "en_GB"}


def head_html(view: View, info: PageInfo, base: str) -> str:
    """Return the elements of the head that depend on the page and the selection; character set and viewport are not among them.

    `base` is the absolute base URL of the app, with a slash at its end. Icons are relative, as they have to come from the host that
    the visitor uses.
    """
    selection = canonical_selection(info, view)
    urls = alternate_urls(base, info.path, selection)
    return to_html(
        "head",
        view.language,
        title=page_title(info, view),
        subject=page_subject(info, view),
        description=page_description(info, view),
        site_name=NAME,
        url=urls[view.language],
        urls=urls,
        locale=LOCALES[view.language],
        other_locales=[LOCALES[language] for language in LANGUAGES if language != view.language],
        theme=PAGE_COLOURS["background"],
        icon=asset_url("page/icon.svg"),
        touch_icon=asset_url("page/apple-touch-icon.png"),
        is_indexed=is_indexed(info, view),
        scripts=_json_ld_scripts(view, info, base, urls[ANY_LANGUAGE]),
        **_card(view, selection, base),
    )


def _card(view: View, selection: Selection, base: str) -> dict[str, str | int]:
    """Return URL, size and alternative text of the picture of a selection that previews of shared links show."""
    shown = replace(selection.without_order(), language=view.language)
    title = picture_title(replace(view, match=view.dataset.match(shown)))
    return {
        "card_url": f"{base}{CARD_FORMAT.url_path}{to_query_string(shown)}",
        "card_width": CARD.width,
        "card_height": CARD.height,
        "card_text": view.texts.gettext("Map of Sweden: %(title)s") % {"title": title},
    }


def _json_ld_scripts(view: View, info: PageInfo, base: str, url: str) -> list[str]:
    scripts = [json_ld(base, view.dataset, view.texts)]
    if not info.path and view.selection.cluster:
        scripts.append(cluster_json_ld(url, view))
    return scripts
