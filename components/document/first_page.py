"""First page: the whole page of a URL as plain HTML, complete without any script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from components.core.i18n import NAME, texts_in
from components.core.templating import to_html
from components.dataset.view import View
from components.document.head import head_html
from components.document.missing_list import missing_list_parts
from components.document.page_parts import PageState, page_parts
from components.document.script_labels import script_labels
from components.document.unavailable import busy_parts, unavailable_parts
from components.widgets.map_list import map_list_html
from components.widgets.svg_map import svg_map_html
from data.errors import ClusterDataError
from data.languages import Language
from data.selection_url import to_query_string


@dataclass(frozen=True)
class Scripts:
    """Scripts that make a page live, with the style sheets.

    Attributes:
        tags: Tags of style sheets and scripts for the head.
        streamlit: URL of Streamlit's script, which our script starts.
    """

    tags: str
    streamlit: str


def first_page_html(view: View, state: PageState, base_url: str, scripts: Scripts) -> str:
    """Return the page. `base_url` is the app's URL with a slash at its end; `scripts` make the page live."""
    url = f"{base_url}{state.info.path}{to_query_string(view.selection)}"
    return to_html(
        "document",
        view.language,
        head=head_html(view, state.info, base_url),
        scripts=scripts,
        path=state.info.path,
        version=view.dataset.short_version,
        labels=script_labels(view.texts, state.info.path),
        has_filters=state.info.has_filters,
        has_map=state.info.has_map,
        parts=page_parts(view, replace(state, url=url)),
        drawn_map=svg_map_html(view) if state.info.has_map else "",
        map_list=map_list_html(view) if state.info.has_map else "",
    )


def missing_list_page_html(view: View, path: str, scripts: Scripts) -> str:
    """Return the page shown instead of the one at `path` for a list of the visitor's own, which no first page has."""
    return _stand_in_html(missing_list_parts(view, path), view.language, scripts, path)


def unavailable_page_html(error: ClusterDataError, language: Language, scripts: Scripts) -> str:
    """Return the page shown instead of all others while there is no dataset."""
    return _stand_in_html(unavailable_parts(error, language), language, scripts)


def busy_page_html(language: Language, scripts: Scripts) -> str:
    """Return the page shown instead of another while too many are being built."""
    return _stand_in_html(busy_parts(language), language, scripts)


def _stand_in_html(parts: Mapping[str, str], language: Language, scripts: Scripts, path: str = "") -> str:
    return to_html(
        "document",
        language,
        head=to_html("unavailable_head", language, name=NAME),
        scripts=scripts,
        path=path,
        version="",
        labels=script_labels(texts_in(language), path),
        has_filters=False,
        has_map=False,
        parts=parts,
        drawn_map="",
        map_list="",
    )
