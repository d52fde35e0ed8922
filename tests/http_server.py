"""HTTP server for tests, on a free port, with answers that the test sets."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SERVER_PORTS = range(11_000, 32_000)  # browsers refuse some below


@dataclass(frozen=True)
class Answer:
    """Answer of one path.

    content: Body.
    headers: Further headers.
    status: HTTP status.
    content_length: Value of Content-Length where it differs from the length of the body.
    pause_seconds: Time between two bytes of the body until the site is `hurried`; 0 sends it at once.
    slow_head: True if status and headers are sent at the same pace.
    """

    content: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    content_length: int | None = None
    pause_seconds: float = 0
    slow_head: bool = False


def endless(content: bytes) -> Answer:
    """Return an answer that is sent byte by byte, for far longer than any test lasts, unless the site is hurried."""
    return Answer(content, (("X-Padding", "x" * 50_000),), pause_seconds=0.05, slow_head=True)


@dataclass
class Site:
    """Answers by path, and the requests so far; a path without an answer gives 404.

    Attributes:
        address: URL of the server, without a slash at its end.
        answers: Answer by path.
        requests: Path and headers of each request.
        statuses: Status of each answer.
        delivered: Paths of the answers that were sent to their end.
        hurried: Ends the pauses of slow answers.
    """

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)
    hurried: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, content: bytes, **headers: str) -> None:
        """Set the answer of `path`; names of headers are written with _ for -."""
        self.answers[path] = Answer(content, tuple((name.replace("_", "-"), value) for name, value in headers.items()))

    def answer_for(self, path: str, etag: str | None) -> Answer:
        """Return the answer to a request with `etag` as If-None-Match: 304 if that is the ETag of the answer."""
        answer = self.answers.get(path, Answer(b"not here", status=404))
        return Answer(headers=answer.headers, status=304) if etag and ("ETag", etag) in answer.headers else answer


def free_port() -> int:
    """Return a free TCP port of this machine, by chance: another test that runs at the same time takes another one.

    It is below the ports that systems give to outgoing connections, which would take it before its server does.
    """
    while True:
        port = secrets.choice(SERVER_PORTS)
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port


class _Server(ThreadingHTTPServer):
    """Server of one site."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = Site(f"http://127.0.0.1:{self.server_address[1]}")


class _Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection and notes them in the site."""

    server: _Server
    _headers_buffer: list[bytes]
    _head_pause_seconds: float = 0

    def do_GET(self) -> None:
        site = self.server.site
        answer = site.answer_for(self.path.partition("?")[0], self.headers["If-None-Match"])
        site.requests.append((self.path, dict(self.headers.items())))
        site.statuses.append(answer.status)
        try:
            self._send(answer)
            site.delivered.append(self.path)
        except ConnectionError:
            self.close_connection = True  # the client has closed it

    def _send(self, answer: Answer) -> None:
        self._head_pause_seconds = answer.pause_seconds if answer.slow_head else 0
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.content) if answer.content_length is None else answer.content_length))
        self.end_headers()
        self._write(answer.content, answer.pause_seconds)

    def flush_headers(self) -> None:
        self._write(b"".join(self._headers_buffer), self._head_pause_seconds)
        self._headers_buffer = []

    def _write(self, content: bytes, pause_seconds: float) -> None:
        for chunk in [bytes([byte]) for byte in content] if pause_seconds else [content]:
            self.wfile.write(chunk)
            self.server.site.hurried.wait(pause_seconds)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Write no log."""


@contextmanager
def running_http_server() -> Iterator[Site]:
    """Run a server for as long as the context lasts."""
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.site
        finally:
            server.site.hurried.set()
            server.shutdown()
            thread.join()
