"""Context of an export: the view to export and the URL below which its files are found."""

from __future__ import annotations

from dataclasses import dataclass

from components.dataset.view import View


@dataclass(frozen=True)
class ExportContext:
    """A view to export and the URL of the app.

    Attributes:
        view: dataset, match and language to export.
        base_url: URL of the app with a slash at its end; "" for files that have no URL.
    """

    view: View
    base_url: str
