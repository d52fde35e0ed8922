"""Database source: a table or view in PostgreSQL."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import sqlalchemy

from data.errors import unreadable
from data.files.cell_values import to_text
from data.files.cells import build_cells
from data.files.limits import SOURCE_LIMITS
from data.messages import message
from data.sources.base import TIMEOUT_SECONDS, SourceContent, SourceKind
from data.sources.deadline import DeadlineRunner

KEEPALIVE_OPTIONS = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}  # seconds, seconds, probes: a lost server

NOT_A_DATABASE = "not the URL of a database"


class DatabaseSource:
    """A table or view that SQLAlchemy and its driver can reach. It has no day; its revision is a hash of its rows."""

    kind: SourceKind = "database"

    def __init__(self, url: str, table: str) -> None:
        """Prepare the query of `table`, a name or schema.name, at the database `url`; nothing is connected yet.

        Raises ValueError for a URL that names no database.
        """
        self.name = table
        connect_args = {"connect_timeout": TIMEOUT_SECONDS[0], **KEEPALIVE_OPTIONS}
        try:
            self._engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool, connect_args=connect_args)
        except sqlalchemy.exc.ArgumentError:
            raise ValueError(NOT_A_DATABASE) from None  # the text of the error may quote the password
        schema, _, table_name = table.rpartition(".")
        self._query = (
            sqlalchemy.select(sqlalchemy.text("*"))
            .select_from(sqlalchemy.table(table_name, schema=schema or None))
            .limit(SOURCE_LIMITS.max_rows + 1)
        )
        self._runner = DeadlineRunner()  # a server that hangs does not enforce its own statement_timeout

    def read(self, revision: str) -> SourceContent | None:
        """Read the whole table, as `Source.read` does."""
        try:
            rows = self._runner.run(lambda _deadline: self._fetch())
        except (sqlalchemy.exc.SQLAlchemyError, TimeoutError) as error:
            reason = type(getattr(error, "orig", None) or error).__name__  # the text of an error may quote the URL
            raise unreadable(self.name, reason, message("a database table or view that can be read")) from None
        texts = [[to_text(value) for value in row] for row in rows]
        current = hashlib.sha256(repr(texts).encode()).hexdigest()
        if current == revision:
            return None
        return SourceContent(build_cells(self.name, enumerate(texts, start=1), current), "", current)

    def _fetch(self) -> list[Iterable[object]]:
        """Return the names of the columns and then the rows."""
        with self._engine.connect() as connection:
            timeout = TIMEOUT_SECONDS[1] * 1000  # milliseconds; for a table that is locked
            connection.execute(sqlalchemy.text(f"SET LOCAL statement_timeout = {timeout}"))
            result = connection.execute(self._query)
            return [result.keys(), *result]
