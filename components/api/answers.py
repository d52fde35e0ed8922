"""How an address of open data answers: for everybody to read, kept by browsers, never in the way of others, errors as RFC 9457."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from components.version import VERSION

AT_ONCE = 2  # so many answers are made at the same time; the rest of the machine is the page's
SECONDS = 20.0  # so long one may take, with the wait for its turn
LONGEST_QUERY = 4000  # characters
KEEP = "no-cache"  # a browser asks each time whether what it has is still right

Endpoint = Callable[[Request], Awaitable[Response]]


class ProblemError(Exception):
    """Raised when an address cannot be answered; becomes a JSON problem (RFC 9457) with these members."""

    def __init__(self, status: int, title: str, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **members}

    def to_response(self) -> Response:
        """Return the answer that tells the problem."""
        headers = {"Retry-After": "5"} if self.status == 503 else {}  # noqa: PLR2004 - HTTP's own number
        return Response(json.dumps(self.body, ensure_ascii=False), self.status, headers | OPEN, media_type="application/problem+json")


@dataclass(frozen=True)
class Content:
    """What an address holds. `key` is what it is made of: as long as that stays, so does `make()`."""

    media_type: str
    key: tuple[Any, ...]
    make: Callable[[], bytes]
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
METHODS = ["GET", "HEAD", "OPTIONS"]


class Desk:
    """Turns functions from a request to its content into endpoints, and lets only so many of them work at a time."""

    def __init__(self, at_once: int = AT_ONCE, seconds: float = SECONDS) -> None:
        self._workers = ThreadPoolExecutor(at_once, "open-data")  # one that is given up still has its turn until it is done
        self._seconds = seconds

    def endpoint(self, content_of: Callable[[Request], Content]) -> Endpoint:
        """Return the endpoint that answers METHODS; a ProblemError becomes its answer."""

        async def answer(request: Request) -> Response:
            if request.method == "OPTIONS":  # a page elsewhere asks whether it may ask
                return Response(status_code=204, headers=OPEN | PREFLIGHT)
            try:
                done = asyncio.get_running_loop().run_in_executor(self._workers, _answer, request, content_of)
                return await asyncio.wait_for(done, self._seconds)
            except ProblemError as problem:
                return problem.to_response()
            except TimeoutError:
                busy = f"The answer was not ready within {self._seconds:.0f} seconds. Ask for less, or again later."
                return ProblemError(503, "Busy", busy).to_response()

        return answer


def _answer(request: Request, content_of: Callable[[Request], Content]) -> Response:
    if len(request.url.query) > LONGEST_QUERY:
        raise ProblemError(414, "Address too long", f"The query may have at most {LONGEST_QUERY} characters.", allowed=LONGEST_QUERY)
    content = content_of(request)
    headers = OPEN | {"ETag": etag(VERSION, *content.key), "Cache-Control": KEEP}
    if content.file_names:
        headers["Content-Disposition"] = _disposition(*content.file_names)
    if is_known(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    return Response(content.make(), headers=headers, media_type=content.media_type)


def etag(*key: Any) -> str:
    """Return the weak validator of what is made of `key`: the same for every process that would make the same."""
    return f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'


def is_known(tag: str, request: Request) -> bool:
    """Whether the browser says that it has the content with this validator, weak or strong (RFC 9110, 13.1.2)."""
    asked = request.headers.get("if-none-match", "")
    return asked.strip() == "*" or tag.removeprefix("W/") in asked


def _disposition(plain: str, written: str) -> str:
    """Return the header with the name in both forms of RFC 6266, since old programs read only the plain one."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(written)}"
