"""Brings the schema up to date: applies the numbered SQL files of this folder that the database hasn't seen yet."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import psycopg

log = logging.getLogger(__name__)

_FOLDER = Path(__file__).parent
_LOCK = 0x48525653  # 'HRVS'. Two replicas that start together migrate one after the other.


@dataclass(frozen=True)
class Migration:
    version: int
    name: str
    sql: str


def known_migrations(folder: Path = _FOLDER) -> list[Migration]:
    """Every migration in order; raises ValueError if the numbers aren't 1, 2, 3, …"""
    files = sorted(folder.glob("*.sql"))
    found = [Migration(int(file.name.split("_", 1)[0]), file.stem, file.read_text(encoding="utf-8")) for file in files]
    versions = [migration.version for migration in found]
    if versions != list(range(1, len(found) + 1)):
        raise ValueError(f"The migrations' numbers are {versions}; they must be 1, 2, 3, … without gaps or repeats.")
    return found


def pending(known: list[Migration], applied: Collection[int]) -> list[Migration]:
    return [migration for migration in known if migration.version not in applied]


def migrate(connection: psycopg.Connection) -> None:
    """Applies what is pending in one transaction: all of it or none."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        connection.execute(
            "CREATE TABLE IF NOT EXISTS schema_migrations "
            "(version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"
        )
        applied = {version for (version,) in connection.execute("SELECT version FROM schema_migrations")}
        for migration in pending(known_migrations(), applied):
            connection.execute(migration.sql)
            connection.execute(
                "INSERT INTO schema_migrations (version, name) VALUES (%s, %s)", (migration.version, migration.name)
            )
            log.info("schema migrated", extra={"migration": migration.name})
