"""A web server of a test's own, on a free port, whose answers the test sets."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What an address answers with; `promised` is the length that it tells, where that is not the content's.

    With a `pause` the content goes byte for byte, with so many seconds between them, until the site is `hurried`; with `also_head` all
    that is before it too.
    """

    content: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    promised: int | None = None
    pause: float = 0
    also_head: bool = False


def endless(content: bytes) -> Answer:
    """Return an answer that comes byte for byte and takes far longer than any test, unless the site is hurried."""
    return Answer(content, (("X-Padding", "x" * 50_000),), pause=0.05, also_head=True)


@dataclass
class Site:
    """The answers by path, and what was asked and answered so far. A path without an answer is not found."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)  # paths and headers
    statuses: list[int] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)  # paths of the answers that were sent to their end
    hurried: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, content: bytes, **headers: str) -> None:
        """Let `path` answer with `content`; headers are written with _ for -."""
        self.answers[path] = Answer(content, tuple((name.replace("_", "-"), value) for name, value in headers.items()))

    def of(self, path: str, known: str | None) -> Answer:
        """Return the answer to who knows the version with the ETag `known`."""
        found = self.answers.get(path, Answer(b"not here", status=404))
        return Answer(headers=found.headers, status=304) if known and ("ETag", known) in found.headers else found


def free_port() -> int:
    """Return a port of this machine on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site for as long as the context lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        _headers_buffer: list[bytes]

        def do_GET(self) -> None:
            found = site.of(self.path.partition("?")[0], self.headers["If-None-Match"])
            site.requests.append((self.path, dict(self.headers.items())))
            site.statuses.append(found.status)
            self.pause = found.pause if found.also_head else 0
            try:
                self.send_response(found.status)
                for name, value in found.headers:
                    self.send_header(name, value)
                if found.status != 304:
                    self.send_header("Content-Length", str(len(found.content) if found.promised is None else found.promised))
                self.end_headers()
                self.write(found.content, found.pause)
                site.delivered.append(self.path)
            except ConnectionError:
                self.close_connection = True  # who asked has heard enough

        def flush_headers(self) -> None:
            self.write(b"".join(self._headers_buffer), self.pause)
            self._headers_buffer = []

        def write(self, content: bytes, pause: float) -> None:
            for piece in [bytes([byte]) for byte in content] if pause else [content]:
                self.wfile.write(piece)
                site.hurried.wait(pause)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield site
        finally:
            site.hurried.set()
            server.shutdown()
            thread.join()
