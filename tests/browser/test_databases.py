"""A list in a PostgreSQL database: an edited row is on the page soon after, and the list stays while the database is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.browser.swapping import becomes, ever_shown, health, note_all, says, server_over
from tests.browser.visiting import Visit
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
        visit.page.close()
    with server_over(postgres.address, tmp_path, CLUSTERS_TABLE="kluster", CLUSTERS_NAME="Länets register") as address:
        visit = note_all(new_visit(address))
        visit.open(clusters=3)
        postgres.start()
        becomes(address, "ok", 3)
        postgres.run("DELETE FROM kluster WHERE \"Län\" = 'Gotland'")
        becomes(address, "ok", 1)
        visit.choose_region("Skåne")
        visit.sees(1)
        assert "[data-testid=stAlert]" not in ever_shown(visit)
    assert all(PASSWORD not in log.read_text() for log in tmp_path.glob("log-*"))
