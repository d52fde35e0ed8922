from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.keeper import keeper
from tests.postgres import Postgres, running_postgres
from tests.serving import Site, serving

WriteList = Callable[[str], Path]


@pytest.fixture(scope="session", autouse=True)
def _copies_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the copies of the tests' lists out of the user's folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLUSTERS_COPIES", str(tmp_path_factory.mktemp("copies")))
        yield


@pytest.fixture
def write_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WriteList]:
    """Write a list of clusters that the app shows instead of the shipped one for as long as the test runs."""
    file = tmp_path / "list.csv"

    def write(content: str) -> Path:
        file.write_text(content, encoding="utf-8")
        return file

    monkeypatch.setenv("CLUSTERS_SOURCE", str(file))
    keeper.cache_clear()
    yield write
    keeper.cache_clear()


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
