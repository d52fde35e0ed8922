"""An nginx of the tests' own with the project's own configuration, in front of replicas that the test started."""

from __future__ import annotations

import os
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
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
MAIN = """{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 4096; }}
http {{
  {temporary}
  proxy_bind 127.0.0.2; # replicas believe 127.0.0.1 unasked, which the proxy of a container does not have
  log_format told '$cookie_replica $upstream_addr $status $request_uri';
  include {folder}/klusterkartan.conf;
}}
"""


class Nginx:
    """Where it answers, and which replica answered whom."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}/"

    @property
    def told(self) -> str:
        """What nginx has written to standard error and to its main log."""
        return "".join((self.folder / name).read_text(encoding="utf-8") for name in ("stderr", "errors"))

    def answered(self, path: str, cookie: str = "") -> list[str]:
        """Return the replicas (host:port) that answered this path so far, for this visitor or for all; of a socket once it is closed."""
        lines = [line.split(" ") for line in (self.folder / "access").read_text(encoding="utf-8").splitlines()]
        return [line[-3] for line in lines if line[-1] == path and (not cookie or line[0] == cookie)]


@contextmanager
def running_nginx(replicas: Sequence[str], port: int = 0) -> Iterator[Nginx]:
    """Run nginx on `port`, or on a free one, in front of the replicas with these addresses for as long as the context lasts."""
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder, port = Path(name), port or free_port()
        servers = " ".join(f"server {urlsplit(address).netloc} max_fails=1 fail_timeout=5s;" for address in replicas)
        filled = TEMPLATE.read_text(encoding="utf-8").replace("${REPLICAS}", servers).replace("${LISTEN}", f"127.0.0.1:{port}")
        filled = filled.replace("${ACCESS_LOG}", f"{folder}/access told")
        (folder / "klusterkartan.conf").write_text(filled, encoding="utf-8")
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)
        user = "user root;" if os.geteuid() == 0 else ""  # who may write into the folder
        (folder / "main.conf").write_text(MAIN.format(user=user, folder=folder, temporary=temporary), encoding="utf-8")
        command = ["nginx", "-p", name, "-e", f"{name}/errors", "-c", f"{name}/main.conf"]
        with (folder / "stderr").open("wb") as told, subprocess.Popen(command, stderr=told) as process:
            made = Nginx(folder, port)
            try:
                wait_until(lambda: _answers(process, made))
                yield made
            finally:
                process.terminate()


def _answers(process: subprocess.Popen[bytes], nginx: Nginx) -> bool:
    assert process.poll() is None, nginx.told
    try:
        return get(f"{nginx.address}_stcore/metrics").status_code == httpx.codes.NOT_FOUND
    except httpx.ConnectError:
        return False
