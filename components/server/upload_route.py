"""Route that takes a visitor's file: it is read here, beside the pages, and the visitor's session takes the result by a ticket.

The answer is a line of JSON for each step: `{"percent": 40}` while the file is read, at last `{"ticket": "…"}`.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from contextlib import nullcontext
from functools import partial
from typing import Any

import anyio
import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from components.api.limiter import Limits, RequestLimiter
from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.dataset.dataset import Dataset
from components.dataset.upload import UploadResult, read_upload
from components.dataset.upload_process import ReadingEndedError, UploadProcess
from components.dataset.upload_tickets import upload_tickets
from components.dataset.uploads import uploads
from components.exports.formats import XLSX
from components.exports.marked_file import marked_file
from components.web.disconnect import cancel_when_gone
from data.errors import ClusterDataError
from data.files.limits import UPLOAD_LIMITS
from data.selection import LANGUAGES, read_language, search_text

PATH = "upload"
ARCHIVE_SIGNATURES = (b"PK", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"SQLite")  # zip and workbooks, gzip, .xls, GeoPackage
NAME_PARAMETER = "name"  # of the file
REPLACED_HEADER = "x-replaced-list"  # token of the upload that this one replaces: its rows do not count against it
MAX_NAME_LENGTH = 60  # of a file, characters
READING_LIMITS = Limits(workers=1, in_flight=40, per_client=20)
MAX_SMALL_BYTES = 200_000  # of a file that is read by a thread: it is read before a process would have started
MAX_SMALL_UNPACKED_BYTES = 3_000_000  # of a workbook that is read by a thread
MAX_MARKED_BYTES, MAX_MARKED_UNPACKED_BYTES = 2_000_000, 10_000_000  # of a file whose problems are marked by a thread
MAX_LARGE = 3  # longer files that are in memory at the same time; the others have not arrived yet
MAX_PROCESSES = 1  # that read longer files at the same time: each may take hundreds of megabytes
PROGRESS_SECONDS = 0.5
MAX_BODY_SECONDS = 300.0  # until the whole file has arrived
HEADERS = [
    (b"content-type", b"application/x-ndjson"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # nginx passes each line on at once
]


class UploadEndpoint:
    """Reads uploads, one at a time, for a bounded number of clients. Used from one event loop."""

    def __init__(self, limits: Limits = READING_LIMITS) -> None:
        self._limiter = RequestLimiter(limits)
        self._large = anyio.Semaphore(MAX_LARGE)
        self._processes = anyio.CapacityLimiter(MAX_PROCESSES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            _validate(request)
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
            content = await _body(request)
            name = _name(request)
            replaced = uploads().get(request.headers.get(REPLACED_HEADER, ""))
            await send(
                {"type": "http.response.start", "status": 200, "headers": [*HEADERS]}
            )  # a copy: the compression around writes into it
            async with anyio.create_task_group() as group:
                group.start_soon(cancel_when_gone, request.receive, group.cancel_scope)
                if size > MAX_SMALL_BYTES or unpacked_size(content) > MAX_SMALL_UNPACKED_BYTES:
                    answer = await self._read_beside(name, content, replaced, send)
                else:
                    answer = _ticket(await self._limiter.run(partial(read_upload, name, content, replaced)))
                await _send_line(send, answer, is_last=True)
                group.cancel_scope.cancel()

    async def _read_beside(self, name: str, content: bytes, replaced: Dataset | None, send: Send) -> dict[str, Any]:
        """Return the last line for a file that a process of its own reads; send how far that is. Cancelling ends the process."""
        process, percents = UploadProcess(), _Percents()
        outcome: list[dict[str, Any]] = []

        def read() -> dict[str, Any]:
            try:
                reading = partial(process.read, on_progress=percents.note)
                return _ticket(read_upload(name, content, replaced, reading))
            except ReadingEndedError:
                return {"problem": "tooMuch"}

        async def run() -> None:
            outcome.append(await anyio.to_thread.run_sync(read, limiter=self._processes))

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
    """The last percentage that a process has told."""

    def __init__(self) -> None:
        self.last = 0

    def note(self, percent: int) -> None:
        """Note a percentage."""
        self.last = percent


def _ticket(result: UploadResult) -> dict[str, Any]:
    return {"ticket": upload_tickets().add(result)}


class MarkedFileEndpoint:
    """Answers a visitor's file with the same list as a workbook, its problems marked; nothing of it is kept. Used from one event loop."""

    def __init__(self, limits: Limits = READING_LIMITS) -> None:
        self._limiter = RequestLimiter(limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            _validate(request, MAX_MARKED_BYTES)
            with self._limiter.admit(request.client.host if request.client else ""):
                await (await self._response(request))(scope, receive, send)
        except ProblemError as problem:
            await problem.to_response()(scope, receive, send)
        except ClientDisconnect:
            pass

    async def _response(self, request: Request) -> Response:
        content = await _body(request)
        if unpacked_size(content) > MAX_MARKED_UNPACKED_BYTES:
            raise ProblemError(413, "Too large", "The file is too large for a workbook with marks.")
        texts = texts_in(read_language(request.query_params.getlist("lang")) or LANGUAGES[0])
        try:
            workbook = await self._limiter.run(partial(marked_file, _name(request), content, texts))
        except ClusterDataError as error:
            raise ProblemError(400, "No table", "The file holds no table.", problems=error.report) from None
        return Response(workbook, headers={"Cache-Control": "no-store"}, media_type=XLSX)


def upload_routes(base_path: str) -> list[BaseRoute]:
    """Return the routes below `base_path`."""
    return [Route(f"{base_path}/{PATH}", UploadEndpoint()), Route(f"{base_path}/{PATH}/marked.xlsx", MarkedFileEndpoint())]


def _name(request: Request) -> str:
    """Return the name of the file, without hidden characters."""
    return search_text(request.query_params.get(NAME_PARAMETER, ""))[:MAX_NAME_LENGTH]


def _validate(request: Request, max_bytes: int = UPLOAD_LIMITS.max_bytes) -> None:
    """Raise ProblemError for another method (405), another site (403), a file of unknown size (411) or one that is too large (413)."""
    if request.method != "POST":
        raise ProblemError(405, "Method not allowed", "A file is sent by POST.", {"Allow": "POST"}, allowed=["POST"])
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise ProblemError(403, "Forbidden", "Files are taken from the pages of this website only.")
    size = request.headers.get("content-length", "")
    if not size.isdecimal():
        raise ProblemError(411, "Length required", "The request must say how long the file is.")
    if int(size) > max_bytes:
        raise ProblemError(413, "Too large", f"A file has at most {max_bytes} bytes here.", allowed=max_bytes)


def unpacked_size(content: bytes) -> float:
    """Return the size of a file once it is unpacked: of a workbook or document as it declares it, and of no other archive.

    Readers take no more of a member than it declares.
    """
    if not content.startswith(ARCHIVE_SIGNATURES):
        return len(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return math.inf
    is_document = not {"[Content_Types].xml", "content.xml"}.isdisjoint(member.filename for member in members)
    return sum(member.file_size for member in members) if is_document else math.inf


async def _body(request: Request) -> bytes:
    """Return the file; uvicorn lets no more arrive than the length that the request states. Raises ProblemError (408)."""
    with anyio.move_on_after(MAX_BODY_SECONDS):
        return await request.body()
    raise ProblemError(408, "Too slow", f"A file must arrive within {MAX_BODY_SECONDS:.0f} seconds.")


async def _send_line(send: Send, content: dict[str, Any], *, is_last: bool = False) -> None:
    await send({"type": "http.response.body", "body": f"{json.dumps(content)}\n".encode(), "more_body": not is_last})
