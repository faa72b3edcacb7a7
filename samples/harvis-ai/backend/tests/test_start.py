"""What happens before the first request: waiting for the database, choosing migrations."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

import psycopg

from harvis_backend.backoff import backoff_delays
from harvis_backend.database import connect_when_ready
from harvis_backend.migrations import known_migrations, pending


class BackoffTests(unittest.TestCase):
    def test_delays_double_up_to_the_longest(self) -> None:
        self.assertEqual([1, 2, 4, 4, 4], list(backoff_delays(15, first=1, longest=4)))

    def test_delays_sum_up_to_the_total(self) -> None:
        for total in (0, 0.1, 1, 7.3, 60):
            with self.subTest(total):
                self.assertAlmostEqual(total, sum(backoff_delays(total)))


class ConnectTests(unittest.TestCase):
    def test_connect_database_comes_up_later_is_waited_for(self) -> None:
        slept: list[float] = []
        away = psycopg.OperationalError("connection refused")
        with mock.patch("psycopg.connect", side_effect=[away, away, "connection"]), self.assertLogs("harvis_backend"):
            self.assertEqual("connection", connect_when_ready("", 60, slept.append))
        self.assertEqual([0.25, 0.5], slept)

    def test_connect_database_never_comes_up_gives_up_with_the_reason(self) -> None:
        slept: list[float] = []
        with mock.patch("psycopg.connect", side_effect=psycopg.OperationalError("connection refused")):
            with self.assertLogs("harvis_backend"), self.assertRaisesRegex(psycopg.OperationalError, "refused"):
                connect_when_ready("", 5, slept.append)
        self.assertAlmostEqual(5, sum(slept))


class MigrationTests(unittest.TestCase):
    def test_known_shipped_files_are_numbered_without_gaps(self) -> None:
        self.assertEqual(1, known_migrations()[0].version)

    def test_known_gap_or_repeat_is_refused(self) -> None:
        for names in (["0001_a.sql", "0003_b.sql"], ["0001_a.sql", "0001_b.sql"]):
            with self.subTest(names), tempfile.TemporaryDirectory() as folder:
                for name in names:
                    Path(folder, name).write_text("SELECT 1;", encoding="utf-8")
                with self.assertRaisesRegex(ValueError, "without gaps"):
                    known_migrations(Path(folder))

    def test_pending_only_what_was_not_applied(self) -> None:
        known = known_migrations()
        self.assertEqual([], pending(known, {migration.version for migration in known}))
        self.assertEqual(known, pending(known, set()))


if __name__ == "__main__":
    unittest.main()
