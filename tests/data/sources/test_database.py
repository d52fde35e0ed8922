"""Database source: tables and views of PostgreSQL, their types, and the problems of a table that cannot be read."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from components.core.settings import ListSettings
from components.dataset.store import DatasetStore
from data.errors import ClusterDataError
from data.lists import Tables, to_tables
from data.sources.base import SourceContent
from data.sources.choose_source import source_at
from tests.polling import wait_until
from tests.postgres import PASSWORD, Postgres

TABLE = """CREATE TABLE kluster ("Namn" text, "Län" text, "Inriktning" text, "Webbplats" text, "Antal medlemmar" integer)"""
ROWS = """
INSERT INTO kluster VALUES
    ('Skogsklustret', 'Dalarnas län', 'Skog och bioekonomi', 'https://example.se', 12),
    ('Åre Turism', 'Region Jämtland Härjedalen', 'Turism;Vård & omsorg', NULL, NULL)
"""

UNREADABLE = "a database table or view that can be read"


def content_of(server: Postgres, table: str = "kluster", revision: str = "") -> SourceContent:
    content = source_at(server.address, table).read(revision)
    assert content is not None
    return content


def list_in(server: Postgres, table: str = "kluster") -> Tables:
    return to_tables(content_of(server, table).cells)


def problem_of(server: Postgres, table: str = "kluster") -> str:
    with pytest.raises(ClusterDataError) as raised:
        source_at(server.address, table).read("")
    assert PASSWORD not in str(raised.value) and str(server.folder) not in str(raised.value)
    return str(raised.value)


def test_a_table_with_swedish_headings_is_read(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    tables = list_in(postgres)
    assert tables.clusters[["id", "name", "region_codes", "focus"]].to_numpy().tolist() == [
        ["skogsklustret", "Skogsklustret", ("20",), ("forest-bioeconomy",)],
        ["are-turism", "Åre Turism", ("23",), ("tourism", "vard-omsorg")],
    ]
    assert tables.clusters["website"].tolist() == ["https://example.se", None]
    assert tables.clusters["members"].tolist()[0] == 12 and tables.clusters["members"].isna().tolist() == [False, True]


def test_view_is_read_in_the_order_of_its_query(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS, """CREATE VIEW visade AS SELECT "Namn" AS namn, "Län" AS "län" FROM kluster ORDER BY "Namn" DESC""")
    assert list_in(postgres, "visade").clusters["name"].tolist() == ["Åre Turism", "Skogsklustret"]


def test_table_of_another_schema_is_read_by_its_full_name(postgres: Postgres) -> None:
    postgres.run("CREATE SCHEMA register", "CREATE TABLE register.\"Kluster i Norr\" AS SELECT 1 AS id, 'Ett' AS namn, '25' AS region")
    assert list_in(postgres, "register.Kluster i Norr").clusters["name"].tolist() == ["Ett"]
    assert problem_of(postgres, "Kluster i Norr").startswith("Kluster i Norr: cannot be used ('UndefinedTable')")


def test_cells_are_those_of_a_csv_file(postgres: Postgres) -> None:
    postgres.run(
        "CREATE TABLE kluster (id text, name char(8), region_codes text[], focus text[], founded smallint, members bigint, label_date date,"
        " label_expires timestamptz, lat double precision, lon numeric(8, 5), website varchar, aliases text[], brev bytea)",
        "INSERT INTO kluster VALUES ('a', 'A', '{12,05}', '{digital,Vård}', 1999, 130, '2018-09-24', '2020-09-24 12:00+00', 55.7047,"
        " 13.191, 'https://example.se', '{}', '\\x00'), ('b', 'B', NULL, '{NULL}', NULL, NULL, NULL, NULL, 'NaN', NULL, NULL, NULL, NULL)",
    )
    cells = content_of(postgres).cells
    assert [*zip(*cells.columns, strict=True)] == [
        (
            "a", "A       ", "12;05", "digital;Vård", "1999", "130", "2018-09-24", "2020-09-24 12:00+00:00", "55.7047", "13.19100",
            "https://example.se",
            "", "",
        ),
        ("b", "B       ", "", "", "", "", "", "", "", "", "", "", ""),
    ]  # fmt: skip
    assert to_tables(cells).clusters["label_expires"].tolist() == ["2020-09-24", None]


@pytest.mark.parametrize(("number", "cell"), [("130", "130"), ("'NaN'", "")])
def test_numeric_is_read_as_any_number(number: str, cell: str, postgres: Postgres) -> None:
    postgres.run(f"CREATE TABLE kluster AS SELECT 'A' AS namn, {number}::numeric(10, 2) AS antal")
    assert content_of(postgres).cells.columns == [("A",), (cell,)]


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE kluster SET "Namn" = 'Dalaskog' WHERE "Län" = 'Dalarnas län'""",
        """DELETE FROM kluster WHERE "Län" = 'Dalarnas län'""",
        """INSERT INTO kluster VALUES ('Nytt', 'Skåne')""",
        """ALTER TABLE kluster RENAME COLUMN "Antal medlemmar" TO "Grundat\"""",
    ],
)
def test_only_a_change_gives_a_new_revision(change: str, postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    source = source_at(postgres.address, "kluster")
    first = source.read("")
    assert first and source.read(first.revision) is None
    postgres.run(change)
    second = source.read(first.revision)
    assert second and second.cells != first.cells and source.read(second.revision) is None


def test_change_is_not_seen_before_commit(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    source = source_at(postgres.address, "kluster")
    first = source.read("")
    assert first
    with postgres.connect() as editor:
        editor.execute("DELETE FROM kluster")
        assert source.read(first.revision) is None


def test_stopped_server_is_a_problem_until_it_starts_again(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    source = source_at(postgres.address, "kluster")
    first = source.read("")
    assert first
    postgres.stop()
    with pytest.raises(ClusterDataError) as raised:
        source.read(first.revision)
    assert str(raised.value) == "kluster: cannot be used ('OperationalError'); needed: a database table or view that can be read"
    postgres.start()
    assert source.read(first.revision) is None and source.read("") is not None


def test_missing_table_wrong_password_and_missing_right(postgres: Postgres) -> None:
    """A missing table, a wrong password and a table without the right to read it are problems."""
    needed = "needed: a database table or view that can be read"
    assert problem_of(postgres) == f"kluster: cannot be used ('UndefinedTable'); {needed}"
    postgres.run(TABLE, ROWS, "DROP ROLE IF EXISTS reader", f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
    postgres.run("GRANT USAGE ON SCHEMA public TO PUBLIC")
    for change, reason in ((("operator:", "reader:"), "InsufficientPrivilege"), ((PASSWORD, "fel"), "OperationalError")):
        with pytest.raises(ClusterDataError) as raised:
            source_at(postgres.address.replace(*change), "kluster").read("")
        assert str(raised.value) == f"kluster: cannot be used ({reason!r}); {needed}"


@pytest.mark.parametrize(
    ("table", "needed"),
    [
        ("CREATE TABLE kluster (namn text, region text)", "at least one row below the header"),
        ("CREATE TABLE kluster ()", "a header row and at least one row below it"),
        ("CREATE TABLE kluster AS SELECT 'A' AS namn, '12' AS region, 'infinity'::date AS dag", UNREADABLE),
        ("CREATE VIEW kluster AS SELECT 'A' AS namn, 1 / (random() * 0)::int AS region", UNREADABLE),
        ("CREATE VIEW kluster AS SELECT 'A' AS namn, '12' AS region FROM generate_series(1, 200001)", "at most 200000 rows"),
    ],
)  # fmt: skip
def test_table_without_a_list_is_a_problem(table: str, needed: str, postgres: Postgres) -> None:
    postgres.run(table)
    assert problem_of(postgres).endswith(f"needed: {needed}")


def test_table_name_is_never_run_as_sql(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    for table in ('kluster"; DROP TABLE kluster; --', "kluster; DROP TABLE kluster", "pg_sleep(60)", "100% %s %(a)s :b", '."', "."):
        assert problem_of(postgres, table)
    assert len(list_in(postgres).clusters) == 2


def test_query_is_abandoned_at_the_deadline(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query that does not end is abandoned at the deadline, and no second one starts while its thread runs."""
    postgres.run("CREATE VIEW kluster AS SELECT 'A' AS namn, '12' AS region, pg_sleep(3600)::text AS notes")
    monkeypatch.setattr("data.sources.deadline.DEADLINE_SECONDS", 0.5)
    source = source_at(postgres.address, "kluster")
    for _ in range(2):
        with pytest.raises(ClusterDataError, match="TimeoutError"):
            source.read("")
    queries = "FROM pg_stat_activity WHERE query LIKE '%kluster%' AND pid <> pg_backend_pid()"
    with postgres.connect() as connection:
        wait_until(lambda: connection.execute(f"SELECT count(*) {queries}").fetchall() == [(1,)])  # the second read sent no query
        connection.execute(f"SELECT pg_terminate_backend(pid) {queries}")
    postgres.run("DROP VIEW kluster", TABLE, ROWS)

    def is_read() -> bool:
        with suppress(ClusterDataError):
            return source.read("") is not None
        return False

    wait_until(is_read)


def test_server_that_accepts_and_never_answers_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.database.TIMEOUT_SECONDS", (2, 30))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        source = source_at(f"postgresql://kalle@127.0.0.1:{silent.getsockname()[1]}/register", "kluster")
        with pytest.raises(ClusterDataError, match="ConnectionTimeout"):
            source.read("")


def test_table_locked_beyond_the_timeout_is_a_problem(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.database.TIMEOUT_SECONDS", (5, 1))
    postgres.run(TABLE, ROWS)
    with postgres.connect() as editor:
        editor.execute("LOCK TABLE kluster IN ACCESS EXCLUSIVE MODE")
        assert problem_of(postgres).startswith("kluster: cannot be used ('QueryCanceled')")
    assert len(list_in(postgres).clusters) == 2


def test_no_connection_is_left_open(postgres: Postgres) -> None:
    postgres.run(TABLE, ROWS)
    source = source_at(postgres.address, "kluster")
    source.read("")
    with postgres.connect() as other:
        other.autocommit = True  # each query sees the current state
        query = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        wait_until(lambda: other.execute(query).fetchall() == [(0,)])


# Outages


@pytest.fixture
def new_store(postgres: Postgres, tmp_path: Path) -> Callable[..., DatasetStore]:
    """Return a function that makes a store for a table, as after a restart."""
    return lambda table="kluster": DatasetStore(ListSettings(postgres.address, table, "", 0.05, tmp_path / "copies"))


def test_dataset_stays_during_an_outage_of_the_server(new_store: Callable[..., DatasetStore], postgres: Postgres) -> None:
    """The dataset stays while the server is away; a change is shown once the server is back."""
    postgres.run(TABLE, ROWS)
    store, stop = new_store(), threading.Event()
    first = store.current()
    watcher = threading.Thread(target=store.watch, args=(stop,))
    watcher.start()
    try:
        postgres.stop()
        wait_until(lambda: store.problem)
        assert store.current() is first and "OperationalError" in str(store.problem)
        postgres.start()
        wait_until(lambda: store.problem is None)
        assert store.current() is first
        postgres.run("DELETE FROM kluster WHERE \"Län\" = 'Dalarnas län'")
        wait_until(lambda: store.current().clusters["name"].tolist() == ["Åre Turism"])
    finally:
        stop.set()
        watcher.join()


def test_snapshot_serves_its_own_table_only(new_store: Callable[..., DatasetStore], postgres: Postgres) -> None:
    """After a restart without the server the snapshot is shown, but not in place of another table."""
    postgres.run(TABLE, ROWS)
    before = new_store().current()
    postgres.stop()
    restarted = new_store()
    assert restarted.current().clusters["name"].tolist() == before.clusters["name"].tolist()
    assert restarted.current().date == before.date and restarted.problem
    with pytest.raises(ClusterDataError):
        new_store("another").current()
    postgres.start()
    restarted.refresh()
    assert restarted.problem is None and restarted.current().origin.revision


def test_password_is_in_no_snapshot_and_no_file_name(new_store: Callable[..., DatasetStore], postgres: Postgres, tmp_path: Path) -> None:
    postgres.run(TABLE, ROWS)
    new_store().current()
    (snapshot,) = (tmp_path / "copies").iterdir()
    assert PASSWORD not in snapshot.name and PASSWORD.encode() not in snapshot.read_bytes()
