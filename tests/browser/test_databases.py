"""A list in a PostgreSQL database: edits of rows, and a database that is stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.replaced_list import LINE, expect_sentence, health, record_page, recorded_texts, running_server_over, wait_for_status
from tests.postgres import PASSWORD, Postgres

TABLE = 'CREATE TABLE kluster ("Namn" text, "Län" text, "Antal medlemmar" integer)'
ROWS = "INSERT INTO kluster VALUES ('Åkerklustret', 'Skåne', 12), ('Skogsklustret', 'Dalarna', NULL)"


def test_edits_are_shown_and_a_stopped_database_keeps_the_list(new_visit: Callable[..., Visit], postgres: Postgres, tmp_path: Path) -> None:
    """An edited row is shown soon; while the database is stopped, visitors keep the list, also after a restart of the server."""
    postgres.run(TABLE, ROWS)
    with running_server_over(postgres.address, tmp_path, CLUSTERS_TABLE="kluster", CLUSTERS_NAME="Länets register") as address:
        visit = record_page(new_visit(address))
        visit.open(clusters=2)
        postgres.run(
            """UPDATE kluster SET "Län" = 'Gotland' WHERE "Namn" = 'Skogsklustret'""", "INSERT INTO kluster VALUES ('Nytt', 'Gotland')"
        )
        wait_for_status(address, "ok", 3)
        visit.choose_region("Gotland")
        visit.expect_clusters(2)
        expect_sentence(visit, ": 2 kluster")
        postgres.stop()
        wait_for_status(address, "stale", 3)
        assert PASSWORD not in str(health(address)) and str(postgres.folder) not in str(health(address))
        visit.choose_region("Skåne")
        visit.expect_clusters(3)
        postgres.start()
        postgres.run("INSERT INTO kluster VALUES ('Ännu ett', 'Skåne')")
        wait_for_status(address, "ok", 4)
        visit.choose_region("Gotland")
        expect(visit.names).to_have_text(["Åkerklustret", "Ännu ett"])
        expect_sentence(visit, ": 2 kluster")
        assert LINE not in recorded_texts(visit)
        postgres.stop()
        wait_for_status(address, "stale", 4)
        visit.page.close()
    with running_server_over(postgres.address, tmp_path, CLUSTERS_TABLE="kluster", CLUSTERS_NAME="Länets register") as address:
        visit = record_page(new_visit(address))
        visit.open(clusters=4)
        postgres.start()
        wait_for_status(address, "ok", 4)
        postgres.run("DELETE FROM kluster WHERE \"Län\" = 'Gotland'")
        wait_for_status(address, "ok", 2)
        visit.choose_region("Skåne")
        visit.expect_clusters(2)
        assert LINE not in recorded_texts(visit)
        visit.page.close()  # before the server stops
    logs = [log.read_text() for log in tmp_path.glob("log-*")]
    assert len(logs) == 2 and all('"list refused"' in log and PASSWORD not in log for log in logs)
