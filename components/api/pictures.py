"""Endpoints of the map as a picture: SVG, PNG, and the card that previews of shared links show."""

from __future__ import annotations

from starlette.requests import Request

from components.api.content import Content
from components.api.params import Read, parse_selection, upload_or_404
from components.core.sized_cache import SizedCache
from components.dataset.view import View
from components.exports.context import ExportContext
from components.exports.file_format import Format
from components.exports.file_names import file_name
from components.exports.formats import PICTURE_FORMATS
from components.exports.media_types import PNG
from components.exports.query_parameters import WIDTH
from data.calendar_day import today

MAX_CACHED_BYTES = 16_000_000  # of PNGs: about 100 of the usual width


class Pictures:
    """Contents of the endpoints, with the PNGs that were requested lately."""

    def __init__(self) -> None:
        self._pngs: SizedCache[bytes] = SizedCache(MAX_CACHED_BYTES, len)

    def of_selection(self, request: Request, read: Read, fmt: Format) -> Content:
        """Return the picture of the requested selection."""
        context = read(request, also=_further_parameters(fmt))
        view = context.view
        key = (view.dataset.version, fmt.path, view.selection.without_order(), context.picture_width, context.base_url, today())

        def build() -> bytes:
            return self._pngs.get_or_build(key, lambda: _draw(context, fmt)) if fmt.media_type == PNG else _draw(context, fmt)

        return Content(fmt.media_type, key, build, _name(view, fmt), opens_in_browser=True)


def upload_picture(request: Request, fmt: Format) -> Content:
    """Return the picture of the requested selection of an upload, which is never kept."""
    context = parse_selection(request, upload_or_404(request), base_url="", also=_further_parameters(fmt))
    return Content(fmt.media_type, (), lambda: _draw(context, fmt), _name(context.view, fmt), is_private=True, opens_in_browser=True)


def _further_parameters(fmt: Format) -> tuple[str, ...]:
    return (WIDTH,) if fmt in PICTURE_FORMATS else ()


def _draw(context: ExportContext, fmt: Format) -> bytes:
    picture = fmt.write(context, {})
    assert isinstance(picture, bytes)  # other formats may come in chunks
    return picture


def _name(view: View, fmt: Format) -> str:
    return file_name(view, view.texts.gettext("map"), fmt.suffix)
