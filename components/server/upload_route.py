"""Route that takes a visitor's file: it is read here, beside the pages, and the visitor's session takes the result by a ticket.

The answer is a line of JSON for each step: `{"percent": 40}` while the file is read, at last `{"ticket": "…"}`, or
`{"problem": "quota"}` with the label of why there is none (`document/script_labels.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import Any

import anyio
import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from components.api.limiter import RequestLimiter, RequestLimits
from components.api.problems import ProblemError
from components.dataset.dataset import Dataset
from components.dataset.upload_process import ReadingEndedError, UploadProcess
from components.dataset.upload_quota import QuotaExceededError
from components.dataset.upload_reader import UploadResult, read_upload
from components.dataset.upload_registry import uploads
from components.dataset.upload_tickets import upload_tickets
from components.server.marked_file_route import MarkedFileEndpoint
from components.server.upload_request import file_name, read_body, unpacked_size, validate_upload
from components.web.disconnect import cancel_when_gone

PATH = "upload"
REPLACED_HEADER = "x-replaced-list"  # token of the upload that this one replaces: its rows do not count against it
READING_LIMITS = RequestLimits(workers=1, in_flight=40, per_client=20)
MAX_SMALL_BYTES = 200_000  # of a file that is read by a thread: it is read before a process would have started
MAX_SMALL_UNPACKED_BYTES = 3_000_000  # of a workbook that is read by a thread
MAX_LARGE = 3  # longer files that are in memory at the same time; the others have not arrived yet
MAX_PROCESSES = 1  # that read longer files at the same time: each may take hundreds of megabytes
PROGRESS_SECONDS = 0.5
HEADERS = [
    (b"content-type", b"application/x-ndjson"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # nginx passes each line on at once
]


class UploadEndpoint:
    """Reads uploads, one at a time, for a bounded number of clients. Used from one event loop."""

    def __init__(self, limits: RequestLimits = READING_LIMITS) -> None:
        self._limiter = RequestLimiter(limits)
        self._large = anyio.Semaphore(MAX_LARGE)
        self._processes = anyio.CapacityLimiter(MAX_PROCESSES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            validate_upload(request)
            with self._limiter.admit(request.client.host if request.client else ""):
                await self._answer(request, send)
        except ProblemError as problem:
            await problem.to_response()(scope, receive, send)
        except ClientDisconnect:
            pass  # the visitor has stopped the upload

    async def _answer(self, request: Request, send: Send) -> None:
        """Read the file and send the lines of the answer."""
        size = int(request.headers["content-length"])
        async with self._large if size > MAX_SMALL_BYTES else nullcontext():
            content = await read_body(request)
            name = file_name(request)
            replaced = uploads().get(request.headers.get(REPLACED_HEADER, ""))
            headers = [*HEADERS]  # a copy: the compression around writes into it
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            async with anyio.create_task_group() as group:
                group.start_soon(cancel_when_gone, request.receive, group.cancel_scope)
                if size > MAX_SMALL_BYTES or unpacked_size(content) > MAX_SMALL_UNPACKED_BYTES:
                    answer = await self._read_beside(name, content, replaced, send)
                else:
                    answer = await self._limiter.run(partial(_last_line, partial(read_upload, name, content, replaced)))
                await _send_line(send, answer, is_last=True)
                group.cancel_scope.cancel()

    async def _read_beside(self, name: str, content: bytes, replaced: Dataset | None, send: Send) -> dict[str, Any]:
        """Return the last line for a file that a process of its own reads; send how far that is. Cancelling ends the process."""
        process, percents = UploadProcess(), _Percents()
        outcome: list[dict[str, Any]] = []

        reading = partial(process.read, on_progress=percents.note)
        read = partial(read_upload, name, content, replaced, reading)

        async def run() -> None:
            outcome.append(await anyio.to_thread.run_sync(_last_line, read, limiter=self._processes))

        async with anyio.create_task_group() as group:
            group.start_soon(run)
            try:
                while not outcome:
                    await _send_line(send, {"percent": percents.last})
                    await anyio.sleep(PROGRESS_SECONDS)
            finally:
                process.stop()  # the group waits for its thread
        return outcome[0]


class _Percents:
    """The last percentage that a process has reported."""

    def __init__(self) -> None:
        self.last = 0

    def note(self, percent: int) -> None:
        """Note a percentage."""
        self.last = percent


def _last_line(read: Callable[[], UploadResult]) -> dict[str, Any]:
    """Return the last line of the answer: the ticket of the result of `read`, or the label of the reason for which there is none."""
    try:
        return {"ticket": upload_tickets().add(read())}
    except QuotaExceededError:
        return {"problem": "quota"}
    except ReadingEndedError:
        return {"problem": "tooMuch"}


def upload_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`."""
    return [Route(f"{base_path}/{PATH}", UploadEndpoint()), Route(f"{base_path}/{PATH}/marked.xlsx", MarkedFileEndpoint())]


async def _send_line(send: Send, content: dict[str, Any], *, is_last: bool = False) -> None:
    await send({"type": "http.response.body", "body": f"{json.dumps(content)}\n".encode(), "more_body": not is_last})
