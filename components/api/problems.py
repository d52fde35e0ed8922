"""Problem details of the open data API (RFC 9457): one JSON body for every error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from components.api.cors import PUBLIC_HEADERS

PROBLEM_MEDIA_TYPE = "application/problem+json"
RETRYABLE_STATUSES = (429, 503)  # of errors that pass
RETRY_AFTER_SECONDS = 5


class ProblemError(Exception):
    """Raised when a request cannot be answered with content.

    `extensions` are further members of the body: `allowed` (what would be accepted), `errors` (one entry for each wrong parameter) and
    `problems` (why there is no dataset).
    """

    def __init__(self, status: int, title: str, detail: str, headers: Mapping[str, str] | None = None, **extensions: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = dict(headers or {})
        self.body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **extensions}

    def to_response(self) -> Response:
        """Return the response that carries the problem, with Retry-After where another attempt may succeed."""
        retry = {"Retry-After": str(RETRY_AFTER_SECONDS)} if self.status in RETRYABLE_STATUSES else {}
        content = json.dumps(self.body, ensure_ascii=False)
        return Response(content, self.status, PUBLIC_HEADERS | retry | self.headers, media_type=PROBLEM_MEDIA_TYPE)
