"""Downloads that a client requests and does not read, so that they stay in flight for as long as a test needs them."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

RECEIVED_BYTES = 4096  # that the client's side of a connection keeps; more stays with the server
READ_BYTES = 1_000_000  # that it keeps once the answer is read


class Download:
    """One request whose answer stays unread in its connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    @property
    def status(self) -> int:
        """The status of the answer, which stays unread; waits until there is one."""
        select.select([self._connection], [], [])
        return int(self._connection.recv(12, socket.MSG_PEEK).split()[1])

    def read(self) -> bytes:
        """Read the whole answer, its head too; the request asked the server to close the connection then."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, READ_BYTES)
        return b"".join(iter(lambda: self._connection.recv(READ_BYTES), b""))


@contextmanager
def unread_downloads(address: str, path: str, count: int, client: str = "127.0.0.1") -> Iterator[Sequence[Download]]:
    """Request the path `count` times from the client's address; the connections are closed when the context ends."""
    server = urlsplit(address)
    request = f"GET /{path} HTTP/1.1\r\nHost: {server.netloc}\r\nConnection: close\r\n\r\n".encode()
    with ExitStack() as stack:
        downloads = []
        for _ in range(count):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED_BYTES)
            connection.bind((client, 0))
            connection.connect((server.hostname, server.port))
            connection.sendall(request)
            downloads.append(Download(connection))
        yield downloads


def unchunked(answer: bytes) -> bytes:
    """Return the body of an answer with chunked transfer encoding."""
    chunks, start = [], answer.index(b"\r\n\r\n") + 4
    while start < len(answer):
        end = answer.index(b"\r\n", start)
        size = int(answer[start:end], 16)
        chunks.append(answer[end + 2 : end + 2 + size])
        start = end + 2 + size + 2
    return b"".join(chunks)
