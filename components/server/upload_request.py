"""Requests that bring a visitor's file: their checks, and the name, the content and the unpacked size of the file."""

from __future__ import annotations

import io
import math
import zipfile

import anyio
from starlette.requests import Request

from components.api.problems import ProblemError
from data.files.limits import UPLOAD_LIMITS
from data.selection_url import search_text

ARCHIVE_SIGNATURES = (b"PK", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"SQLite")  # zip and workbooks, gzip, .xls, GeoPackage
NAME_PARAMETER = "name"  # of the file
MAX_NAME_LENGTH = 60  # of a file, characters
MAX_BODY_SECONDS = 300.0  # until the whole file has arrived


def file_name(request: Request) -> str:
    """Return the name of the file, without hidden characters."""
    return search_text(request.query_params.get(NAME_PARAMETER, ""))[:MAX_NAME_LENGTH]


def validate_upload(request: Request, max_bytes: int = UPLOAD_LIMITS.max_bytes) -> None:
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


async def read_body(request: Request) -> bytes:
    """Return the file; uvicorn lets no more arrive than the length that the request states. Raises ProblemError (408)."""
    with anyio.move_on_after(MAX_BODY_SECONDS):
        return await request.body()
    raise ProblemError(408, "Too slow", f"A file must arrive within {MAX_BODY_SECONDS:.0f} seconds.")
