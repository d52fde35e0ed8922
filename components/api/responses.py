"""How an address of open data answers: for everybody to read, kept by browsers, never in the way of others, errors as RFC 9457."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from components.core.version import VERSION
from components.exports.schema import MAX_QUERY_LENGTH

AT_ONCE = 2  # so many answers are made at the same time; the rest of the machine is the page's
SECONDS = 20.0  # so long one may take, with the wait for its turn
MOST = 40  # so many are made or wait for their turn
MAX_EACH = 10  # so many of them are for one visitor
AT_HAND = 4  # parts of a file; one of fewer is sent whole
MAY_PASS = (429, 503)  # statuses that another try may not have
REVALIDATE = "no-cache"  # a browser asks each time whether what it has is still right

Endpoint = Callable[[Request], Awaitable[Response]]


class ProblemError(Exception):
    """Raised when an address cannot be answered; becomes a JSON problem (RFC 9457) with these members."""

    def __init__(self, status: int, title: str, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **members}

    def to_response(self) -> Response:
        """Return the answer that tells the problem."""
        headers = {"Retry-After": "5"} if self.status in MAY_PASS else {}
        if self.status == 405:  # noqa: PLR2004 - HTTP's own number
            headers = {"Allow": ", ".join(METHODS)}
        return Response(json.dumps(self.body, ensure_ascii=False), self.status, headers | OPEN, media_type="application/problem+json")


@dataclass(frozen=True)
class Content:
    """What an address holds, whole or in parts. `key` is what it is made of: as long as that stays, so does `make()`."""

    media_type: str
    key: tuple[Any, ...]
    make: Callable[[], bytes | Iterator[bytes]]
    file_names: tuple[str, str] | None = None  # to save it under: plain letters, and as it is written


OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
METHODS = ("GET", "HEAD", "OPTIONS")


class RequestLimiter:
    """Turns functions from a request to its content into endpoints, and lets only so many of them work at a time."""

    def __init__(self, at_once: int = AT_ONCE, seconds: float = SECONDS, most: int = MOST, most_each: int = MAX_EACH) -> None:
        self._workers = ThreadPoolExecutor(at_once, "open-data")
        self._seconds = seconds
        self._most, self._most_each = most, most_each
        self._under_way: Counter[str] = Counter()  # per visitor's address
        self._counting = threading.Lock()

    def endpoint(self, content_of: Callable[[Request], Content]) -> Endpoint:
        """Return the endpoint that answers METHODS, and others with a problem; a ProblemError becomes its answer."""

        async def answer(request: Request) -> Response:
            if request.method == "OPTIONS":  # a page elsewhere asks whether it may ask
                return Response(status_code=204, headers=OPEN | PREFLIGHT)
            if request.method not in METHODS:
                return ProblemError(405, "Nothing can be written", "Only reading is possible.", allowed=METHODS).to_response()
            try:
                return await asyncio.wait_for(asyncio.wrap_future(self._begin(request, content_of)), self._seconds)
            except ProblemError as problem:
                return problem.to_response()
            except TimeoutError:
                late = f"The answer was not ready within {self._seconds:.0f} seconds. Ask for less, or again later."
                return ProblemError(503, "Busy", late).to_response()

        return answer

    @property
    def under_way(self) -> int:
        """How many answers are being made, or wait for their turn."""
        return self._under_way.total()

    def _begin(self, request: Request, content_of: Callable[[Request], Content]) -> Future[Response]:
        """Give the request to the workers. Raises ProblemError: 429 or 503 when too many are under way already."""
        visitor = request.client.host if request.client else ""
        with self._counting:
            if self._under_way[visitor] >= self._most_each:
                raise ProblemError(429, "Too many at once", f"At most {self._most_each} files are made for one visitor at the same time.")
            if self.under_way >= self._most:
                raise ProblemError(503, "Busy", "Too many files are being made right now. Ask again later.")
            self._under_way[visitor] += 1
        job = self._workers.submit(_answer, request, content_of)
        job.add_done_callback(lambda _job: self._leave(visitor))  # one that is given up counts until it is done
        return job

    def _leave(self, visitor: str) -> None:
        with self._counting:
            self._under_way[visitor] -= 1
            self._under_way += Counter()  # forgets visitors with nothing under way


def _answer(request: Request, content_of: Callable[[Request], Content]) -> Response:
    if len(request.url.query) > MAX_QUERY_LENGTH:
        raise ProblemError(414, "Address too long", f"The query may have at most {MAX_QUERY_LENGTH} characters.", allowed=MAX_QUERY_LENGTH)
    content = content_of(request)
    headers = OPEN | {"ETag": etag(VERSION, *content.key), "Cache-Control": REVALIDATE, "Vary": "Accept-Encoding"}
    if content.file_names:
        headers["Content-Disposition"] = _disposition(*content.file_names)
    if matches_etag(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    return _response(content.make(), request, headers, content.media_type)


def _response(made: bytes | Iterator[bytes], request: Request, headers: dict[str, str], media_type: str) -> Response:
    """Return the answer; parts are made as the browser takes them, unless they are few."""
    if isinstance(made, bytes):
        return Response(made, headers=headers, media_type=media_type)
    first = list(islice(made, AT_HAND))
    if len(first) < AT_HAND:
        return Response(b"".join(first), headers=headers, media_type=media_type)
    rest = () if request.method == "HEAD" else chain(first, made)
    return StreamingResponse(rest, headers=headers, media_type=media_type)


def etag(*key: Any) -> str:
    """Return the weak validator of what is made of `key`: the same for every process that would make the same."""
    return f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'


def matches_etag(tag: str, request: Request) -> bool:
    """Whether the browser says that it has the content with this validator, weak or strong (RFC 9110, 13.1.2)."""
    context = request.headers.get("if-none-match", "")
    return context.strip() == "*" or tag.removeprefix("W/") in context


def _disposition(plain: str, written: str) -> str:
    """Return the header with the name in both forms of RFC 6266, since old programs read only the plain one."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(written)}"
