"""Content of an endpoint, and the answer that carries it as a whole or in pieces."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response, StreamingResponse

MAX_BUFFERED_BYTES = 1_000_000  # a body up to this size is sent whole, with its Content-Length
MAX_PIECE_BYTES = 65_536  # sent at once; the server waits between pieces until the client has read

NextChunk = Callable[[Iterator[bytes]], Awaitable[bytes | None]]


@dataclass(frozen=True)
class Content:
    """Content of an endpoint. Equal keys give equal content: the ETag is made of the key.

    `build` returns the body, or an iterator over its chunks; `file_name` is the name to save it under, "" for none. A browser that
    follows the URL saves a file, unless it `opens_in_browser`. Content that is private, such as a visitor's own list, is stored nowhere
    on its way. `headers` are further ones of its answers.
    """

    media_type: str
    key: tuple[Any, ...]
    build: Callable[[], bytes | Iterator[bytes]]
    file_name: str = ""
    is_private: bool = False
    opens_in_browser: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the whole body in one piece."""
        built = self.build()
        return built if isinstance(built, bytes) else b"".join(built)


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
