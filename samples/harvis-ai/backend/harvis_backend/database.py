"""The connections to PostgreSQL."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from .backoff import backoff_delays
from .migrations import migrate
from .settings import Settings

log = logging.getLogger(__name__)

UNAVAILABLE = psycopg.OperationalError
"""What a query raises when the database doesn't answer; the pool's own errors derive from it."""


class Database:
    """A small pool of connections, opened by `Database.start` and closed once at the end."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @staticmethod
    def start(settings: Settings, sleep: Callable[[float], None] = time.sleep) -> Database:
        """Waits for the database, brings its schema up to date and opens the pool."""
        conninfo = make_conninfo(
            host=settings.database_host,
            port=settings.database_port,
            dbname=settings.database_name,
            user=settings.database_user,
            password=settings.database_password,
            application_name="harvis-backend",
            connect_timeout=3,
            options="-c timezone=UTC",
        )
        with connect_when_ready(conninfo, settings.database_wait_seconds, sleep) as connection:
            migrate(connection)
        pool = ConnectionPool(
            conninfo, min_size=1, max_size=8, timeout=3, open=False, name="harvis", kwargs={"row_factory": dict_row}
        )
        pool.open(wait=True, timeout=10)
        return Database(pool)

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection]:
        """A connection in a transaction: committed at the end of the block, rolled back by an exception."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except UNAVAILABLE:
            # The server restarted or went away: idle connections are dead too. Replace them now, not one per request.
            self._pool.check()
            raise

    def answers(self) -> bool:
        """Whether the database answers a query now."""
        try:
            with self.connection() as connection:
                connection.execute("SELECT 1")
            return True
        except UNAVAILABLE as error:
            log.warning("database does not answer", extra={"reason": str(error).strip()})
            return False

    def close(self) -> None:
        self._pool.close()


def connect_when_ready(conninfo: str, patience: float, sleep: Callable[[float], None]) -> psycopg.Connection:
    """The first connection; the last error once `patience` seconds of waiting are used up."""
    for delay in backoff_delays(patience):
        try:
            return psycopg.connect(conninfo)
        except UNAVAILABLE as error:
            log.info("waiting for the database", extra={"reason": str(error).strip(), "next_attempt_seconds": delay})
        sleep(delay)
    return psycopg.connect(conninfo)
