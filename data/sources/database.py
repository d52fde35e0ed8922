"""A list in a table or view of a database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import sqlalchemy

from data.errors import unreadable
from data.files.cells import to_cells
from data.files.limits import SOURCE_LIMITS, as_text
from data.messages import message
from data.sources.base import TIMEOUT_SECONDS, SourceContent
from data.sources.deadline import InTime

ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}  # how a database that is gone is noticed


class DatabaseSource:
    """A table or view of a database that SQLAlchemy and its driver can reach. It tells no day."""

    def __init__(self, address: str, table: str) -> None:
        """`table` is its name, with the schema's before a point where it needs one."""
        self.name = table
        reached = {"connect_timeout": TIMEOUT_SECONDS[0], **ALIVE}
        self._engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.NullPool, connect_args=reached)
        schema, _, bare = table.rpartition(".")
        self._query = (
            sqlalchemy.select(sqlalchemy.text("*"))
            .select_from(sqlalchemy.table(bare, schema=schema or None))
            .limit(SOURCE_LIMITS.max_rows + 1)
        )
        self._in_time = InTime()  # the database keeps its own time limit only while it runs

    def read(self, revision: str) -> SourceContent | None:
        """Read the whole table; a hash of it tells whether it has changed."""
        try:
            rows = self._in_time.get(lambda _until: self._rows())
        except (sqlalchemy.exc.SQLAlchemyError, TimeoutError) as error:
            reason = type(getattr(error, "orig", None) or error).__name__
            raise unreadable(self.name, reason, message("a table or view of a database that can be reached")) from None
        lines = [[as_text(value) for value in row] for row in rows]
        now = hashlib.sha256(repr(lines).encode()).hexdigest()
        if now == revision:
            return None
        return SourceContent(to_cells(self.name, enumerate(lines, start=1), now, padded=True), "", now)

    def _rows(self) -> list[Iterable[object]]:
        """Return the names of the columns and then the rows."""
        with self._engine.connect() as connection:
            connection.execute(sqlalchemy.text(f"SET LOCAL statement_timeout = {TIMEOUT_SECONDS[1] * 1000}"))  # for one that is locked
            answer = connection.execute(self._query)
            return [answer.keys(), *answer]
