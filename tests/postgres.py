"""PostgreSQL server for tests: data and socket in a temporary folder, with a password."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.polling import PATIENCE_SECONDS, wait_until

ROLE, PASSWORD = "operator", "hemligt-losenord"
SERVER_OPTIONS = (
    "-c",
    "listen_addresses=",
    "-c",
    "fsync=off",
    "-c",
    "shared_buffers=16MB",
    "-c",
    "max_connections=20",
    "-c",
    "log_statement=all",
)


class Postgres:
    """A server with its data in `folder`; it can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = self.address_of(ROLE, PASSWORD)
        self._process: subprocess.Popen[bytes] | None = None

    def address_of(self, role: str, password: str) -> str:
        """Return the URL of the database for a role."""
        return f"postgresql://{role}:{password}@/postgres?host={self.folder}"

    def prepare(self) -> None:
        """Create an empty database cluster."""
        password_file = self.folder / "password"
        password_file.write_text(PASSWORD, encoding="utf-8")
        options = [
            "-D",
            str(self.folder / "data"),
            "-U",
            ROLE,
            f"--pwfile={password_file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
        ]
        self._run([_program("initdb"), *options, "--no-sync"]).wait(PATIENCE_SECONDS)

    def start(self) -> None:
        """Start the server if it is not running, and wait until it answers."""
        if self._process:
            return
        command = [_program("postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), *SERVER_OPTIONS]
        self._process = self._run(command)
        wait_until(self._answers)

    def stop(self) -> None:
        """Stop the server at once; open connections are cut."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE_SECONDS)
            self._process = None

    def run(self, *statements: str) -> None:
        """Run statements as one transaction."""
        with psycopg.connect(self._conninfo) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def psql(self, script: Path, **environment: str) -> None:
        """Run a script with psql, which also executes its meta-commands."""
        subprocess.run(["psql", "--quiet", "--no-psqlrc", self.address, f"--file={script}"], env=os.environ | environment, check=True)

    def connect(self) -> psycopg.Connection[Any]:
        """Return a new connection; the caller closes it."""
        return psycopg.connect(self._conninfo)

    @property
    def log(self) -> str:
        """Return the server's log."""
        return (self.folder / "log").read_text(encoding="utf-8")

    @property
    def _conninfo(self) -> str:
        return psycopg.conninfo.make_conninfo(user=ROLE, password=PASSWORD, dbname="postgres", host=str(self.folder))

    def _answers(self) -> bool:
        assert self._process and self._process.poll() is None, self.log
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a program, as the user postgres if the tests run as root, which PostgreSQL refuses."""
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **user)  # type: ignore[call-overload,no-any-return]


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a server for as long as the context lasts."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short, since the path of a socket is limited
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        server = Postgres(folder)
        server.prepare()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _program(name: str) -> str:
    """Return the path of a PostgreSQL program; Debian installs them outside the PATH."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    program = str(installed[-1]) if installed else shutil.which(name)
    assert program, f"{name} is not installed; tests/check.sh installs it"
    return program
