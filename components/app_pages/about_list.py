"""Page about an operator's list: its name, source, day, size and licence, as far as they are known."""

from __future__ import annotations

from components.content.pages.attribution import attribution
from components.core.i18n import Texts
from components.core.settings import settings
from components.core.templating import to_html
from components.core.urls import selection_url
from components.dataset.view import View
from data.sources.base import SourceKind
from data.sources.choose_source import source_at


def about_list_html(view: View) -> str:
    """Return the content of the page; the selection changes nothing on it."""
    dataset = view.dataset
    return to_html(
        "about_list",
        view.language,
        name=dataset.origin.name,
        operator=settings().operator.name,
        source=_source_text(view.texts),
        date=dataset.date,
        is_snapshot=dataset.origin.is_snapshot,
        rows=len(dataset.clusters),
        licence=attribution(dataset, view.texts).licence,
        data_url=selection_url(view.selection, "data"),
    )


def _source_text(texts: Texts) -> str:
    """Return the kind of the source in words. Its URL may hold a password, and its path is not public."""
    _ = texts.gettext
    kinds: dict[SourceKind, str] = {
        "file": _("A file that is read again when it changes"),
        "web": _("A file on the web that is read again when it changes"),
        "database": _("A database table that is read again when it changes"),
    }
    clusters = settings().clusters
    return kinds[source_at(clusters.source, clusters.table).kind]
