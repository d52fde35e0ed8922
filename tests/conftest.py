from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.http_server import Site, serving
from tests.operator_settings import override_settings
from tests.postgres import Postgres, running_postgres

WriteList = Callable[[str], Path]
SetSettings = Callable[..., None]


@pytest.fixture(scope="session", autouse=True)
def _copies_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the copies of the tests' lists out of the user's folder."""
    with override_settings(CLUSTERS_COPIES=tmp_path_factory.mktemp("copies")):
        yield


@pytest.fixture
def set_settings() -> Iterator[SetSettings]:
    """Set settings of the operator, by the names of their environment variables, for as long as the test runs."""
    with ExitStack() as overridden:
        yield lambda **environment: overridden.enter_context(override_settings(**environment))


@pytest.fixture
def write_list(tmp_path: Path) -> Iterator[WriteList]:
    """Write a list of clusters that the app shows instead of the shipped one for as long as the test runs."""
    file = tmp_path / "list.csv"

    def write(content: str) -> Path:
        file.write_text(content, encoding="utf-8")
        return file

    with override_settings(CLUSTERS_SOURCE=file):
        yield write


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve what the test sets, over HTTP."""
    with serving() as found:
        yield found


@pytest.fixture(scope="session")
def _postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@pytest.fixture
def postgres(_postgres: Postgres) -> Postgres:
    """Return a PostgreSQL server that runs and holds nothing."""
    _postgres.start()
    _postgres.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "DROP SCHEMA IF EXISTS register CASCADE")
    return _postgres
