"""Fixtures of several folders, and the marks by which tests are chosen.

`bash tests/check.sh fast` runs pytest with `--fast`, which leaves out the tests that the table below marks, or as slow by
`@pytest.mark.slow` at the test or parameter.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import hypothesis
import pytest

from tests.http_server import Site, running_http_server
from tests.operator_settings import override_settings
from tests.polling import PATIENCE_SECONDS
from tests.postgres import Postgres, running_postgres

hypothesis.settings.register_profile("patient", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("patient")

WriteList = Callable[[str], Path]
SetSettings = Callable[..., None]
ROOT = Path(__file__).parents[1]
MARKS = {  # by folder or file
    "tests/browser": pytest.mark.browser,
    "tests/spreadsheet": pytest.mark.server,
    "tests/benchmarks/test_readers.py": pytest.mark.server,
    "tests/benchmarks/test_visitors.py": pytest.mark.server,
    "tests/components/api/test_hostile_lists.py": pytest.mark.slow,
    "tests/components/api/test_selections.py": pytest.mark.slow,
    "tests/components/core/test_gc_control.py": pytest.mark.server,
    "tests/components/api/test_hostile_requests.py": pytest.mark.slow,
    "tests/components/dataset/test_upload_quota.py": pytest.mark.slow,
    "tests/page/test_controls.py": pytest.mark.slow,
    "tests/deploy": pytest.mark.server,
    "tests/components/api/test_example_in_r.py": pytest.mark.server,
    "tests/components/api/test_pictures.py": pytest.mark.slow,
    "tests/data/sources/test_database.py": pytest.mark.server,
    "tests/data/test_check_command.py": pytest.mark.server,
    "tests/page/test_messages.py": pytest.mark.slow,
    "tests/page/test_sizes.py": pytest.mark.slow,
}
# Files of tests in a browser that take minutes each.
LONG_FILES = {
    *(
        "test_sizes",
        "test_paper",
        "test_first_page_hostile",
        "test_swapping",
        "test_replicas",
        "test_cut_off",
        "test_hostile",
        "test_failing",
    ),
    *("test_filtering", "test_restart", "test_take_over", "test_upload"),
}
assert all((ROOT / f"tests/browser/{stem}.py").exists() for stem in LONG_FILES), "a file of the set is missing"
SLOW_MARKS = ("slow", "server", "browser")  # of tests that `--fast` leaves out
MARKED_PATHS = {ROOT / place: mark for place, mark in MARKS.items()}
assert all(path.exists() for path in MARKED_PATHS), "a path of the table is missing"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fast", action="store_true", help="leave out tests that are slow or start a browser, a server or a database")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not import files whose tests `--fast` leaves out, all of them."""
    return True if config.getoption("--fast") and collection_path in MARKED_PATHS else None


def pytest_collection_finish() -> None:
    """Spare Python's garbage collector the thousands of tests, which stay to the end, and let it run less often: an eighth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests by the folder or file that they are in; those in a browser come last, since Playwright keeps an event loop running.

    Of these, long files come first, so that at the end no worker is left with one of them.
    """
    for item in items:
        for path in (item.path, *item.path.parents):
            if mark := MARKED_PATHS.get(path):
                item.add_marker(mark)
    if config.getoption("--fast"):
        left_out = [item for item in items if any(map(item.get_closest_marker, SLOW_MARKS))]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not any(map(item.get_closest_marker, SLOW_MARKS))]
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, item.path.stem not in LONG_FILES))


@pytest.fixture(scope="session", autouse=True)
def _snapshots_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Save the snapshots of the tests' lists outside the user's folder."""
    with override_settings(CLUSTERS_COPIES=tmp_path_factory.mktemp("snapshots")):
        yield


@pytest.fixture(scope="session", autouse=True)
def _patient_pictures() -> Iterator[None]:
    """Wait for pictures as long as for everything else, on a machine that is busy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("components.exports.png.TIMEOUT_SECONDS", PATIENCE_SECONDS)
        yield


@pytest.fixture
def set_settings() -> Iterator[SetSettings]:
    """Return a function that sets settings of the operator, by the names of their environment variables, during the test."""
    with ExitStack() as overridden:
        yield lambda **environment: overridden.enter_context(override_settings(**environment))


@pytest.fixture
def write_list(tmp_path: Path) -> Iterator[WriteList]:
    """Return a function that writes the list of clusters which the app shows during the test."""
    file = tmp_path / "list.csv"

    def write(content: str) -> Path:
        file.write_text(content, encoding="utf-8")
        return file

    with override_settings(CLUSTERS_SOURCE=file):
        yield write


@pytest.fixture
def clock_stands_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let the sources take a moment for now, in seconds since 1970."""
    return lambda moment: monkeypatch.setattr("data.sources.base.time", SimpleNamespace(time=lambda: moment))


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve the answers that the test sets, over HTTP."""
    with running_http_server() as served:
        yield served


@pytest.fixture(scope="session")
def _postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def new_postgres(_postgres: Postgres) -> Callable[[], Postgres]:
    """Make a PostgreSQL server that runs and holds nothing: the same one, emptied."""

    def emptied() -> Postgres:
        _postgres.start()
        _postgres.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "DROP SCHEMA IF EXISTS register CASCADE")
        return _postgres

    return emptied


@pytest.fixture
def postgres(new_postgres: Callable[[], Postgres]) -> Postgres:
    """Return a PostgreSQL server that runs and holds nothing."""
    return new_postgres()
