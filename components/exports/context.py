"""Context of an export: the view to export and the URL below which its files are found."""

from __future__ import annotations

from dataclasses import dataclass

from components.dataset.view import View

DEFAULT_PICTURE_WIDTH = 1200  # pixels


@dataclass(frozen=True)
class ExportContext:
    """A view to export and the URL of the app.

    Attributes:
        view: dataset, match and language to export.
        base_url: URL of the app with a slash at its end; "" for files that have no URL.
        picture_width: Width of a picture in pixels.
    """

    view: View
    base_url: str
    picture_width: int = DEFAULT_PICTURE_WIDTH
