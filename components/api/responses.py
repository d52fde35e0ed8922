"""HTTP responses of the open data API: conditional requests, file names, whole and streamed bodies."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from components.api.cors import PUBLIC_HEADERS
from components.core.settings import settings
from components.core.version import FINGERPRINT
from components.exports.file_names import ascii_name
from components.web.revalidation import NO_STORE, REVALIDATE, etag, matches_etag

NOT_COMPRESSED = {"image/png"}  # media types that the server sends as they are
MAX_BUFFERED_BYTES = 1_000_000  # a body up to this size is sent whole, with its Content-Length
MAX_PIECE_BYTES = 65_536  # sent at once; the server waits between pieces until the client has read

NextChunk = Callable[[Iterator[bytes]], Awaitable[bytes | None]]


@dataclass(frozen=True)
class Content:
    """Content of an endpoint. Equal keys give equal content: the ETag is made of the key.

    `build` returns the body, or an iterator over its chunks; `file_name` is the name to save it under, "" for none. A browser that
    follows the URL saves a file, unless it `opens_in_browser`. Content that is private, such as a visitor's own list, is stored nowhere
    on its way.
    """

    media_type: str
    key: tuple[Any, ...]
    build: Callable[[], bytes | Iterator[bytes]]
    file_name: str = ""
    is_private: bool = False
    opens_in_browser: bool = False


@dataclass
class Answer:
    """Status, headers and body of an answer, ready to be sent. `rest` yields the chunks of a long body after its beginning."""

    status: int
    headers: dict[str, str]
    body: bytes = b""
    rest: Iterator[bytes] | None = None

    @property
    def held_bytes(self) -> int:
        """Size of a finished file that the client reads in pieces; 0 for small or streamed bodies."""
        return len(self.body) if self.rest is None and len(self.body) > MAX_BUFFERED_BYTES else 0

    def to_response(self, next_chunk: NextChunk) -> Response:
        """Return the response; `next_chunk` returns the next chunk of an iterator, or None at its end."""
        if self.rest is None and len(self.body) <= MAX_PIECE_BYTES:
            return Response(self.body, self.status, self.headers)
        return StreamingResponse(self._pieces(next_chunk), self.status, self.headers)

    async def _pieces(self, next_chunk: NextChunk) -> AsyncIterator[bytes]:
        chunk: bytes | None = self.body
        self.body = b""  # so that a long body is not held longer than it is sent
        while chunk is not None:
            for start in range(0, max(1, len(chunk)), MAX_PIECE_BYTES):  # an empty piece too, by which a HEAD is compressed as GET
                yield chunk[start : start + MAX_PIECE_BYTES]
            chunk = None  # before the next is built
            chunk = await next_chunk(self.rest) if self.rest else None


def build_answer(request: Request, content: Content) -> Answer:
    """Return the answer to GET or HEAD: 304 where the client has the content, else 200 with it."""
    tag = etag(FINGERPRINT, settings().shown, *content.key)
    headers = PUBLIC_HEADERS | ({"Cache-Control": NO_STORE} if content.is_private else {"ETag": tag, "Cache-Control": REVALIDATE})
    if content.file_name:
        headers["Content-Disposition"] = content_disposition(content.file_name, opens_in_browser=content.opens_in_browser)
    if not content.is_private and matches_etag(tag, request):
        varies = {} if content.media_type in NOT_COMPRESSED else {"Vary": "Accept-Encoding"}  # as in the 200, where the compression adds it
        return Answer(304, headers | varies)
    headers["Content-Type"] = content.media_type
    body, rest = _begin(content.build())
    if rest is None:
        headers["Content-Length"] = str(len(body))
    if request.method == "HEAD" and (rest is not None or len(body) > MAX_PIECE_BYTES):
        return Answer(200, headers, rest=iter(()))  # streamed, as to GET
    return Answer(200, headers, body, rest)  # a small body also to HEAD: the compression decides by it, and the server leaves it out


def _begin(built: bytes | Iterator[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
    """Return the whole body and None, or the beginning of a long one and the iterator over the rest."""
    if isinstance(built, bytes):
        return built, None
    chunks, size = [], 0
    for chunk in built:
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BUFFERED_BYTES:
            return b"".join(chunks), built
    return b"".join(chunks), None


def content_disposition(file_name: str, *, opens_in_browser: bool = False) -> str:
    """Return the header that names the file in both ways of RFC 6266, since old programs read only ASCII."""
    disposition = "inline" if opens_in_browser else "attachment"
    return f"{disposition}; filename=\"{ascii_name(file_name)}\"; filename*=UTF-8''{quote(file_name)}"
