"""A list in a PostgreSQL database: an edited row is on the page soon after, and the list stays while the database is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.browser_driver import Visit
from tests.browser.replaced_list import becomes, ever_shown, health, note_all, says, server_over
from tests.postgres import PASSWORD, Postgres

TABLE = 'CREATE TABLE kluster ("Namn" text, "Län" text, "Antal medlemmar" integer)'
ROWS = "INSERT INTO kluster VALUES ('Åkerklustret', 'Skåne', 12), ('Skogsklustret', 'Dalarna', NULL)"


def test_an_edited_row_is_shown_and_the_list_stays_while_the_database_is_away(
    new_visit: Callable[..., Visit], postgres: Postgres, tmp_path: Path
) -> None:
    postgres.run(TABLE, ROWS)
    with server_over(postgres.address, tmp_path, CLUSTERS_TABLE="kluster", CLUSTERS_NAME="Länets register") as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=2)
        postgres.run(
            """UPDATE kluster SET "Län" = 'Gotland' WHERE "Namn" = 'Skogsklustret'""", "INSERT INTO kluster VALUES ('Nytt', 'Gotland')"
        )
        becomes(address, "ok", 3)
        visit.choose_region("Gotland")
        visit.sees(2)
        says(visit, "2 av 3 kluster visas")
        postgres.stop()
        becomes(address, "stale", 3)
        assert PASSWORD not in str(health(address)) and str(postgres.folder) not in str(health(address))
        visit.choose_region("Skåne")
        visit.sees(3)
        postgres.start()
        postgres.run("INSERT INTO kluster VALUES ('Ännu ett', 'Skåne')")
        becomes(address, "ok", 4)
        visit.choose_region("Gotland")
        expect(visit.names).to_have_text(["Åkerklustret", "Ännu ett"])
        says(visit, "2 av 4 kluster visas")
        assert "[data-testid=stAlert]" not in ever_shown(visit)
        postgres.stop()
        becomes(address, "stale", 4)
        visit.page.close()
    with server_over(postgres.address, tmp_path, CLUSTERS_TABLE="kluster", CLUSTERS_NAME="Länets register") as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=4)
        postgres.start()
        becomes(address, "ok", 4)
        postgres.run("DELETE FROM kluster WHERE \"Län\" = 'Gotland'")
        becomes(address, "ok", 2)
        visit.choose_region("Skåne")
        visit.sees(2)
        assert "[data-testid=stAlert]" not in ever_shown(visit)
    logs = [log.read_text() for log in tmp_path.glob("log-*")]
    assert len(logs) == 2 and all('"list refused"' in log and PASSWORD not in log for log in logs)
