"""A PostgreSQL server of the tests' own: its data in a folder that is gone afterwards, reached by a socket in it, with a password."""

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
QUICK = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=20", "-c", "log_statement=all")


class Postgres:
    """The server, in a folder of its own; it can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = self.address_of(ROLE, PASSWORD)
        self._process: subprocess.Popen[bytes] | None = None

    def address_of(self, role: str, password: str) -> str:
        return f"postgresql://{role}:{password}@/postgres?host={self.folder}"

    def prepare(self) -> None:
        """Make an empty database."""
        secret = self.folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        options = [
            "-D",
            str(self.folder / "data"),
            "-U",
            ROLE,
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
        ]
        self._run([_program("initdb"), *options, "--no-sync"]).wait(PATIENCE_SECONDS)

    def start(self) -> None:
        """Start the server, if it does not run, and wait until it answers."""
        if self._process:
            return
        command = [_program("postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), *QUICK]
        self._process = self._run(command)
        wait_until(self._answers)

    def stop(self) -> None:
        """Stop the server at once, whoever is connected."""
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
        """Run a file as psql does, which knows more than SQL."""
        subprocess.run(["psql", "--quiet", "--no-psqlrc", self.address, f"--file={script}"], env=os.environ | environment, check=True)

    def connect(self) -> psycopg.Connection[Any]:
        """Return a connection, to be closed by whoever asked."""
        return psycopg.connect(self._conninfo)

    @property
    def log(self) -> str:
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
        """Start a program; PostgreSQL refuses to be run by root."""
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **owner)  # type: ignore[call-overload,no-any-return]


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a server for as long as the context lasts."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short, as the path of a socket has to be
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
    """Return where a program of PostgreSQL is: Debian keeps them off the PATH."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    found = str(kept[-1]) if kept else shutil.which(name)
    assert found, f"no {name} here: tests/check.sh installs it"
    return found
