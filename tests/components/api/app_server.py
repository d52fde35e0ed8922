"""The app's own routes and middleware on a free port, for programs that read files by URL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from tests.components.server.dashboard_app import dashboard_app
from tests.polling import wait_until


@contextmanager
def running_app() -> Iterator[str]:
    """Serve the app for as long as the context lasts; yields its URL, with a slash at its end."""
    server = uvicorn.Server(uvicorn.Config(dashboard_app(), host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()
