"""Answers of the open data API: conditional requests, ranges of files, file names."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from starlette.requests import Request

from components.api.content import MAX_BUFFERED_BYTES, MAX_PIECE_BYTES, Answer, Content
from components.api.cors import PUBLIC_HEADERS
from components.api.problems import ProblemError
from components.core.settings import settings
from components.core.sized_cache import SizedCache
from components.core.version import FINGERPRINT
from components.exports.file_names import ascii_name
from components.web.ranges import RequestedRange, requested_range
from components.web.revalidation import NO_STORE, REVALIDATE, matches_etag, strong_etag

NOT_COMPRESSED = {"image/png"}  # media types that the server sends as they are
MAX_KEPT_BYTES = 32_000_000  # of files that were requested in ranges: for the next range they are not built anew


def build_answer(request: Request, content: Content, kept: SizedCache[bytes]) -> Answer:
    """Return the answer to GET or HEAD: 304 where the client has the content, 206 with the range that it asks for, else 200 with all.

    `kept` are files that were requested in ranges. Raises ProblemError (416) for a range that the file does not have.
    """
    if content.is_private:
        return _whole(request, content, _headers(content) | {"Cache-Control": NO_STORE}, content.build())
    tag = strong_etag(FINGERPRINT, settings().shown, *content.key)
    requested = requested_range(request, tag)
    is_compressed = requested is None and _may_be_compressed(request, content)
    headers = _headers(content) | {"ETag": f"W/{tag}" if is_compressed else tag, "Cache-Control": REVALIDATE}
    if matches_etag(tag, request):
        return Answer(304, headers | _varies(content))
    if requested:
        return _range(requested, kept.get_or_build(tag, content.to_bytes), content, headers | _varies(content))
    needs_size = request.method == "HEAD" and not is_compressed  # by which a client knows which ranges it can ask for
    built = kept.get_or_build(tag, content.to_bytes) if needs_size else content.build()
    return _whole(request, content, headers | {"Accept-Ranges": "bytes"}, built)


def _headers(content: Content) -> dict[str, str]:
    headers = PUBLIC_HEADERS | dict(content.headers)
    if not content.file_name:
        return headers
    return headers | {"Content-Disposition": content_disposition(content.file_name, opens_in_browser=content.opens_in_browser)}


def _varies(content: Content) -> dict[str, str]:
    """Return the header that the compression adds to an answer with a body; others have to carry it too."""
    return {} if content.media_type in NOT_COMPRESSED else {"Vary": "Accept-Encoding"}


def _may_be_compressed(request: Request, content: Content) -> bool:
    """Return True if the server may compress the whole answer: its bytes are then others than those of the file."""
    return content.media_type not in NOT_COMPRESSED and "gzip" in request.headers.get("accept-encoding", "")


def _range(requested: RequestedRange, file: bytes, content: Content, headers: dict[str, str]) -> Answer:
    """Return the answer with the requested range of the file, which is never compressed. Raises ProblemError (416)."""
    found = requested.within(len(file))
    if found is None:
        raise ProblemError(
            416, "Range not satisfiable", f"The file has {len(file)} bytes.", {"Content-Range": f"bytes */{len(file)}"}, allowed=len(file)
        )
    body = file[found]
    of_range = {"Content-Range": f"bytes {found.start}-{found.stop - 1}/{len(file)}", "Content-Length": str(len(body))}
    return Answer(206, headers | of_range | {"Content-Type": content.media_type}, body)


def _whole(request: Request, content: Content, headers: dict[str, str], built: bytes | Iterator[bytes]) -> Answer:
    """Return the answer with the whole content, as it was built."""
    headers = headers | {"Content-Type": content.media_type}
    body, rest = _begin(built)
    if rest is None:
        headers["Content-Length"] = str(len(body))
    if request.method == "HEAD" and (rest is not None or len(body) > MAX_PIECE_BYTES):
        return Answer(200, headers, rest=iter(()))  # streamed, as to GET
    return Answer(200, headers, body, rest)  # a small body also to HEAD: the compression decides by it, and the server leaves it out


def _begin(built: bytes | Iterator[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
    """Return the whole body and None, or the beginning of a long one and the iterator over the rest."""
    if isinstance(built, bytes):
        return built, None
    chunks, size = [], 0
    for chunk in built:
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BUFFERED_BYTES:
            return b"".join(chunks), built
    return b"".join(chunks), None


def content_disposition(file_name: str, *, opens_in_browser: bool = False) -> str:
    """Return the header that names the file in both ways of RFC 6266, since old programs read only ASCII."""
    disposition = "inline" if opens_in_browser else "attachment"
    return f"{disposition}; filename=\"{ascii_name(file_name)}\"; filename*=UTF-8''{quote(file_name)}"
