"""Range requests for one part of a file (RFC 9110, 14): the requested bytes, and whether the client's earlier part is of the same file.

The endpoints answer with it: `components/api/responses.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request

ONE_RANGE = re.compile(r"\s*bytes\s*=[\s,]*(\d{0,18})\s*-\s*(\d{0,18})[\s,]*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class RequestedRange:
    """Bytes that a client asks for: `first` to `last`, both included; None for the end of the file, or for the last `last` bytes."""

    first: int | None
    last: int | None

    def within(self, size: int) -> slice | None:
        """Return the part of a file of `size` bytes; None where it has none of these bytes."""
        if self.first is None:
            start, stop = max(0, size - (self.last or 0)), size
        else:
            start, stop = self.first, size if self.last is None else min(self.last + 1, size)
        return slice(start, stop) if start < stop else None


def requested_range(request: Request, tag: str) -> RequestedRange | None:
    """Return the range that a GET request asks for of the file with this strong ETag; None where the whole file is the answer.

    The whole file answers a header that is not valid, one with several ranges (RFC 9110 allows that), and a client that has a part of
    another version of the file (If-Range).
    """
    match = ONE_RANGE.fullmatch(request.headers.get("range", ""))
    if request.method != "GET" or match is None or request.headers.get("if-range", tag).strip() != tag:
        return None
    first, last = (int(number) if number else None for number in match.groups())
    is_valid = last is not None if first is None else last is None or first <= last
    return RequestedRange(first, last) if is_valid else None
