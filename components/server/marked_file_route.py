"""Route that answers a visitor's file with the same list as a workbook whose problems are marked."""

from __future__ import annotations

from functools import partial

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from components.api.limiter import RequestLimiter, RequestLimits
from components.api.problems import ProblemError
from components.core.i18n import texts_in
from components.exports.marked_file import marked_file
from components.exports.media_types import XLSX
from components.server.upload_request import file_name, read_body, unpacked_size, validate_upload
from data.errors import ClusterDataError
from data.languages import LANGUAGES, read_language

MAX_BYTES, MAX_UNPACKED_BYTES = 2_000_000, 10_000_000  # of a file, which a thread reads
MARKING_LIMITS = RequestLimits(workers=1, in_flight=40, per_client=20)


class MarkedFileEndpoint:
    """Answers a visitor's file with the same list as a workbook, its problems marked; nothing of it is kept. Used from one event loop."""

    def __init__(self, limits: RequestLimits = MARKING_LIMITS) -> None:
        self._limiter = RequestLimiter(limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            validate_upload(request, MAX_BYTES)
            with self._limiter.admit(request.client.host if request.client else ""):
                await (await self._response(request))(scope, receive, send)
        except ProblemError as problem:
            await problem.to_response()(scope, receive, send)
        except ClientDisconnect:
            pass

    async def _response(self, request: Request) -> Response:
        content = await read_body(request)
        if unpacked_size(content) > MAX_UNPACKED_BYTES:
            raise ProblemError(413, "Too large", "The file is too large for a workbook with marks.")
        texts = texts_in(read_language(request.query_params.getlist("lang")) or LANGUAGES[0])
        try:
            workbook = await self._limiter.run(partial(marked_file, file_name(request), content, texts))
        except ClusterDataError as error:
            raise ProblemError(400, "No table", "The file holds no table.", problems=error.report) from None
        return Response(workbook, headers={"Cache-Control": "no-store"}, media_type=XLSX)
