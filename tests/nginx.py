"""nginx for tests, with the project's configuration, in front of replicas that the test started."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.http_server import free_port
from tests.polling import get, wait_until

TEMPLATE = Path(__file__).parents[1] / "deploy" / "nginx" / "klusterkartan.conf.template"
TEMP_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
MAIN = """{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 4096; }}
http {{
  {temporary}
  proxy_bind 127.0.0.2; # replicas trust the headers of 127.0.0.1 by default, which is not the address of a proxy in a container
  log_format replicas '$cookie_replica $upstream_addr $status $request_uri';
  include {folder}/klusterkartan.conf;
}}
"""


class Nginx:
    """A running nginx: its URL, its errors, and the replicas that answered."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}/"

    @property
    def errors(self) -> str:
        """Return the text of standard error and of the error log."""
        return "".join((self.folder / name).read_text(encoding="utf-8") for name in ("stderr", "errors"))

    def replicas_for(self, path: str, cookie: str = "") -> list[str]:
        """Return the replicas (host:port) that have answered `path`, to the visitor with `cookie` or to all.

        A WebSocket is listed once it is closed.
        """
        lines = [line.split(" ") for line in (self.folder / "access").read_text(encoding="utf-8").splitlines()]
        return [line[-3] for line in lines if line[-1] == path and (not cookie or line[0] == cookie)]


@contextmanager
def running_nginx(replicas: Sequence[str], port: int = 0, *, passes_sockets: bool = True) -> Iterator[Nginx]:
    """Run nginx on `port`, or on a free one, in front of the replicas with these URLs, for as long as the context lasts.

    Without `passes_sockets` it leaves out the headers that open a WebSocket, as many proxies do.
    """
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder, port = Path(name), port or free_port()
        servers = " ".join(f"server {urlsplit(address).netloc} max_fails=1 fail_timeout=5s;" for address in replicas)
        configuration = TEMPLATE.read_text(encoding="utf-8").replace("${REPLICAS}", servers).replace("${LISTEN}", f"127.0.0.1:{port}")
        configuration = configuration.replace("${ACCESS_LOG}", f"{folder}/access replicas")
        if not passes_sockets:
            configuration = re.sub(r"proxy_set_header (Upgrade|Connection) .*", "", configuration)
        (folder / "klusterkartan.conf").write_text(configuration, encoding="utf-8")
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMP_FOLDERS)
        user = "user root;" if os.geteuid() == 0 else ""  # its workers must be able to write to the folder
        (folder / "main.conf").write_text(MAIN.format(user=user, folder=folder, temporary=temporary), encoding="utf-8")
        command = ["nginx", "-p", name, "-e", f"{name}/errors", "-c", f"{name}/main.conf"]
        with (folder / "stderr").open("wb") as stderr, subprocess.Popen(command, stderr=stderr) as process:
            nginx = Nginx(folder, port)
            try:
                wait_until(lambda: _is_ready(process, nginx))
                yield nginx
            finally:
                process.terminate()


def _is_ready(process: subprocess.Popen[bytes], nginx: Nginx) -> bool:
    assert process.poll() is None, nginx.errors
    try:
        return get(f"{nginx.address}_stcore/metrics").status_code == httpx.codes.NOT_FOUND
    except httpx.ConnectError:
        return False
