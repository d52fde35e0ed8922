"""One static file: its content, its compressed forms in memory once they are made, and the responses with them."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path, PurePosixPath

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse

from components.server.content_codings import IDENTITY, Quality, accepted_coding, compress
from components.web.revalidation import matches_etag

TEXT_SUFFIXES = {".css", ".html", ".js", ".json", ".svg"}  # compressed; pictures and fonts are already


class StaticFile:
    """A file on disk, or content that the app makes itself.

    A compressed form is made before it is asked for, never in a request. Until then the file is sent as it is.
    """

    def __init__(self, name: str, source: Path | bytes) -> None:
        self.source = source
        self.media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.is_text = PurePosixPath(name).suffix in TEXT_SUFFIXES
        self._compressed: dict[str, bytes] = {}

    @property
    def size_bytes(self) -> int:
        """Size of the content, not compressed."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    def compress(self, quality: Quality) -> None:
        """Make the compressed forms, or replace them by those of another quality; a form that saves nothing is left out."""
        content = self.source if isinstance(self.source, bytes) else self.source.read_bytes()
        self._compressed = {coding: body for coding, body in compress(content, quality).items() if len(body) < len(content)}

    def response(self, request: Request, cache_control: str) -> Response:
        """Return the response to GET or HEAD: the form that the browser accepts, or 304 if it has that form."""
        compressed = self._compressed  # once: a thread may replace it
        coding = accepted_coding(request.headers.get("accept-encoding", ""), compressed)
        response = self._body(request) if coding == IDENTITY else self._in_memory(compressed[coding], request)
        response.headers["Cache-Control"] = cache_control
        if coding != IDENTITY:
            response.headers["Content-Encoding"] = coding
        if self.is_text:
            response.headers["Vary"] = "Accept-Encoding"
        return NotModifiedResponse(response.headers) if matches_etag(response.headers["ETag"], request) else response

    def _body(self, request: Request) -> Response:
        """Return the response with the content as it is; files on disk also in ranges."""
        if isinstance(self.source, bytes):
            return self._in_memory(self.source, request)
        return FileResponse(self.source, media_type=self.media_type, stat_result=self.source.stat())

    def _in_memory(self, body: bytes, request: Request) -> Response:
        """Return the response with these bytes, whose hash is the ETag: it differs from coding to coding."""
        headers = {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"', "Content-Length": str(len(body))}
        return Response(b"" if request.method == "HEAD" else body, media_type=self.media_type, headers=headers)
