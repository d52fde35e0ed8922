"""Builder of whole pages: in a few worker threads, for a bounded number of clients, and only while a client waits for its page."""

from __future__ import annotations

from collections.abc import Callable

import anyio
from starlette.requests import Request

from components.api.limiter import RequestLimiter, RequestLimits
from components.api.problems import ProblemError
from components.server.page_cache import CachedPage
from components.web.disconnect import cancel_when_gone

# Two threads, since more would only take time from each other and from live visitors; 200 pages of the shipped list take about two seconds.
PAGE_LIMITS = RequestLimits(workers=2, timeout_seconds=20.0, in_flight=200, per_client=100)


class PageBuilder:
    """Runs the functions that build pages. Used from one event loop."""

    def __init__(self, limits: RequestLimits = PAGE_LIMITS) -> None:
        self._limiter = RequestLimiter(limits)

    async def run(self, request: Request, build: Callable[[], CachedPage]) -> CachedPage:
        """Return the page, built in a worker thread.

        Raises ProblemError where too many clients wait, where no thread is free in time, and where the client has gone meanwhile.
        """
        outcome: list[CachedPage | Exception] = []
        with self._limiter.admit(request.client.host if request.client else ""):
            async with anyio.create_task_group() as group:
                group.start_soon(cancel_when_gone, request.receive, group.cancel_scope)
                with anyio.move_on_after(self._limiter.limits.timeout_seconds):
                    try:
                        outcome.append(await self._limiter.run(build))
                    except Exception as error:  # noqa: BLE001 - raised again, outside the task group
                        outcome.append(error)
                group.cancel_scope.cancel()
        if not outcome:
            raise ProblemError(503, "Busy", "The page was not ready in time.")
        (result,) = outcome
        if isinstance(result, Exception):
            raise result
        return result
