"""ASGI endpoint of the open data API: methods, limits, deadlines and problems around a function that returns the content."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from components.api.content import Answer, Content
from components.api.cors import ALLOWED_METHODS, PUBLIC_HEADERS, READ_METHODS
from components.api.limiter import RequestLimiter
from components.api.problems import ProblemError
from components.api.responses import MAX_KEPT_BYTES, build_answer
from components.core.event_log import log_event
from components.core.sized_cache import SizedCache
from components.web.disconnect import cancel_when_gone
from data.selection_url import MAX_QUERY_LENGTH

ALLOW = {"Allow": ", ".join(ALLOWED_METHODS)}

ToContent = Callable[[Request], Content]


class Endpoint:
    """Answers GET and HEAD with content, OPTIONS with the methods, everything else with a problem.

    An answer counts against the limits until its body has ended or the client has gone.
    """

    def __init__(self, to_content: ToContent, limiter: RequestLimiter, kept: SizedCache[bytes] | None = None) -> None:
        """`kept` are files that were requested in ranges, of several endpoints; without it the endpoint keeps its own."""
        self._to_content = to_content
        self._limiter = limiter
        self._kept = kept or SizedCache(MAX_KEPT_BYTES, len)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope)
        if request.method == "OPTIONS":
            await Response(status_code=204, headers=PUBLIC_HEADERS | ALLOW)(scope, receive, send)
            return
        client = request.client.host if request.client else ""
        try:
            _validate(request)
            with self._limiter.admit(client):
                answer = await self._build(request, receive, send)
                if answer:
                    with self._limiter.hold(client, answer.held_bytes):
                        await self._send(answer, request, receive, send)
        except ProblemError as problem:
            await problem.to_response()(scope, receive, send)

    async def _build(self, request: Request, receive: Receive, send: Send) -> Answer | None:
        """Return the answer, built in a worker thread; None where the client has gone or the deadline has passed.

        The problem of a passed deadline is sent at once; the request counts until a thread that has begun on it has ended.
        """
        limiter, seconds = self._limiter, self._limiter.limits.timeout_seconds
        outcome: list[Answer | Exception] = []
        is_built = anyio.Event()

        async def build() -> None:
            try:
                outcome.append(await limiter.run(lambda: build_answer(request, self._to_content(request), self._kept)))
            except Exception as error:  # noqa: BLE001 - raised again, outside the task group
                outcome.append(error)
            is_built.set()

        async with anyio.create_task_group() as group:
            group.start_soon(build)
            group.start_soon(cancel_when_gone, receive, group.cancel_scope)
            with anyio.move_on_after(seconds) as deadline:
                await is_built.wait()
            if deadline.cancelled_caught:
                await _too_late(seconds).to_response()(request.scope, receive, send)
            group.cancel_scope.cancel()
        if deadline.cancelled_caught or not outcome:
            return None
        (result,) = outcome
        if isinstance(result, Exception):
            raise result
        return result

    async def _send(self, answer: Answer, request: Request, receive: Receive, send: Send) -> None:
        """Send the answer; one that takes too long is cut off, which closes the connection."""

        async def next_chunk(chunks: Iterator[bytes]) -> bytes | None:
            return await self._limiter.run(lambda: next(chunks, None))

        with anyio.move_on_after(self._limiter.limits.body_timeout_seconds) as deadline:
            await answer.to_response(next_chunk)(request.scope, receive, send)
        if deadline.cancelled_caught:
            log_event("download cut off", logging.WARNING, seconds=self._limiter.limits.body_timeout_seconds)


def _too_late(seconds: float) -> ProblemError:
    return ProblemError(503, "Busy", f"The answer was not ready within {seconds:.0f} seconds. Request less, or try again later.")


def _validate(request: Request) -> None:
    """Raise ProblemError for a method that writes (405) and for a query that is too long (414)."""
    if request.method not in READ_METHODS:
        raise ProblemError(405, "Method not allowed", "The data can only be read.", ALLOW, allowed=ALLOWED_METHODS)
    if len(request.scope["query_string"]) > MAX_QUERY_LENGTH:
        raise ProblemError(414, "Query too long", f"A query has at most {MAX_QUERY_LENGTH:,} characters.", allowed=MAX_QUERY_LENGTH)
