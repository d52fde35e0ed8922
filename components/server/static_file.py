"""One static file: its content, its compressed representations in memory once they are made, and the responses with them."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse

from components.server.content_codings import FAST, IDENTITY, Quality, accepted_coding, compress
from components.web.revalidation import matches_etag

TEXT_SUFFIXES = {".css", ".geojson", ".html", ".js", ".json", ".svg"}  # compressed; pictures and fonts are already
MEDIA_TYPES = {".geojson": "application/geo+json"}  # that Python does not know


@dataclass(frozen=True)
class Representation:
    """Content in one coding, with its ETag: it differs from coding to coding."""

    body: bytes
    etag: str

    @classmethod
    def of(cls, body: bytes) -> Representation:
        """Return the representation with these bytes."""
        return cls(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


class StaticFile:
    """A file on disk, or content that the app makes itself.

    A compressed representation is made before any request for it, never in a request. Until then the file is sent as it is.
    """

    def __init__(self, name: str, source: Path | bytes) -> None:
        suffix = PurePosixPath(name).suffix
        self.source = source if isinstance(source, Path) else Representation.of(source)
        self.media_type = MEDIA_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.is_text = suffix in TEXT_SUFFIXES
        self._compressed: dict[str, Representation] = {}

    @property
    def size_bytes(self) -> int:
        """Size of the content, not compressed."""
        return self.source.stat().st_size if isinstance(self.source, Path) else len(self.source.body)

    def compress(self, quality: Quality) -> None:
        """Make the compressed representations, or replace them by those of another quality; one that saves nothing is left out."""
        content = self.source.read_bytes() if isinstance(self.source, Path) else self.source.body
        compressed = compress(content, quality)
        self._compressed = {coding: Representation.of(body) for coding, body in compressed.items() if len(body) < len(content)}

    def response(self, request: Request, cache_control: str) -> Response:
        """Return the response to GET or HEAD: the representation that the browser accepts, or 304 if it has that one."""
        compressed = self._compressed  # once: a thread may replace it
        coding = accepted_coding(request.headers.get("accept-encoding", ""), compressed)
        response = self._answer(compressed.get(coding, self.source), request)
        response.headers["Cache-Control"] = cache_control
        if coding != IDENTITY:
            response.headers["Content-Encoding"] = coding
        if self.is_text:
            response.headers["Vary"] = "Accept-Encoding"
        return NotModifiedResponse(response.headers) if matches_etag(response.headers["ETag"], request) else response

    def _answer(self, source: Path | Representation, request: Request) -> Response:
        """Return the response with this representation, or with the file on disk as it is, also in ranges."""
        if isinstance(source, Path):
            return FileResponse(source, media_type=self.media_type, stat_result=source.stat())
        headers = {"ETag": source.etag, "Content-Length": str(len(source.body))}
        return Response(b"" if request.method == "HEAD" else source.body, media_type=self.media_type, headers=headers)


def compressed_file(name: str, content: bytes) -> StaticFile:
    """Return a file that the app has made, compressed fast."""
    file = StaticFile(name, content)
    file.compress(FAST)
    return file
